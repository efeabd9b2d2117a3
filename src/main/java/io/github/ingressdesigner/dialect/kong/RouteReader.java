package io.github.ingressdesigner.dialect.kong;

import io.github.ingressdesigner.dialect.common.ServiceLookup;
import io.github.ingressdesigner.dialect.common.UriText;
import io.github.ingressdesigner.dialect.kong.KongRoute.Target;
import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.Backend.ServiceBackend;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.model.Port;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.model.Service;
import io.github.ingressdesigner.route.RouteTable.LeftOut;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes Kong's routes of the rules of one host (the controller's translate_ingress.go). */
final class RouteReader {
  /** An index that stands for the default backend. */
  static final int DEFAULT = -1;

  /** An Ingress, with what is read of it once for all its paths. */
  static final class Owner {
    final Ingress ingress;
    final Options options;
    final String name;
    final String regexPrefix;

    Owner(Ingress ingress, Options options) {
      this.ingress = ingress;
      this.options = options;
      this.name = ingress.meta().qualifiedName();
      this.regexPrefix =
          options
              .annotations()
              .find("regex-prefix")
              .filter(text -> !text.isEmpty() || options.flavor() != Flavor.EXPRESSIONS)
              .orElse(USUAL_PREFIX);
    }

    ResourceId id() {
      return options.annotations().id();
    }
  }

  /**
   * A rule, or a default backend.
   *
   * @param rule index in its Ingress, or {@link #DEFAULT}
   */
  record Source(Owner owner, int rule) {
    Location at() {
      return new Location(owner.id(), FieldPath.rule(rule));
    }

    List<HttpPath> paths() {
      return owner.ingress.spec().rules().get(rule).paths();
    }

    /** Whether Kong may refuse an expression that is made of a path. */
    boolean mayFail() {
      if (rule == DEFAULT) {
        return false;
      }
      if (!owner.regexPrefix.equals(USUAL_PREFIX)) {
        return true;
      }
      for (HttpPath path : paths()) {
        String text = path.path().orElse("");
        if (!text.isEmpty()
            && (text.startsWith(USUAL_PREFIX) || UriText.plainBits(text) == UriText.NOT_PLAIN)) {
          return true;
        }
      }
      return false;
    }
  }

  /** One Kong route of a host. */
  private record Key(String service, String port) {}

  private record Group(ServiceBackend backend, List<KongPath> paths) {}

  private static final String USUAL_PREFIX = "/~";

  private final Flavor flavor;
  private final ServiceLookup services;
  private final Map<String, Resources.Located> documents = new HashMap<>();
  private final Set<String> rewritten;

  /**
   * @param rewritten Services that get no routes, filled until the first route is read
   */
  RouteReader(Resources resources, Flavor flavor, Set<String> rewritten) {
    this.flavor = flavor;
    this.rewritten = rewritten;
    this.services = ServiceLookup.of(resources);
    for (Resources.Located located : resources.all()) {
      if (located.resource() instanceof Service service) {
        documents.put(service.meta().qualifiedName(), located);
      }
    }
  }

  /**
   * The candidates of a host.
   *
   * @param sources those of one Ingress stand together
   */
  List<Candidate> read(String host, List<Source> sources, List<LeftOut> leftOut) {
    List<Candidate> candidates = new ArrayList<>();
    for (int from = 0; from < sources.size(); ) {
      Source first = sources.get(from);
      int to = from + 1;
      while (to < sources.size() && sources.get(to).owner == first.owner) {
        to++;
      }
      if (first.rule == DEFAULT) {
        candidates.addAll(Candidate.of(byDefault(first.owner), flavor));
      } else {
        read(host, sources.subList(from, to), candidates, leftOut);
      }
      from = to;
    }
    return candidates;
  }

  private void read(
      String host, List<Source> sources, List<Candidate> candidates, List<LeftOut> leftOut) {
    Owner owner = sources.getFirst().owner;
    Map<Key, Group> routes = new LinkedHashMap<>();
    for (Source source : sources) {
      List<HttpPath> paths = source.paths();
      for (int i = 0; i < paths.size(); i++) {
        Location at = new Location(owner.id(), FieldPath.path(source.rule, i));
        if (!(paths.get(i).backend().orElse(null) instanceof ServiceBackend service)
            || service.name().isEmpty()) {
          leftOut.add(new LeftOut(at, "Its backend is no Service, so the path is left out."));
        } else if (!rewritten.isEmpty()
            && rewritten.contains(Compiler.serviceKey(owner.ingress, service))) {
          leftOut.add(
              new LeftOut(
                  at,
                  "Its Service gets no routes: konghq.com/rewrite needs the gate RewriteURIs, and a"
                      + " dollar in it a number behind or a backslash before."));
        } else {
          String port = service.port().map(Port::display).orElse("");
          routes
              .computeIfAbsent(
                  new Key(service.name().get(), port), k -> new Group(service, new ArrayList<>(2)))
              .paths()
              .add(KongPath.of(paths.get(i), at, owner.regexPrefix));
        }
      }
    }
    routes.forEach(
        (key, group) -> {
          KongRoute route =
              new KongRoute(
                  owner.name,
                  () -> routeName(owner.ingress, key, host),
                  target(owner.ingress, group.backend),
                  host,
                  group.paths,
                  owner.options,
                  false);
          candidates.addAll(Candidate.of(route, flavor));
        });
  }

  private static String routeName(Ingress ingress, Key key, String host) {
    return String.join(
        ".",
        ingress.meta().namespaceOrDefault(),
        ingress.meta().name().orElse(""),
        key.service,
        host.replace('*', '_'),
        key.port);
  }

  private KongRoute byDefault(Owner owner) {
    Ingress ingress = owner.ingress;
    Location at = new Location(owner.id(), FieldPath.defaultBackend());
    List<KongPath> paths =
        List.of(new KongPath(PathType.IMPLEMENTATION_SPECIFIC, "/", "/", at, USUAL_PREFIX));
    ServiceBackend service = (ServiceBackend) ingress.spec().defaultBackend().orElseThrow();
    return new KongRoute(
        owner.name,
        () -> ingress.meta().namespaceOrDefault() + "." + ingress.meta().name().orElse(""),
        target(ingress, service),
        "",
        paths,
        owner.options,
        true);
  }

  private Target target(Ingress ingress, ServiceBackend written) {
    String namespace = ingress.meta().namespaceOrDefault();
    String name = written.name().orElse("");
    Resources.Located document = documents.get(namespace + "/" + name);
    Map<String, String> service =
        document == null ? Map.of() : document.resource().meta().annotations();
    boolean upstream = "true".equals(service.get(Annotations.UPSTREAM));
    ServiceLookup.Found found =
        upstream
            ? services.findWithoutEndpoints(namespace, written)
            : services.find(namespace, written);
    String base = service.getOrDefault(Annotations.PREFIX + "path", "/");
    boolean grpc = service.getOrDefault(Annotations.PREFIX + "protocol", "").startsWith("grpc");
    String path = base.startsWith("/") && !grpc ? UriText.bytes(base) : "/";
    String address = upstream ? name + "." + namespace + ".svc" : "the endpoint's address";
    String host = service.getOrDefault(Annotations.PREFIX + "host-header", address);
    String unknown =
        Annotations.UNKNOWN.stream()
            .filter(key -> service.containsKey(Annotations.PREFIX + key))
            .findFirst()
            .orElse("");
    return switch (found) {
      case ServiceLookup.Found.Ready(Backend resolved) ->
          new Target(resolved, "", path, host, unknown);
      case ServiceLookup.Found.Unavailable(String reason) ->
          new Target(written, reason, path, host, unknown);
    };
  }
}
