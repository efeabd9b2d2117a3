package io.github.ingressdesigner.dialect.traefik;

import io.github.ingressdesigner.dialect.common.ServiceLookup;
import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.Backend.ResourceBackend;
import io.github.ingressdesigner.model.Backend.ServiceBackend;
import io.github.ingressdesigner.model.Port;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.model.Service;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What stands behind a backend, with the differences that Traefik makes. */
final class Services {
  private final ServiceLookup lookup;
  private final Map<String, Service> byName = new HashMap<>();

  private Services(ServiceLookup lookup) {
    this.lookup = lookup;
  }

  static Services of(Resources resources) {
    Services services = new Services(ServiceLookup.of(resources));
    resources.services().forEach(s -> services.byName.put(s.meta().qualifiedName(), s));
    return services;
  }

  /** What is behind a backend. */
  sealed interface Found {
    record Ready(Backend backend) implements Found {}

    /**
     * The Service and the port are there, but nothing serves.
     *
     * @param reason a sentence for people
     */
    record Empty(String reason) implements Found {}

    /**
     * @param reason a sentence for people
     */
    record Missing(String reason) implements Found {}
  }

  /** Of an ExternalName Service too. */
  Found find(String namespace, Optional<Backend> backend) {
    if (backend.isEmpty()) {
      return new Found.Missing("The path has no backend.");
    }
    if (backend.get() instanceof ResourceBackend other) {
      return new Found.Missing(
          "Traefik serves no resource backends, here " + other.display() + ".");
    }
    return switch (lookup.find(namespace, backend.get())) {
      case ServiceLookup.Found.Ready(Backend ready) -> new Found.Ready(ready);
      case ServiceLookup.Found.Unavailable(String reason) ->
          isEmpty(namespace, backend.get()) ? new Found.Empty(reason) : new Found.Missing(reason);
    };
  }

  private boolean isEmpty(String namespace, Backend backend) {
    return backend instanceof ServiceBackend(Optional<String> name, Optional<Port> port)
        && name.flatMap(n -> get(namespace, n))
            .filter(s -> port.filter(s::hasPort).isPresent())
            .isPresent();
  }

  boolean isExternal(String namespace, Optional<Backend> backend) {
    return of(namespace, backend).flatMap(Service::type).filter("ExternalName"::equals).isPresent();
  }

  /** The Service of a backend, where the files have it. */
  Optional<Service> of(String namespace, Optional<Backend> backend) {
    return !byName.isEmpty() && backend.orElse(null) instanceof ServiceBackend service
        ? service.name().flatMap(name -> get(namespace, name))
        : Optional.empty();
  }

  Optional<Service> get(String namespace, String name) {
    return Optional.ofNullable(byName.get(namespace + "/" + name));
  }

  /** Whether all Services are assumed to be there. */
  boolean isAssumed() {
    return byName.isEmpty();
  }

  /** A Service by its first port; without any Service in the files by no port. */
  Found findFirstPort(String namespace, String name) {
    if (byName.isEmpty()) {
      return new Found.Ready(new ServiceBackend(Optional.of(name), Optional.empty()));
    }
    Optional<Port> port =
        get(namespace, name)
            .flatMap(s -> s.ports().stream().findFirst())
            .flatMap(Service.ServicePort::port)
            .map(Port.Number::new);
    return port.isEmpty()
        ? new Found.Missing("There is no Service " + name + " with a port in " + namespace + ".")
        : find(namespace, Optional.of(new ServiceBackend(Optional.of(name), port)));
  }
}
