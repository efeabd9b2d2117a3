package io.github.ingressdesigner.bench;

import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.QueryParams;
import com.linecorp.armeria.common.RequestHeaders;
import com.linecorp.armeria.common.RequestTarget;
import com.linecorp.armeria.common.SessionProtocol;
import com.linecorp.armeria.server.HttpStatusException;
import com.linecorp.armeria.server.Route;
import com.linecorp.armeria.server.Routed;
import com.linecorp.armeria.server.Router;
import com.linecorp.armeria.server.RoutingContext;
import com.linecorp.armeria.server.RoutingStatus;
import com.linecorp.armeria.server.ServiceConfig;
import com.linecorp.armeria.server.VirtualHost;
import io.netty.util.DomainWildcardMappingBuilder;
import io.netty.util.Mapping;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Armeria's router, one for each host behind Netty's map of host names, as its server does it; but
 * without the cache of recent answers, which would answer all requests of a benchmark.
 */
final class ArmeriaRouter {
  private static final Method DEFAULT_ROUTER = defaultRouter();

  private final Mapping<String, Router<Route>> hosts;

  private ArmeriaRouter(Mapping<String, Router<Route>> hosts) {
    this.hosts = hosts;
  }

  static ArmeriaRouter of(List<RouterPaths.Path> paths) {
    Map<String, List<Route>> byHost = new LinkedHashMap<>();
    for (RouterPaths.Path path : paths) {
      Route route =
          path.isPrefix()
              ? Route.builder().pathPrefix(path.path()).build()
              : Route.builder().exact(path.path()).build();
      byHost.computeIfAbsent(path.host(), host -> new ArrayList<>()).add(route);
    }
    Router<Route> none = router(List.of(Route.ofCatchAll()));
    DomainWildcardMappingBuilder<Router<Route>> hosts =
        new DomainWildcardMappingBuilder<>(byHost.size(), none);
    byHost.forEach((host, routes) -> hosts.add(host, router(routes)));
    return new ArmeriaRouter(hosts.build());
  }

  /** The router of a virtual host without its cache is not public. */
  private static Method defaultRouter() {
    try {
      Method method =
          Class.forName("com.linecorp.armeria.server.Routers")
              .getDeclaredMethod(
                  "defaultRouter",
                  Iterable.class,
                  Object.class,
                  BiFunction.class,
                  Function.class,
                  BiConsumer.class,
                  boolean.class);
      method.setAccessible(true);
      return method;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static Router<Route> router(List<Route> routes) {
    BiFunction<Route, Route, Route> value = (route, same) -> same;
    BiConsumer<Route, Route> twice = (first, second) -> {};
    try {
      return (Router<Route>)
          DEFAULT_ROUTER.invoke(null, routes, null, value, Function.identity(), twice, false);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  Routed<Route> find(String host, RoutingContext request) {
    return hosts.map(host).find(request);
  }

  static RoutingContext request(RouterPaths.Asked asked) {
    return new Context(
        asked.host(),
        RequestTarget.forServer(asked.path()),
        RequestHeaders.of(HttpMethod.GET, asked.path()));
  }

  /** What the router reads of a request; Armeria's own makes a hash of all of it beforehand. */
  @SuppressWarnings("deprecation")
  private record Context(String hostname, RequestTarget requestTarget, RequestHeaders headers)
      implements RoutingContext {
    @Override
    public VirtualHost virtualHost() {
      throw new UnsupportedOperationException();
    }

    @Override
    public HttpMethod method() {
      return HttpMethod.GET;
    }

    @Override
    public QueryParams params() {
      return QueryParams.of();
    }

    @Override
    public @Nullable MediaType contentType() {
      return null;
    }

    @Override
    public List<MediaType> acceptTypes() {
      return List.of();
    }

    @Override
    public RoutingStatus status() {
      return RoutingStatus.OK;
    }

    @Override
    public SessionProtocol sessionProtocol() {
      return SessionProtocol.H1C;
    }

    @Override
    public void deferStatusException(HttpStatusException cause) {}

    @Override
    public @Nullable HttpStatusException deferredStatusException() {
      return null;
    }

    @Override
    public boolean isCorsPreflight() {
      return false;
    }

    @Override
    public boolean hasResult() {
      return false;
    }

    @Override
    public void setResult(Routed<ServiceConfig> result) {}

    @Override
    public @Nullable Routed<ServiceConfig> result() {
      return null;
    }
  }
}
