package io.github.ingressdesigner.model;

import java.util.List;
import java.util.Optional;

/** A Service: its type and ports, enough to check what rules refer to. */
public record Service(
    String apiVersion,
    ObjectMeta meta,
    Optional<String> type,
    Optional<String> externalName,
    List<ServicePort> ports)
    implements Resource {
  /** One port; {@code targetPort} as written, a number or a name. */
  public record ServicePort(
      Optional<String> name,
      Optional<Integer> port,
      Optional<String> targetPort,
      Optional<String> appProtocol) {
    /** Whether a backend that names {@code wanted} means this one. */
    public boolean is(Port wanted) {
      return switch (wanted) {
        case Port.Number(int value) -> port.filter(number -> number == value).isPresent();
        case Port.Name(String value) -> name.filter(value::equals).isPresent();
      };
    }
  }

  public Service {
    ports = List.copyOf(ports);
  }

  public boolean hasPort(Port wanted) {
    return ports.stream().anyMatch(port -> port.is(wanted));
  }

  @Override
  public String kind() {
    return "Service";
  }
}
