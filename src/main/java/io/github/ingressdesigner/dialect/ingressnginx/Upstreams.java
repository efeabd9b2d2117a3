package io.github.ingressdesigner.dialect.ingressnginx;

import io.github.ingressdesigner.dialect.common.ServiceLookup;
import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.Backend.ServiceBackend;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Port;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.model.Rule;
import io.github.ingressdesigner.model.Service;
import io.github.ingressdesigner.model.Service.ServicePort;
import io.github.ingressdesigner.route.DialectConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The upstreams of all Ingresses by namespace, Service and port (createUpstreams). */
final class Upstreams {
  /** A namespace and a backend as a rule writes it. */
  private record Key(String namespace, Backend backend) {}

  private final ServiceLookup services;
  private final Map<String, Service> known = new HashMap<>();
  private final Map<Key, Upstream> all = new HashMap<>();
  private final Upstream own;

  Upstreams(Resources resources, DialectConfig config) {
    this.services = ServiceLookup.of(resources);
    resources.services().forEach(s -> known.put(s.meta().qualifiedName(), s));
    this.own = ownDefault(config.get("default-backend-service", ""));
  }

  /** The built-in default backend, or the Service of the flag where it has endpoints. */
  private Upstream ownDefault(String flag) {
    int slash = flag.indexOf('/');
    Optional<Backend> service =
        slash <= 0
            ? Optional.empty()
            : firstPort(flag.substring(0, slash), flag.substring(slash + 1));
    return service
        .map(backend -> new Upstream(backend, Optional.empty(), null))
        .orElseGet(
            () ->
                new Upstream(
                    new ServiceBackend(Optional.empty(), Optional.empty()),
                    Optional.of("built-in"),
                    null));
  }

  Upstream own() {
    return own;
  }

  void create(List<Ing> ingresses) {
    for (Ing ing : ingresses) {
      // A defaultBackend makes its upstream anew, whoever made it before.
      Optional<Backend> target = ing.ingress().spec().defaultBackend();
      if (target.isPresent() && target.get() instanceof ServiceBackend backend) {
        all.put(new Key(ing.namespace(), backend), upstream(ing, backend));
      }
      for (Rule rule : ing.ingress().spec().rules()) {
        for (HttpPath path : rule.paths()) {
          if (path.backend().isPresent()
              && path.backend().get() instanceof ServiceBackend backend) {
            all.computeIfAbsent(new Key(ing.namespace(), backend), key -> upstream(ing, backend));
          }
        }
      }
    }
  }

  @Nullable Upstream get(Ing ing, Backend backend) {
    return all.get(new Key(ing.namespace(), backend));
  }

  private Upstream upstream(Ing ing, ServiceBackend backend) {
    Ing canary = ing.canary().enabled() ? ing : null;
    return switch (find(ing.namespace(), backend)) {
      case ServiceLookup.Found.Ready(Backend found) ->
          new Upstream(found, Optional.empty(), canary);
      case ServiceLookup.Found.Unavailable(String reason) ->
          new Upstream(backend, Optional.of(reason), canary);
    };
  }

  /** The first port of a Service whose number, targetPort or name is the wanted one. */
  private ServiceLookup.Found find(String namespace, ServiceBackend backend) {
    ServiceLookup.Found found = services.find(namespace, backend);
    if (services.isAssumed() || backend.name().isEmpty() || backend.port().isEmpty()) {
      return found;
    }
    String name = backend.name().get();
    Service service = known.get(namespace + "/" + name);
    if (service == null
        || service.externalName().isPresent()
        || services.isWithoutEndpoints(namespace, backend)) {
      return found;
    }
    String wanted = backend.port().get().display();
    for (ServicePort port : service.ports()) {
      boolean is =
          port.port().filter(p -> Integer.toString(p).equals(wanted)).isPresent()
              || port.targetPort().filter(wanted::equals).isPresent()
              || port.name().filter(wanted::equals).isPresent();
      if (is) {
        Optional<Port> number = port.port().map(Port.Number::new);
        return new ServiceLookup.Found.Ready(
            new ServiceBackend(backend.name(), number.or(backend::port)));
      }
    }
    return found;
  }

  /** A Service by its first port; empty where it is not there or has no endpoints. */
  private Optional<Backend> firstPort(String namespace, String name) {
    Service service = known.get(namespace + "/" + name);
    if (service == null) {
      return services.isAssumed()
          ? Optional.of(ServiceBackend.of(name, new Port.Number(80)))
          : Optional.empty();
    }
    Optional<Integer> port = service.ports().stream().findFirst().flatMap(ServicePort::port);
    Optional<Backend> backend = port.map(p -> ServiceBackend.of(name, new Port.Number(p)));
    return backend.filter(b -> !services.isWithoutEndpoints(namespace, b));
  }

  /** Who answers for a Service without endpoints, by the annotation default-backend. */
  Optional<Backend> standIn(Ing ing, String name) {
    return services.isAssumed() ? Optional.empty() : firstPort(ing.namespace(), name);
  }
}
