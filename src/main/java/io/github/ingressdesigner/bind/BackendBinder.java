package io.github.ingressdesigner.bind;

import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.Backend.ResourceBackend;
import io.github.ingressdesigner.model.Backend.ServiceBackend;
import io.github.ingressdesigner.model.Port;
import io.github.ingressdesigner.yaml.YamlNode;
import io.github.ingressdesigner.yaml.YamlNode.Scalar;
import java.math.BigInteger;
import java.util.Optional;

/**
 * Binds a backend, in the shape of v1 or in that of v1beta1 ({@code serviceName}, {@code
 * servicePort}).
 */
final class BackendBinder {
  private static final int HIGHEST_PORT = 65_535;

  private final Reading reading;
  private final boolean legacy;

  BackendBinder(Reading reading, boolean legacy) {
    this.reading = reading;
    this.legacy = legacy;
  }

  /** Empty where nothing says where to go. */
  Optional<Backend> bind(Fields backend) {
    Fields service = reading.fields(backend, "service");
    Fields resource = reading.fields(backend, "resource");
    boolean oldShape = backend.has("serviceName") || backend.has("servicePort");
    if (service.isPresent() && resource.isPresent()) {
      reading.error(
          backend.at(),
          "A backend leads to a service or to a resource, not to both. Remove one of them.");
    }
    if (service.isPresent() && !legacy) {
      return Optional.of(service(service, backend));
    }
    if (oldShape) {
      return Optional.of(oldService(backend));
    }
    if (resource.isPresent()) {
      return Optional.of(resource(resource));
    }
    if (service.isPresent()) {
      return Optional.of(service(service, backend));
    }
    if (!backend.has("service") && !backend.has("resource")) {
      reading.error(
          backend.at(),
          legacy
              ? "The backend is missing. Write serviceName and servicePort."
              : "The backend is missing. Write a service with its name and port.");
    }
    return Optional.empty();
  }

  private ServiceBackend service(Fields service, Fields backend) {
    Optional<String> name = reading.text(service, "name");
    if (name.filter(n -> !n.isEmpty()).isEmpty() && !service.has("name")) {
      reading.error(service.at("name"), "The service has no name. Add name below service.");
    }
    return new ServiceBackend(name, port(service, backend));
  }

  private Optional<Port> port(Fields service, Fields backend) {
    Fields port = reading.fields(service, "port");
    Optional<YamlNode> number = port.get("number");
    Optional<String> name = reading.text(port, "name").filter(n -> !n.isEmpty());
    if (number.isPresent()) {
      if (name.isPresent()) {
        reading.error(
            port.at(),
            "The port has a name and a number. Remove one of them: only one is allowed.");
      }
      return Optional.of(number(number.get(), port.at("number")));
    }
    if (name.isEmpty() && (port.isPresent() || !service.has("port"))) {
      reading.error(
          service.has("port") ? port.at() : backend.at(),
          "The service has no port. Write port with a number or a name.");
    }
    return name.map(Port.Name::new);
  }

  private Port number(YamlNode node, Trail at) {
    if (!(node instanceof Scalar scalar)) {
      reading.wrongType(at, "a number", node);
      return new Port.Name("");
    }
    return switch (KubeScalars.of(scalar)) {
      case KubeValue.Whole whole -> inRange(whole.value(), scalar, at);
      case KubeValue.Decimal decimal when decimal.value() == Math.rint(decimal.value()) ->
          inRange(BigInteger.valueOf((long) decimal.value()), scalar, at);
      case KubeValue.Decimal _ -> {
        reading.error(
            at, "A port number is a whole number, and %s is not.".formatted(scalar.value()));
        yield new Port.Name(scalar.value());
      }
      case KubeValue.Text text when text.value().matches("[0-9]{1,9}") -> {
        reading.error(
            at,
            "The port number \"%s\" is text. Write %s without quotes."
                .formatted(text.value(), text.value()));
        yield new Port.Number(Integer.parseInt(text.value()));
      }
      case KubeValue.Text text -> {
        reading.error(
            at,
            "The port number is the text \"%s\". Write a number, or use name for a named port."
                .formatted(text.value()));
        yield new Port.Name(text.value());
      }
      case KubeValue.Bool _, KubeValue.Null _ -> {
        reading.wrongType(at, "a number", scalar);
        yield new Port.Name(scalar.value());
      }
      case KubeValue.Refused refused -> {
        reading.refused(at, refused);
        yield new Port.Name(scalar.value());
      }
    };
  }

  private Port inRange(BigInteger value, Scalar written, Trail at) {
    boolean isInt = value.bitLength() < 32;
    if (!isInt || value.intValue() < 1 || value.intValue() > HIGHEST_PORT) {
      reading.error(
          at,
          "The port number %s is out of range. Write a number from 1 to 65535."
              .formatted(written.value()));
    }
    return isInt ? new Port.Number(value.intValue()) : new Port.Name(written.value());
  }

  private ServiceBackend oldService(Fields backend) {
    if (!legacy) {
      reading.error(
          backend.at(),
          "serviceName and servicePort belong to the removed v1beta1. Write service with name and"
              + " port.");
    }
    Optional<String> name = reading.text(backend, "serviceName");
    if (name.isEmpty() && !backend.has("serviceName")) {
      reading.error(backend.at("serviceName"), "The backend has no service. Add serviceName.");
    }
    Optional<Port> port = backend.get("servicePort").map(n -> oldPort(n, backend));
    if (port.isEmpty()) {
      reading.error(backend.at("servicePort"), "The backend has no port. Add servicePort.");
    }
    return new ServiceBackend(name, port);
  }

  /** A number, or text that names a port, digits too. */
  private Port oldPort(YamlNode node, Fields backend) {
    Trail at = backend.at("servicePort");
    if (node instanceof Scalar scalar && KubeScalars.of(scalar) instanceof KubeValue.Text text) {
      return new Port.Name(text.value());
    }
    return number(node, at);
  }

  private ResourceBackend resource(Fields resource) {
    Optional<String> kind = reading.text(resource, "kind");
    Optional<String> name = reading.text(resource, "name");
    if (kind.isEmpty() && !resource.has("kind")) {
      reading.error(resource.at("kind"), "The resource has no kind. Add kind below resource.");
    }
    if (name.isEmpty() && !resource.has("name")) {
      reading.error(resource.at("name"), "The resource has no name. Add name below resource.");
    }
    return new ResourceBackend(reading.text(resource, "apiGroup"), kind, name);
  }
}
