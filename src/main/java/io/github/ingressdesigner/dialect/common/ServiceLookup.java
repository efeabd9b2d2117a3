package io.github.ingressdesigner.dialect.common;

import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.Backend.ResourceBackend;
import io.github.ingressdesigner.model.Backend.ServiceBackend;
import io.github.ingressdesigner.model.Port;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.model.Service;
import io.github.ingressdesigner.model.Service.ServicePort;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether a backend can answer. Without any Service document all Services and ports are assumed to
 * exist and to be ready; with at least one, only those exist.
 */
public final class ServiceLookup {
  /** Ours: {@code "0"} stands for a Service without ready endpoints. */
  static final String READY_ENDPOINTS = "route-tester/ready-endpoints";

  private final Map<String, Map<String, Service>> byNamespace;

  private ServiceLookup(Map<String, Map<String, Service>> byNamespace) {
    this.byNamespace = byNamespace;
  }

  public static ServiceLookup of(Resources resources) {
    Map<String, Map<String, Service>> byNamespace = new HashMap<>();
    resources
        .services()
        .forEach(
            service ->
                byNamespace
                    .computeIfAbsent(service.meta().namespaceOrDefault(), n -> new HashMap<>())
                    .put(service.meta().name().orElse(""), service));
    return new ServiceLookup(byNamespace);
  }

  /** Whether all that a complete backend names is assumed to be there. */
  public boolean isAssumed() {
    return byNamespace.isEmpty();
  }

  /** Whether a backend is there and, if it is a Service, names it and a port. */
  public static boolean isComplete(Optional<Backend> backend) {
    return backend
        .filter(
            b -> !(b instanceof ServiceBackend s) || s.name().isPresent() && s.port().isPresent())
        .isPresent();
  }

  /** What stands behind a backend. */
  public sealed interface Found {
    /**
     * @param backend with the Service's port number where the Service is known
     */
    record Ready(Backend backend) implements Found {}

    /**
     * @param reason a sentence for people
     */
    record Unavailable(String reason) implements Found {}
  }

  public Found find(String namespace, Backend backend) {
    return switch (backend) {
      case ResourceBackend other -> new Found.Ready(other);
      case ServiceBackend service -> find(namespace, service);
    };
  }

  /** Whether the Service is there but, as its annotation says, without ready endpoints. */
  public boolean isWithoutEndpoints(String namespace, Backend backend) {
    return backend instanceof ServiceBackend service
        && service
            .name()
            .map(name -> byNamespace.getOrDefault(namespace, Map.of()).get(name))
            .filter(s -> "0".equals(s.meta().annotations().get(READY_ENDPOINTS)))
            .isPresent();
  }

  /** The same, but a Service without ready endpoints is ready; for who keeps its routes. */
  public Found findWithoutEndpoints(String namespace, Backend backend) {
    return backend instanceof ServiceBackend service
        ? find(namespace, service, false)
        : find(namespace, backend);
  }

  private Found find(String namespace, ServiceBackend backend) {
    return find(namespace, backend, true);
  }

  private Found find(String namespace, ServiceBackend backend, boolean needsEndpoints) {
    if (backend.name().isEmpty() || backend.port().isEmpty()) {
      String what = backend.name().isEmpty() ? "Service" : "port";
      return new Found.Unavailable("The backend names no " + what + ".");
    }
    if (byNamespace.isEmpty()) {
      return new Found.Ready(backend);
    }
    String name = backend.name().get();
    Service service = byNamespace.getOrDefault(namespace, Map.of()).get(name);
    if (service == null) {
      return new Found.Unavailable(
          "There is no Service " + name + " in namespace " + namespace + " of the files.");
    }
    if (needsEndpoints && "0".equals(service.meta().annotations().get(READY_ENDPOINTS))) {
      return new Found.Unavailable("Service " + name + " has no ready endpoints.");
    }
    Port wanted = backend.port().get();
    if (service.ports().isEmpty() && service.externalName().isPresent()) {
      return new Found.Ready(backend);
    }
    for (ServicePort port : service.ports()) {
      if (port.is(wanted)) {
        Optional<Port> number = port.port().map(Port.Number::new);
        return new Found.Ready(new ServiceBackend(backend.name(), number.or(backend::port)));
      }
    }
    return new Found.Unavailable(
        "Service " + name + " has no port " + wanted.display() + "; " + has(service.ports()));
  }

  private static String has(List<ServicePort> ports) {
    return ports.isEmpty()
        ? "it has none."
        : ports.stream()
            .map(
                port ->
                    port.port().map(String::valueOf).orElse("?")
                        + port.name().map(name -> " (" + name + ")").orElse(""))
            .collect(Collectors.joining(", ", "it has ", "."));
  }
}
