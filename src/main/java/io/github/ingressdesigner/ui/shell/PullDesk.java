package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.cluster.kubeconfig.KubeContext;
import io.github.ingressdesigner.cluster.pull.FilePattern;
import io.github.ingressdesigner.cluster.pull.PullFiles;
import io.github.ingressdesigner.cluster.pull.PullPlan;
import io.github.ingressdesigner.cluster.pull.PullRequest;
import io.github.ingressdesigner.cluster.pull.Pulled;
import io.github.ingressdesigner.cluster.pull.Puller;
import io.github.ingressdesigner.ui.cluster.PullForm;
import io.github.ingressdesigner.ui.cluster.PulledView;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.dialogs.Sheet;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Pulls what runs into a folder: asks what, shows what would be written, writes. */
final class PullDesk {
  private final ClusterDesk cluster;
  private final MainWindow window;
  private final FilePicker picker;
  private final Supplier<Optional<Path>> folder;
  private final Consumer<Path> open;

  /**
   * @param folder the one that is open
   * @param open opens a folder
   */
  PullDesk(
      ClusterDesk cluster,
      MainWindow window,
      FilePicker picker,
      Supplier<Optional<Path>> folder,
      Consumer<Path> open) {
    this.cluster = cluster;
    this.window = window;
    this.picker = picker;
    this.folder = folder;
    this.open = open;
  }

  void pull() {
    cluster.withConsent(this::ask);
  }

  private void ask() {
    KubeContext context = cluster.chosen().orElseThrow();
    PullForm form = new PullForm(context, folder.get(), () -> picker.folderToOpen(folder.get()));
    window
        .overlay()
        .show(
            new Sheet(Messages.text("shell.pull.title", context.name()))
                .text(Messages.text("shell.pull.text"))
                .content(form.node())
                .cancel(Messages.text("dialogs.cancel"), () -> {})
                .accent(
                    Messages.text("shell.pull.go"),
                    () -> read(context, form.request(), form.folder(), form.pattern()))
                .acceptUnless(form.wrong()));
  }

  private void read(KubeContext context, PullRequest request, Path into, FilePattern pattern) {
    cluster
        .busy()
        .run(
            Messages.text("shell.pull.reading", context.name()),
            (progress, cancelled) -> {
              Pulled pulled =
                  Puller.pull(
                      cluster.session(cancelled),
                      request,
                      (what, n) -> progress.accept(Messages.text("shell.pull.progress", what, n)),
                      cancelled);
              PullPlan plan = PullFiles.plan(pulled, into, pattern, context.namespaceOrDefault());
              return () -> show(plan, pulled);
            },
            cluster::failed);
  }

  private void show(PullPlan plan, Pulled pulled) {
    PulledView view = new PulledView(plan, pulled.refused());
    Sheet sheet =
        new Sheet(Messages.text("shell.pull.result", plan.folder()))
            .wide()
            .content(view.node())
            .cancel(Messages.text("dialogs.cancel"), () -> {})
            .accent(Messages.text("shell.pull.write"), () -> write(plan, view.agreed()));
    sheet.node().getStyleClass().add("pulled-sheet");
    window.overlay().show(sheet);
  }

  private void write(PullPlan plan, Set<Path> agreed) {
    cluster
        .busy()
        .run(
            Messages.text("shell.pull.writing"),
            (progress, cancelled) -> {
              PullFiles.write(plan, agreed);
              return () -> open.accept(plan.folder());
            },
            e -> {});
  }
}
