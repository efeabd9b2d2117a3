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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
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

  /** Holds the upstream of a key, which a later defaultBackend may make anew. */
  private static final class Slot {
    Upstream upstream;

    Slot(Upstream upstream) {
      this.upstream = upstream;
    }
  }

  private final Map<Key, Slot> all = new HashMap<>();

  /** For each Ingress, those of all its paths in their order; null where there is no Service. */
  private final Map<Ing, List<@Nullable Slot>> ofPaths = new IdentityHashMap<>();

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
        slot(ing, backend).upstream = upstream(ing, backend);
      }
      ArrayList<@Nullable Slot> slots = new ArrayList<>();
      for (Rule rule : ing.ingress().spec().rules()) {
        slots.ensureCapacity(slots.size() + rule.paths().size());
        for (HttpPath path : rule.paths()) {
          slots.add(
              path.backend().isPresent() && path.backend().get() instanceof ServiceBackend backend
                  ? slot(ing, backend)
                  : null);
        }
      }
      ofPaths.put(ing, slots);
    }
  }

  private Slot slot(Ing ing, ServiceBackend backend) {
    Key key = new Key(ing.namespace(), backend);
    Slot known = all.get(key);
    if (known == null) {
      known = new Slot(upstream(ing, backend));
      all.put(key, known);
    }
    return known;
  }

  @Nullable Upstream get(Ing ing, Backend backend) {
    Slot slot = all.get(new Key(ing.namespace(), backend));
    return slot == null ? null : slot.upstream;
  }

  /**
   * The upstream of a path, or null where its backend is no Service.
   *
   * @param place of the path among all of the Ingress
   */
  @Nullable Upstream ofPath(Ing ing, int place) {
    List<@Nullable Slot> slots = ofPaths.get(ing);
    Slot slot = slots == null ? null : slots.get(place);
    return slot == null ? null : slot.upstream;
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
