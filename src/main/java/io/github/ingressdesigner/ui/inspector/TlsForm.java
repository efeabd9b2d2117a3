package io.github.ingressdesigner.ui.inspector;

import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.ui.common.Icons;
import io.github.ingressdesigner.ui.common.Messages;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A TLS entry: the Secret, and the hosts that it covers. */
final class TlsForm implements Form {
  private final Choice secret;
  private final Label hosts = new Label();
  private final VBox node;
  private Target.TlsTarget target;

  TlsForm(Context context, Target.TlsTarget target) {
    this.target = target;
    secret =
        new Choice(
            Messages.text("inspector.secret"),
            () -> context.secrets(this.target.ingress().meta().namespaceOrDefault()),
            text ->
                text.isEmpty()
                    ? Optional.of(Messages.text("inspector.secret.empty"))
                    : Optional.empty(),
            text -> context.perform(new Intent.SetTlsSecret(this.target.at(), text)));
    Label label = new Label(Messages.text("inspector.hosts"));
    label.getStyleClass().add("inspector-label");
    hosts.getStyleClass().add("mono");
    hosts.setWrapText(true);
    hosts.setMinHeight(Region.USE_PREF_SIZE);
    VBox covered = new VBox(label, hosts);
    covered.getStyleClass().add("inspector-entry");
    Button delete = new Button(Messages.text("inspector.delete"), Icons.of(Feather.TRASH_2, 16));
    delete.setOnAction(event -> context.perform(new Intent.Remove(this.target.at())));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    node = new VBox(secret.node(), covered, new HBox(space, delete));
    node.getStyleClass().add("inspector-form");
    show(target);
  }

  @Override
  public String title() {
    return Messages.text("inspector.title.tls");
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
    if (!(now instanceof Target.TlsTarget shown)) {
      return false;
    }
    target = shown;
    secret.show(shown.entry().secretName().orElse(""));
    hosts.setText(
        shown.entry().hosts().isEmpty()
            ? Messages.text("inspector.hosts.all")
            : String.join("\n", shown.entry().hosts()));
    return true;
  }

  @Override
  public void focus() {
    secret.box().requestFocus();
  }
}
