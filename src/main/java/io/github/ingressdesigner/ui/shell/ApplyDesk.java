package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.cluster.ClusterException;
import io.github.ingressdesigner.cluster.KubeObject;
import io.github.ingressdesigner.cluster.apply.Applier;
import io.github.ingressdesigner.cluster.apply.ApplyJournal;
import io.github.ingressdesigner.cluster.apply.ApplyPreview;
import io.github.ingressdesigner.cluster.apply.ApplyResult;
import io.github.ingressdesigner.cluster.apply.ApplyResult.Done;
import io.github.ingressdesigner.cluster.apply.ApplyStep;
import io.github.ingressdesigner.cluster.apply.Undo;
import io.github.ingressdesigner.cluster.apply.Wanted;
import io.github.ingressdesigner.cluster.kubeconfig.KubeContext;
import io.github.ingressdesigner.cluster.pull.LiveObjects;
import io.github.ingressdesigner.cluster.session.KubeSession;
import io.github.ingressdesigner.compare.Comparer;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.suite.AcceptedDifferences;
import io.github.ingressdesigner.suite.DifferenceReport;
import io.github.ingressdesigner.ui.cluster.ApplyModel;
import io.github.ingressdesigner.ui.cluster.ApplyView;
import io.github.ingressdesigner.ui.cluster.ResultView;
import io.github.ingressdesigner.ui.cluster.WritesView;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.dialogs.Sheet;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.TextField;

/**
 * Brings the open files into the cluster: tries, shows, asks, writes, and tells what came of it.
 */
final class ApplyDesk {
  private final ClusterDesk cluster;
  private final AppModel model;
  private final MainWindow window;

  ApplyDesk(ClusterDesk cluster, AppModel model, MainWindow window) {
    this.cluster = cluster;
    this.model = model;
    this.window = window;
  }

  void apply() {
    List<Wanted> wanted = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (FileId file : model.workspace().files()) {
      if (!isOurs(file.value())) {
        Wanted.Text text = Wanted.read(file.value(), model.workspace().text(file).string());
        wanted.addAll(text.objects());
        problems.addAll(text.problems());
      }
    }
    if (!problems.isEmpty()) {
      cluster.busy().tell(Messages.text("shell.apply.broken", String.join("\n", problems)));
      return;
    }
    cluster.withConsent(() -> preview(wanted));
  }

  /** Suites and settings are ours, not the cluster's. */
  private static boolean isOurs(String file) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    return name.contains(".routes.y") || name.startsWith(".ingress-designer");
  }

  private void preview(List<Wanted> wanted) {
    KubeContext context = cluster.chosen().orElseThrow();
    Dialect dialect = model.feed().dialect();
    cluster
        .busy()
        .run(
            Messages.text("shell.apply.trying", context.name()),
            (progress, cancelled) -> {
              KubeSession session = cluster.session(cancelled);
              progress.accept(Messages.text("shell.apply.dryRun"));
              ApplyPreview preview = ApplyPreview.of(session, wanted, Optional.empty(), cancelled);
              progress.accept(Messages.text("shell.apply.comparing"));
              Optional<DifferenceReport> routing = routing(session, preview, dialect, cancelled);
              return () -> show(context, preview, routing);
            },
            cluster::failed);
  }

  private static Optional<DifferenceReport> routing(
      KubeSession session, ApplyPreview preview, Dialect dialect, BooleanSupplier cancelled)
      throws ClusterException {
    List<KubeObject> results = new ArrayList<>();
    for (ApplyStep step : preview.steps()) {
      if (step.isWrite()) {
        step.result().ifPresent(results::add);
      }
    }
    LiveObjects now = LiveObjects.read(session, (what, n) -> {}, cancelled);
    LiveObjects then = now.with(results, session.context().namespaceOrDefault());
    return Optional.of(
        new DifferenceReport(
            Comparer.compare(
                dialect.compile(now.resources(), Optional.empty()),
                dialect.compile(then.resources(), Optional.empty()),
                cancelled),
            AcceptedDifferences.NONE,
            Messages.text("shell.apply.now", session.context().name()),
            Messages.text("shell.apply.after")));
  }

  private void show(KubeContext context, ApplyPreview preview, Optional<DifferenceReport> routing) {
    ApplyModel apply = new ApplyModel(context, preview, routing, cluster.isProtected());
    Sheet sheet =
        new Sheet(Messages.text("shell.apply.title", context.name()))
            .wide()
            .content(new ApplyView(apply).node())
            .cancel(Messages.text("dialogs.cancel"), () -> {})
            .accent(
                Messages.text("shell.apply.go", apply.writes(), context.name()),
                () -> write(preview, apply))
            .acceptUnless(apply.blockedProperty());
    sheet.node().getStyleClass().add("apply-sheet");
    window.overlay().show(sheet);
  }

  private void write(ApplyPreview preview, ApplyModel apply) {
    cluster
        .busy()
        .run(
            Messages.text("shell.apply.writing"),
            (progress, cancelled) -> {
              Applier applier =
                  new Applier(
                      cluster.session(cancelled), preview, cluster.journal(), Clock.systemUTC());
              ApplyResult result =
                  applier.apply(
                      preview.steps(),
                      apply.choices(),
                      step -> progress.accept(step.shown()),
                      cancelled);
              return () -> tell(applier, result);
            },
            cluster::failed);
  }

  private void tell(Applier applier, ApplyResult result) {
    Sheet sheet =
        new Sheet(Messages.text(result.isComplete() ? "shell.apply.done" : "shell.apply.stopped"))
            .wide()
            .content(new ResultView(result).node());
    if (!result.isComplete() && !result.in(Done.APPLIED).isEmpty()) {
      sheet.plain(Messages.text("shell.apply.rollBack"), () -> rollBack(applier, result));
    }
    if (!result.isComplete()) {
      sheet.plain(Messages.text("shell.apply.goOn"), this::apply);
    }
    window.overlay().show(sheet.accent(Messages.text("dialogs.close"), () -> {}));
  }

  private void rollBack(Applier applier, ApplyResult result) {
    cluster
        .busy()
        .run(
            Messages.text("shell.apply.rollingBack"),
            (progress, cancelled) -> {
              List<String> problems = applier.rollBack(result, false, cancelled);
              return () ->
                  cluster
                      .busy()
                      .tell(
                          problems.isEmpty()
                              ? Messages.text("shell.apply.rolledBack")
                              : String.join("\n", problems));
            },
            cluster::failed);
  }

  /** Shows what was written to clusters. */
  void showWrites() {
    cluster
        .busy()
        .run(
            Messages.text("shell.writes.reading"),
            (progress, cancelled) -> {
              List<ApplyJournal.Entry> entries = cluster.journal().entries().reversed();
              return () -> showWrites(entries);
            },
            e -> {});
  }

  private void showWrites(List<ApplyJournal.Entry> entries) {
    WritesView view = new WritesView(entries);
    Sheet sheet =
        new Sheet(Messages.text("shell.writes.title"))
            .wide()
            .text(Messages.text("shell.writes.text"))
            .content(view.node())
            .cancel(Messages.text("dialogs.close"), () -> {})
            .accent(
                Messages.text("shell.writes.undo"),
                () -> view.selected().ifPresent(this::confirmUndo))
            .acceptUnless(view.nothingToUndo(cluster.chosen()));
    sheet.node().getStyleClass().add("pulled-sheet");
    window.overlay().show(sheet);
  }

  private void confirmUndo(ApplyJournal.Entry entry) {
    String what =
        Messages.text(
            entry.before().isPresent() ? "shell.writes.putBack" : "shell.writes.delete",
            entry.key().shown(),
            entry.context());
    Sheet sheet = new Sheet(Messages.text("shell.writes.confirm")).text(what);
    BooleanProperty unnamed = new SimpleBooleanProperty(cluster.isProtected());
    if (cluster.isProtected()) {
      String name = cluster.chosen().orElseThrow().name();
      TextField typed = new TextField();
      typed.setPromptText(Messages.text("cluster.apply.type"));
      typed.setAccessibleText(Messages.text("cluster.apply.type"));
      typed.textProperty().addListener((property, was, is) -> unnamed.set(!is.equals(name)));
      sheet.text(Messages.text("cluster.apply.protected", name)).content(typed);
    }
    window
        .overlay()
        .show(
            sheet
                .cancel(Messages.text("dialogs.cancel"), () -> {})
                .accent(
                    Messages.text("shell.writes.undo"),
                    () -> cluster.withConsent(() -> undo(entry)))
                .acceptUnless(unnamed));
  }

  private void undo(ApplyJournal.Entry entry) {
    cluster
        .busy()
        .run(
            Messages.text("shell.writes.undoing"),
            (progress, cancelled) -> {
              undo(entry, cancelled);
              return () ->
                  cluster.busy().tell(Messages.text("shell.writes.undone", entry.key().shown()));
            },
            cluster::failed);
  }

  private void undo(ApplyJournal.Entry entry, BooleanSupplier cancelled)
      throws ClusterException, IOException {
    Undo.fromJournal(
        cluster.session(cancelled), cluster.journal(), entry, Clock.systemUTC(), cancelled);
  }
}
