package io.github.ingressdesigner.ui.inspector;

import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.ui.common.Messages;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The default backend of an Ingress. */
final class DefaultForm implements Form {
  private final Backends backends;
  private final VBox node;
  private Target.DefaultTarget target;

  DefaultForm(Context context, Target.DefaultTarget target) {
    this.target = target;
    backends = new Backends(context, target.at());
    Label note = Parts.text(Messages.text("inspector.default.note"), "label-text");
    node =
        Parts.form(
            note,
            backends.node(),
            Parts.deletion(
                Messages.text("inspector.delete"),
                () -> context.perform(new Intent.Remove(this.target.at()))));
    show(target);
  }

  @Override
  public String title() {
    return Messages.text("inspector.title.default");
  }

  @Override
  public String place() {
    return Parts.in(target.ingress().meta().name());
  }

  @Override
  public Region node() {
    return node;
  }

  @Override
  public boolean show(Target now) {
    if (!(now instanceof Target.DefaultTarget shown)) {
      return false;
    }
    target = shown;
    backends.show(
        shown.at(),
        shown.ingress().meta().namespaceOrDefault(),
        shown.ingress().spec().defaultBackend());
    return true;
  }

  @Override
  public void focus() {
    backends.node().requestFocus();
  }
}
