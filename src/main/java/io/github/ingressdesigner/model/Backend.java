package io.github.ingressdesigner.model;

import java.util.Optional;

/** Where a path leads: a Service and port, or another object. */
public sealed interface Backend {
  /** Short text for people: {@code api:8080}, {@code web:http}, {@code StorageBucket/static}. */
  String display();

  record ServiceBackend(Optional<String> name, Optional<Port> port) implements Backend {
    public static ServiceBackend of(String name, Port port) {
      return new ServiceBackend(Optional.of(name), Optional.of(port));
    }

    @Override
    public String display() {
      return name.orElse("(no service)") + ":" + port.map(Port::display).orElse("(no port)");
    }
  }

  record ResourceBackend(Optional<String> apiGroup, Optional<String> kind, Optional<String> name)
      implements Backend {
    @Override
    public String display() {
      return kind.orElse("(no kind)") + "/" + name.orElse("(no name)");
    }
  }
}
