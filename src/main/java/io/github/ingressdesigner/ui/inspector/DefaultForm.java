package io.github.ingressdesigner.ui.inspector;

import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.ui.common.Icons;
import io.github.ingressdesigner.ui.common.Messages;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The default backend of an Ingress. */
final class DefaultForm implements Form {
  private final Backends backends;
  private final VBox node;
  private Target.DefaultTarget target;

  DefaultForm(Context context, Target.DefaultTarget target) {
    this.target = target;
    backends = new Backends(context, target.at());
    Label note = new Label(Messages.text("inspector.default.note"));
    note.setWrapText(true);
    note.setMinHeight(Region.USE_PREF_SIZE);
    note.getStyleClass().add("label-text");
    Button delete = new Button(Messages.text("inspector.delete"), Icons.of(Feather.TRASH_2, 16));
    delete.setOnAction(event -> context.perform(new Intent.Remove(this.target.at())));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    node = new VBox(note, backends.node(), new HBox(space, delete));
    node.getStyleClass().add("inspector-form");
    show(target);
  }

  @Override
  public String title() {
    return Messages.text("inspector.title.default");
  }

  @Override
  public String place() {
    return Messages.text("inspector.in", target.ingress().meta().name().orElse("?"));
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
