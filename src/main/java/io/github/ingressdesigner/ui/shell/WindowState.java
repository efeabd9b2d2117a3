package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.dialect.ForeignDialect;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.text.FileBytes;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.common.Selection;
import io.github.ingressdesigner.workspace.Change;
import io.github.ingressdesigner.workspace.Snapshot;
import io.github.ingressdesigner.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;

/** Keeps tool bar, status bar, badges and the title of the window in step with the model. */
final class WindowState {
  private final AppModel model;
  private final MainWindow window;
  private final Consumer<String> title;

  /** Follows the model from now on. */
  WindowState(
      AppModel model, MainWindow window, ReadOnlyStringProperty caret, Consumer<String> title) {
    this.model = model;
    this.window = window;
    this.title = title;
    model
        .workspace()
        .addListener(
            new Workspace.Listener() {
              @Override
              public void edited(Change change, Object origin) {
                showFiles();
              }

              @Override
              public void renamed(FileId from, FileId to) {
                follow(from, to);
              }

              @Override
              public void filesChanged() {
                keepActiveFile();
                showFiles();
              }
            });
    model.activeFileProperty().addListener((property, was, is) -> showFiles());
    model.snapshotProperty().addListener((property, was, is) -> show(is));
    model
        .testedProperty()
        .addListener(
            (property, was, is) -> {
              window.status().showTests(is);
              window.drawer().showTests(is);
            });
    caret.addListener((property, was, is) -> window.status().showCaret(is));
    showFiles();
    show(model.snapshot());
  }

  private void follow(FileId from, FileId to) {
    Selection selection = model.selectionProperty().get();
    model
        .selectionProperty()
        .set(new Selection(selection.at().map(at -> at.renamed(from, to)), selection.origin()));
    if (model.activeFileProperty().get().filter(from::equals).isPresent()) {
      model.activeFileProperty().set(Optional.of(to));
    }
  }

  /** A closed file gives its place in the editor to another. */
  private void keepActiveFile() {
    List<FileId> files = model.workspace().files();
    Optional<FileId> active = model.activeFileProperty().get();
    if (active.filter(files::contains).isEmpty()) {
      model.activeFileProperty().set(files.stream().findFirst());
    }
  }

  /** Shows which files are open and whether they are saved. */
  void showFiles() {
    Workspace workspace = model.workspace();
    Optional<FileId> active = model.activeFileProperty().get().filter(workspace::isOpen);
    window.setFileOpen(!workspace.files().isEmpty());
    window.toolbar().showHistory(workspace.undoLabel(), workspace.redoLabel());
    window.toolbar().setSaveEnabled(active.filter(f -> canSave(workspace, f)).isPresent());
    title.accept(title(active));
    if (active.isPresent()) {
      FileBytes bytes = workspace.bytes(active.get());
      window.status().showSaved(workspace.isDirty(active.get()), active.get().isUntitled());
      window
          .status()
          .showEncoding(
              bytes.endings().isMixed()
                  ? Messages.text("shell.status.mixed")
                  : bytes.endings().main().name(),
              bytes.bom() ? "UTF-8 BOM" : "UTF-8",
              bytes.readOnly().isPresent());
    }
  }

  /** An untitled text can be saved also before it was edited. */
  static boolean canSave(Workspace workspace, FileId file) {
    return workspace.readOnly(file).isEmpty() && (workspace.isDirty(file) || file.isUntitled());
  }

  private String title(Optional<FileId> active) {
    String app = Messages.text("shell.title");
    return active
        .map(
            file ->
                (model.workspace().isAnyDirty() ? "\u2022 " : "") + file.name() + " \u2013 " + app)
        .orElse(app);
  }

  private void show(Snapshot snapshot) {
    window.status().showDialect(name(model.feed().dialect()));
    if (snapshot.files().isEmpty()) {
      return;
    }
    int errors = count(snapshot, Severity.ERROR);
    int warnings = count(snapshot, Severity.WARNING);
    window.status().showProblems(errors, warnings);
    window.drawer().showCount(errors, warnings);
    window.status().showTime(snapshot.analysisNanos());
    List<Ingress> ingresses =
        snapshot.resources().ingresses().map(located -> (Ingress) located.resource()).toList();
    int paths =
        ingresses.stream()
            .flatMap(ingress -> ingress.spec().rules().stream())
            .mapToInt(rule -> rule.paths().size())
            .sum();
    window.status().showCounts(ingresses.size(), paths);
  }

  private static String name(Dialect dialect) {
    if (dialect instanceof ForeignDialect foreign) {
      return Messages.text("shell.status.foreign", foreign.displayName(), foreign.controller());
    }
    int changed = dialect.changed().size();
    return changed == 0
        ? dialect.displayName()
        : Messages.text("shell.status.changed", dialect.displayName(), changed);
  }

  private static int count(Snapshot snapshot, Severity severity) {
    return (int) snapshot.problems().stream().filter(p -> p.severity() == severity).count();
  }
}
