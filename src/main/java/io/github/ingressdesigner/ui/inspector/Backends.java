package io.github.ingressdesigner.ui.inspector;

import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.Port;
import io.github.ingressdesigner.model.Service;
import io.github.ingressdesigner.ui.common.FieldRules;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.common.Sign;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Service and port of a path or of a default backend, and whether the files know them. */
final class Backends {
  private final Context context;
  private final Choice service;
  private final Choice port;
  private final Label state = Parts.text("", "small-text", "inspector-state");
  private final VBox node;
  private Location at;
  private String namespace = "default";
  private Optional<Backend> backend = Optional.empty();

  Backends(Context context, Location at) {
    this.context = context;
    this.at = at;
    service =
        new Choice(
                Messages.text("inspector.service"),
                () -> context.services(namespace),
                FieldRules::service,
                name -> write(name, portText()))
            .grow();
    port =
        new Choice(
            Messages.text("inspector.port"),
            () -> context.ports(namespace, serviceText()),
            FieldRules::port,
            text -> write(serviceText(), text));
    port.node().setPrefWidth(110);
    port.node().setMinWidth(110);
    HBox fields = new HBox(service.node(), port.node());
    fields.getStyleClass().add("inspector-beside");
    node = Parts.part(fields, state);
  }

  static Optional<String> service(Backend backend) {
    return backend instanceof Backend.ServiceBackend(Optional<String> name, var port)
        ? name
        : Optional.empty();
  }

  Region node() {
    return node;
  }

  void show(Location at, String namespace, Optional<Backend> now) {
    this.at = at;
    this.namespace = namespace;
    backend = now;
    service.show(serviceText());
    port.show(portText());
    boolean resource = now.filter(Backend.ResourceBackend.class::isInstance).isPresent();
    service.box().setDisable(resource);
    port.box().setDisable(resource);
    if (resource) {
      Parts.say(state, Sign.INFO, Messages.text("inspector.resource", now.get().display()));
    } else {
      showService();
    }
  }

  private void showService() {
    String name = serviceText();
    Optional<Service> found = context.service(namespace, name);
    if (found.isEmpty()) {
      Parts.say(state, Sign.INFO, Messages.text("inspector.service.unknown", namespace));
      return;
    }
    boolean known = context.ports(namespace, name).contains(portText());
    if (known) {
      Parts.say(state, Sign.WINS, Messages.text("inspector.service.known", namespace));
    } else {
      Parts.say(
          state,
          Sign.WARNING,
          Messages.text(
              "inspector.service.noPort",
              name,
              portText(),
              String.join(", ", context.ports(namespace, name))));
    }
  }

  private String serviceText() {
    return backend.flatMap(Backends::service).orElse("");
  }

  private String portText() {
    return backend
        .filter(Backend.ServiceBackend.class::isInstance)
        .flatMap(b -> ((Backend.ServiceBackend) b).port())
        .map(Port::display)
        .orElse("");
  }

  private void write(String name, String portText) {
    // A Service that has one port only leaves no choice.
    var ports = context.service(namespace, name).map(Service::ports);
    boolean keeps =
        context.ports(namespace, name).contains(portText)
            || ports.isEmpty()
            || ports.get().size() != 1;
    String chosen =
        keeps ? portText : ports.get().getFirst().port().map(String::valueOf).orElse(portText);
    if (!name.isEmpty() && !chosen.isEmpty()) {
      context.perform(
          new Intent.SetBackend(at, Backend.ServiceBackend.of(name, Port.parse(chosen))));
    }
  }
}
