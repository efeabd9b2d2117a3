package io.github.ingressdesigner.ui.inspector;

import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Resource;
import io.github.ingressdesigner.ui.common.Messages;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** An object as a whole: its name, the class of an Ingress, and its annotations. */
final class ObjectForm implements Form {
  private static final Pattern NAME =
      Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
  private static final int LONGEST = 253;

  private final Entry name;
  private final Label namespace = new Label();
  private final Choice ingressClass;
  private final Annotations annotations;
  private final VBox node;
  private Target target;

  ObjectForm(Context context, Target target) {
    this.target = target;
    name =
        new Entry(
            Messages.text("inspector.name"),
            ObjectForm::name,
            text -> context.perform(new Intent.SetName(this.target.at().resource(), text)));
    ingressClass =
        new Choice(
            Messages.text("inspector.class"),
            context::classes,
            text -> text.isEmpty() ? Optional.empty() : name(text),
            text ->
                context.perform(
                    new Intent.SetIngressClass(
                        this.target.at().resource(),
                        text.isEmpty() ? Optional.empty() : Optional.of(text))));
    ingressClass.box().setPromptText(Messages.text("inspector.class.none"));
    annotations = new Annotations(context, target.at().resource());
    namespace.getStyleClass().add("label-text");
    node = Parts.form(name.node(), namespace);
    if (resource(target) instanceof Ingress) {
      node.getChildren().add(ingressClass.node());
    }
    node.getChildren().add(annotations.node());
    show(target);
  }

  private static Optional<String> name(String text) {
    return NAME.matcher(text).matches() && text.length() <= LONGEST
        ? Optional.empty()
        : Optional.of(Messages.text("inspector.name.wrong"));
  }

  private static Resource resource(Target target) {
    return switch (target) {
      case Target.IngressTarget(var at, Ingress ingress) -> ingress;
      case Target.OtherTarget(var at, Resource resource) -> resource;
      case Target.PathTarget path -> path.ingress();
      case Target.RuleTarget rule -> rule.ingress();
      case Target.DefaultTarget backend -> backend.ingress();
      case Target.TlsTarget tls -> tls.ingress();
    };
  }

  @Override
  public String title() {
    return resource(target).kind();
  }

  @Override
  public String place() {
    return Parts.in(Optional.of(target.at().resource().file().name()));
  }

  @Override
  public Region node() {
    return node;
  }

  @Override
  public boolean show(Target now) {
    boolean fits = now instanceof Target.IngressTarget || now instanceof Target.OtherTarget;
    if (!fits || !resource(now).kind().equals(resource(target).kind())) {
      return false;
    }
    target = now;
    Resource resource = resource(now);
    name.show(resource.meta().name().orElse(""));
    namespace.setText(Messages.text("inspector.namespace", resource.meta().namespaceOrDefault()));
    if (resource instanceof Ingress ingress) {
      ingressClass.show(ingress.spec().ingressClassName().orElse(""));
    }
    annotations.show(now.at().resource(), resource.kind(), resource.meta().annotations());
    return true;
  }

  @Override
  public void focus() {
    name.field().requestFocus();
  }
}
