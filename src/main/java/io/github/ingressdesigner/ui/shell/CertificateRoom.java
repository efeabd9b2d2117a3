package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.OtherResource;
import io.github.ingressdesigner.model.Resource;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.model.Resources.Located;
import io.github.ingressdesigner.model.Secret;
import io.github.ingressdesigner.model.TlsEntry;
import io.github.ingressdesigner.ui.certificate.CertificateDesk;
import io.github.ingressdesigner.ui.certificate.CertificateForm;
import io.github.ingressdesigner.ui.certificate.Wanted;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.dialogs.Sheet;
import io.github.ingressdesigner.workspace.disk.DiskException;
import io.github.ingressdesigner.workspace.disk.KeyFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;

/** Gives hosts of the selected Ingress a certificate. */
final class CertificateRoom implements CertificateDesk {
  private static final int LARGEST = 1 << 20;

  private final AppModel model;
  private final MainWindow window;
  private final Threads threads;
  private final FilePicker picker;
  private final Supplier<Optional<Path>> folder;
  private Optional<String> namespace = Optional.empty();

  /**
   * @param folder where file dialogues begin
   */
  CertificateRoom(
      AppModel model,
      MainWindow window,
      Threads threads,
      FilePicker picker,
      Supplier<Optional<Path>> folder) {
    this.model = model;
    this.window = window;
    this.threads = threads;
    this.picker = picker;
    this.folder = folder;
  }

  /** Whether there is an Ingress at all. */
  boolean hasIngress() {
    return ingress().isPresent();
  }

  /** The selected Ingress, else the first one. */
  private Optional<Located> ingress() {
    Optional<ResourceId> selected = model.selectionProperty().get().at().map(at -> at.resource());
    List<Located> all = model.snapshot().resources().ingresses().toList();
    return all.stream()
        .filter(located -> selected.filter(located.id()::equals).isPresent())
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  void show() {
    Optional<Located> found = ingress();
    if (found.isEmpty()) {
      return;
    }
    Ingress ingress = (Ingress) found.get().resource();
    namespace = ingress.meta().namespace();
    List<String> hosts =
        ingress.spec().rules().stream().flatMap(rule -> rule.host().stream()).distinct().toList();
    List<String> bare =
        hosts.stream()
            .filter(h -> ingress.spec().tls().stream().noneMatch(e -> e.hosts().contains(h)))
            .toList();
    if (hosts.isEmpty()) {
      model.actions().say(Severity.INFO, Messages.text("shell.certificate.noHost"));
      return;
    }
    CertificateForm form =
        new CertificateForm(this, hosts, bare.isEmpty() ? hosts : bare, namespace);
    String name = ingress.meta().name().orElse("?");
    window
        .overlay()
        .show(
            new Sheet(Messages.text("shell.certificate.title", name))
                .wide()
                .content(form.node())
                .cancel(Messages.text("shell.certificate.close"), () -> {})
                .accent(
                    Messages.text("shell.certificate.write"),
                    () -> write(found.get().id(), form.wanted()))
                .acceptUnless(Bindings.not(form.readyProperty())));
  }

  /** Annotation and entry are one step. */
  private void write(ResourceId ingress, Wanted wanted) {
    List<Intent> intents = new ArrayList<>();
    wanted
        .issuer()
        .ifPresent(
            by -> intents.add(new Intent.SetAnnotation(ingress, by.annotation(), by.name())));
    intents.add(entry(ingress, wanted));
    model
        .actions()
        .perform(
            intents.size() == 1
                ? intents.getFirst()
                : new Intent.Together(Messages.text("shell.certificate.undo"), intents));
  }

  /** An entry that names all the hosts already gets the Secret; else there is a new one. */
  private Intent entry(ResourceId id, Wanted wanted) {
    List<TlsEntry> entries =
        model
            .snapshot()
            .resources()
            .findIngress(id)
            .map(ingress -> ingress.spec().tls())
            .orElse(List.of());
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).hosts().containsAll(wanted.hosts())) {
        return new Intent.SetTlsSecret(new Location(id, FieldPath.tls(i)), wanted.secret());
      }
    }
    return new Intent.AddTls(id, wanted.hosts(), Optional.of(wanted.secret()));
  }

  @Override
  public Optional<Path> chooseFile() {
    return picker.anyFile(folder.get());
  }

  @Override
  public byte[] read(Path path) throws IOException {
    return KeyFile.read(path, LARGEST);
  }

  @Override
  public void saveSecret(String name, byte[] yaml) {
    Optional<Path> target = picker.fileToSave(folder.get(), name + ".yaml");
    target.ifPresent(path -> threads.io().execute(() -> write(path, yaml)));
  }

  private void write(Path path, byte[] yaml) {
    try {
      KeyFile.write(path, yaml);
      say(Severity.WARNING, Messages.text("shell.certificate.saved", path));
    } catch (DiskException e) {
      say(Severity.ERROR, e.getMessage());
    }
  }

  private void say(Severity severity, String message) {
    threads.ui().execute(() -> model.actions().say(severity, message));
  }

  @Override
  public Executor background() {
    return threads.io();
  }

  @Override
  public Executor ui() {
    return threads.ui();
  }

  @Override
  public void copy(String text) {
    model.actions().copy(text);
  }

  @Override
  public List<String> secrets() {
    return resources()
        .filter(Secret.class::isInstance)
        .filter(s -> s.meta().namespaceOrDefault().equals(namespace.orElse("default")))
        .flatMap(s -> s.meta().name().stream())
        .distinct()
        .sorted()
        .toList();
  }

  @Override
  public List<String> issuers(String kind) {
    return resources()
        .filter(OtherResource.class::isInstance)
        .map(OtherResource.class::cast)
        .filter(r -> r.kind().equals(kind) && r.group().equals("cert-manager.io"))
        .flatMap(r -> r.meta().name().stream())
        .distinct()
        .sorted()
        .toList();
  }

  private Stream<Resource> resources() {
    return model.snapshot().resources().all().stream().map(Resources.Located::resource);
  }

  @Override
  public Clock clock() {
    return Clock.systemUTC();
  }
}
