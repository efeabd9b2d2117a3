package io.github.ingressdesigner.bind;

import io.github.ingressdesigner.bind.IngressBinder.Nothing;
import io.github.ingressdesigner.bind.Reading.Bound;
import io.github.ingressdesigner.model.ObjectMeta;
import io.github.ingressdesigner.model.Service;
import io.github.ingressdesigner.model.Service.ServicePort;
import io.github.ingressdesigner.yaml.YamlNode;
import io.github.ingressdesigner.yaml.YamlNode.Scalar;
import java.util.Optional;

/** Binds a Service. */
final class ServiceBinder {
  private final Reading reading;

  ServiceBinder(Reading reading) {
    this.reading = reading;
  }

  Service bind(Fields resource, String apiVersion, ObjectMeta meta) {
    Fields spec = reading.fields(resource, "spec");
    return new Service(
        apiVersion,
        meta,
        reading.text(spec, "type"),
        reading.text(spec, "externalName"),
        reading.list(spec, "ports", Optional.empty(), this::port).values());
  }

  private Bound<ServicePort, Nothing> port(
      Optional<YamlNode> node, Trail at, Optional<Nothing> before) {
    Fields port = reading.fields(node, at);
    ServicePort bound =
        new ServicePort(
            reading.text(port, "name"),
            port.get("port").flatMap(n -> number(n, port.at("port"))),
            port.get("targetPort").flatMap(n -> numberOrName(n, port.at("targetPort"))),
            reading.text(port, "appProtocol"));
    return new Bound<>(bound, Nothing.NOTHING);
  }

  private Optional<Integer> number(YamlNode node, Trail at) {
    if (node instanceof Scalar scalar) {
      Optional<Integer> number =
          switch (KubeScalars.of(scalar)) {
            case KubeValue.Whole whole when whole.value().bitLength() < 32 ->
                Optional.of(whole.value().intValue());
            case KubeValue.Decimal d when d.value() == (int) d.value() ->
                Optional.of((int) d.value());
            case KubeValue.Whole _,
                KubeValue.Decimal _,
                KubeValue.Text _,
                KubeValue.Bool _,
                KubeValue.Null _,
                KubeValue.Refused _ ->
                Optional.empty();
          };
      if (number.isPresent()) {
        if (number.get() < 1 || number.get() > 65_535) {
          reading.error(at, "The port " + scalar.value() + " is not between 1 and 65535.");
        }
        return number;
      }
    }
    reading.wrongType(at, "a whole number from 1 to 65535", node);
    return Optional.empty();
  }

  private Optional<String> numberOrName(YamlNode node, Trail at) {
    if (node instanceof Scalar scalar) {
      return switch (KubeScalars.of(scalar)) {
        case KubeValue.Whole whole -> Optional.of(whole.value().toString());
        case KubeValue.Text text -> Optional.of(text.value());
        case KubeValue.Decimal d when d.value() == (int) d.value() ->
            Optional.of(Integer.toString((int) d.value()));
        case KubeValue.Decimal _, KubeValue.Bool _, KubeValue.Null _, KubeValue.Refused _ -> {
          reading.wrongType(at, "a number or a name", scalar);
          yield Optional.of(scalar.value());
        }
      };
    }
    reading.wrongType(at, "a number or a name", node);
    return Optional.empty();
  }
}
