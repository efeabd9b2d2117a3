package io.github.ingressdesigner.ui.inspector;

import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.ui.common.Messages;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A TLS entry: the Secret, and the hosts that it covers. */
final class TlsForm implements Form {
  private final Choice secret;
  private final Label hosts = Parts.text("", "mono");
  private final VBox node;
  private Target.TlsTarget target;

  TlsForm(Context context, Target.TlsTarget target) {
    this.target = target;
    secret =
        new Choice(
            Messages.text("inspector.secret"),
            () -> context.secrets(this.target.ingress().meta().namespaceOrDefault()),
            Parts::secret,
            text -> context.perform(new Intent.SetTlsSecret(this.target.at(), text)));
    Label label = Parts.label(Messages.text("inspector.hosts"));
    VBox covered = new VBox(label, hosts);
    covered.getStyleClass().add("inspector-entry");
    node =
        Parts.form(
            secret.node(),
            covered,
            Parts.deletion(
                Messages.text("inspector.delete"),
                () -> context.perform(new Intent.Remove(this.target.at()))));
    show(target);
  }

  @Override
  public String title() {
    return Messages.text("inspector.title.tls");
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
