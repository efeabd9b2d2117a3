package io.github.ingressdesigner.ui.inspector;

import io.github.ingressdesigner.graph.Graph.HostNode;
import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.TlsEntry;
import io.github.ingressdesigner.ui.common.FieldRules;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.common.Sign;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A host: its name, the certificate that covers it, and what its rules hold. */
final class RuleForm implements Form {
  private final Context context;
  private final Entry host;
  private final Label several = Parts.text("", "small-text");
  private final Choice secret;
  private final Label tls = Parts.text("", "small-text");
  private final EffectsBox effects;
  private final VBox node;
  private Target.RuleTarget target;

  RuleForm(Context context, Target.RuleTarget target) {
    this.context = context;
    this.target = target;
    host =
        new Entry(Messages.text("inspector.host"), FieldRules::host, this::rename)
            .prompt(Messages.text("inspector.host.any"));
    secret =
        new Choice(
            Messages.text("inspector.secret"),
            () -> context.secrets(namespace()),
            Parts::secret,
            this::cover);
    effects = new EffectsBox(context);
    VBox certificate = Parts.part(secret.node(), tls);
    VBox name = Parts.part(host.node(), several);
    node =
        Parts.form(
            name,
            certificate,
            effects.node(),
            Parts.deletion(Messages.text("inspector.deleteHost"), this::delete));
    show(target);
  }

  private String namespace() {
    return target.ingress().meta().namespaceOrDefault();
  }

  /** All rules of the host: they are one node of the graph, so they stay one. */
  private List<Location> rules() {
    String name = target.rule().host().orElse("");
    return context.model().snapshot().graph().hosts().stream()
        .filter(h -> h.host().equals(name) && h.rules().contains(target.at()))
        .findFirst()
        .map(HostNode::rules)
        .orElse(List.of(target.at()));
  }

  private Intent together(List<Intent> intents) {
    return intents.size() == 1
        ? intents.getFirst()
        : new Intent.Together(
            Messages.text("inspector.undo.host", target.rule().host().orElse("")), intents);
  }

  private void delete() {
    context.perform(together(rules().reversed().stream().<Intent>map(Intent.Remove::new).toList()));
  }

  private void rename(String name) {
    Optional<String> value = name.isEmpty() ? Optional.empty() : Optional.of(name);
    context.perform(
        together(rules().stream().<Intent>map(r -> new Intent.SetHost(r, value)).toList()));
  }

  /** The entry of this Ingress that names the host. */
  private Optional<Integer> entry() {
    List<TlsEntry> entries = target.ingress().spec().tls();
    String name = target.rule().host().orElse("");
    return IntStream.range(0, entries.size())
        .filter(i -> entries.get(i).hosts().contains(name))
        .boxed()
        .findFirst();
  }

  /** A new entry is selected as every new element is; here the host stays in hand. */
  private void cover(String name) {
    Location host = target.at();
    context.perform(
        entry()
            .<Intent>map(
                i ->
                    new Intent.SetTlsSecret(
                        new Location(target.at().resource(), FieldPath.tls(i)), name))
            .orElseGet(
                () ->
                    new Intent.AddTls(
                        target.at().resource(),
                        target.rule().host().stream().toList(),
                        Optional.of(name))));
    context.model().select(host, "inspector");
  }

  @Override
  public String title() {
    return Messages.text("inspector.title.host");
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
    if (!(now instanceof Target.RuleTarget shown)) {
      return false;
    }
    target = shown;
    host.show(shown.rule().host().orElse(""));
    int count = rules().size();
    Parts.say(
        several,
        count > 1 ? Optional.of(Messages.text("inspector.host.several", count)) : Optional.empty());
    Optional<TlsEntry> covering = entry().map(i -> shown.ingress().spec().tls().get(i));
    secret.show(covering.flatMap(TlsEntry::secretName).orElse(""));
    tls.setGraphic((covering.isPresent() ? Sign.WINS : Sign.INFO).node(""));
    tls.setText(
        covering
            .map(e -> Messages.text("inspector.tls.covers", String.join(", ", e.hosts())))
            .orElseGet(() -> Messages.text("inspector.tls.none")));
    effects.show(List.of(shown.at(), Location.of(shown.at().resource())));
    return true;
  }

  @Override
  public void focus() {
    host.field().requestFocus();
    host.field().selectAll();
  }
}
