package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.splice.Plan;
import io.github.ingressdesigner.suite.NewTest;
import io.github.ingressdesigner.suite.Spot;
import io.github.ingressdesigner.suite.SuiteEdits;
import io.github.ingressdesigner.suite.SuiteFiles;
import io.github.ingressdesigner.suite.SuiteResult.CaseResult;
import io.github.ingressdesigner.suite.SuiteText;
import io.github.ingressdesigner.text.FileBytes;
import io.github.ingressdesigner.text.LineIndex;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.suite.SuiteActions;
import io.github.ingressdesigner.ui.suite.SuiteFile;
import io.github.ingressdesigner.ui.suite.SuitesView;
import io.github.ingressdesigner.workspace.Change;
import io.github.ingressdesigner.workspace.Snapshot;
import io.github.ingressdesigner.workspace.Workspace;
import io.github.ingressdesigner.workspace.disk.DiskFiles;
import io.github.ingressdesigner.workspace.disk.FileStore;
import io.github.ingressdesigner.yaml.ReadResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes route tests into suites, which are files of the workspace like any other. */
final class TestDesk implements SuiteActions {
  private final AppModel model;
  private final DiskFiles disk;
  private final SuitesView view;
  private final SuiteSearch search;
  private List<FileId> onDisk = List.of();

  TestDesk(AppModel model, DiskFiles disk, SuitesView view, Threads threads) {
    this.model = model;
    this.disk = disk;
    this.view = view;
    search = new SuiteSearch(model, threads, this::found);
    view.setActions(this);
  }

  private void found(List<SuiteFile> suites) {
    onDisk = suites.stream().map(SuiteFile::id).toList();
    view.setOnDisk(suites);
  }

  /** The folder that was opened: its suites belong to its files. */
  void setFolder(Path folder) {
    search.setFolder(folder);
  }

  @Override
  public void look() {
    search.look();
  }

  void addTo(Commands commands) {
    commands.add("runTests", view::run);
    commands.add("acceptTests", view::acceptAllOrSay);
    commands.add(
        "coverage", () -> model.coverageShownProperty().set(!model.coverageShownProperty().get()));
  }

  @Override
  public void show(Spot spot) {
    FileId file = new FileId(spot.file());
    if (model.workspace().isOpen(file)) {
      reveal(file, spot);
    } else if (!file.isUntitled()) {
      disk.open(FileStore.pathOf(file), opened -> reveal(opened, spot));
    }
  }

  private void reveal(FileId file, Spot spot) {
    LineIndex lines = model.workspace().text(file).lines();
    int line = Math.clamp(spot.line() - 1, 0, lines.lineCount() - 1);
    int start = Math.min(lines.startOf(line) + spot.column() - 1, lines.endOf(line));
    model.actions().reveal(file, new TextRange(start, lines.endOf(line)));
  }

  @Override
  public void accept(FileId suite, List<CaseResult> failed) {
    if (model.workspace().isOpen(suite)) {
      acceptOpen(suite, failed);
    } else {
      disk.open(FileStore.pathOf(suite), opened -> acceptOpen(opened, failed));
    }
  }

  private void acceptOpen(FileId suite, List<CaseResult> failed) {
    Optional<ResourceId> id = document(suite).map(d -> ResourceId.whole(suite, d.id()));
    String label =
        failed.size() == 1
            ? Messages.text("shell.tests.accept", failed.getFirst().test().url())
            : Messages.text("shell.tests.acceptMany", failed.size());
    List<Intent> parts = new ArrayList<>();
    for (CaseResult result : failed) {
      id.flatMap(at -> SuiteEdits.mend(at, result.test(), result.decision().outcome(), label))
          .ifPresent(
              intent ->
                  parts.addAll(
                      intent instanceof Intent.Together together
                          ? together.intents()
                          : List.of(intent)));
    }
    if (id.isEmpty()) {
      model.actions().say(Severity.WARNING, Messages.text("shell.tests.broken", suite.name()));
    } else if (parts.isEmpty()) {
      model.actions().say(Severity.WARNING, Messages.text("shell.tests.undecided"));
    } else {
      write(label, parts.size() == 1 ? parts.getFirst() : new Intent.Together(label, parts));
    }
  }

  /** Writes a test behind the others of the suite beside the open files; begins one if needed. */
  void create(NewTest test) {
    Workspace workspace = model.workspace();
    Optional<FileId> manifest = manifest();
    if (manifest.isEmpty()) {
      model.actions().say(Severity.WARNING, Messages.text("shell.tests.noFile"));
      return;
    }
    Optional<FileId> open = workspace.files().stream().filter(TestDesk::isSuite).findFirst();
    if (open.isPresent()) {
      add(open.get(), test);
    } else if (!onDisk.isEmpty()) {
      disk.open(FileStore.pathOf(onDisk.getFirst()), suite -> add(suite, test));
    } else {
      withSuite(suiteFor(manifest.get()), test, suite -> add(suite, test));
    }
  }

  private static boolean isSuite(FileId file) {
    return SuiteFiles.isSuite(file.value());
  }

  /** The file that the test is about: the one in view, else the first. */
  private Optional<FileId> manifest() {
    List<FileId> manifests =
        model.workspace().files().stream().filter(file -> !isSuite(file)).toList();
    return model
        .activeFileProperty()
        .get()
        .filter(manifests::contains)
        .or(() -> manifests.stream().findFirst());
  }

  /** Beside its manifest, also while that has no file yet. */
  private static FileId suiteFor(FileId manifest) {
    String name = SuiteFiles.nameFor(manifest.name());
    int slash = manifest.value().lastIndexOf('/');
    return new FileId(
        slash < 0
            ? manifest.value() + "/" + name
            : manifest.value().substring(0, slash + 1) + name);
  }

  /** Opens the suite from disk, or begins it. */
  private void withSuite(FileId suite, NewTest test, Consumer<FileId> then) {
    if (!suite.isUntitled() && FileStore.pathOf(suite).toFile().exists()) {
      disk.open(FileStore.pathOf(suite), then);
      return;
    }
    model.workspace().open(suite, FileBytes.of(SourceText.of("")));
    Dialect dialect = model.feed().dialect();
    boolean own = test.controller().filter(id -> !id.equals(dialect.id())).isEmpty();
    String text =
        SuiteText.begin(
            suite.name(),
            test.controller().orElse(dialect.id()),
            own ? dialect.config().values() : Map.of(),
            model.workspace().files().stream()
                .filter(file -> !isSuite(file))
                .map(file -> relative(suite, file))
                .toList());
    apply(
        Messages.text("shell.tests.begin", suite.name()),
        Map.of(suite, TextEdits.of(TextEdit.insert(0, text))));
    then.accept(suite);
  }

  /** As the suite names it; texts without a file are named as they will be saved. */
  private static String relative(FileId suite, FileId manifest) {
    if (suite.isUntitled() || manifest.isUntitled()) {
      return manifest.name();
    }
    Path folder = FileStore.pathOf(suite).getParent();
    return folder.relativize(FileStore.pathOf(manifest)).toString().replace('\\', '/');
  }

  private Optional<Snapshot.DocumentState> document(FileId suite) {
    return model.feed().current().file(suite).stream()
        .flatMap(file -> file.documents().stream())
        .filter(d -> d.read() instanceof ReadResult.Parsed)
        .findFirst();
  }

  private void add(FileId suite, NewTest test) {
    Optional<Snapshot.DocumentState> document = document(suite);
    if (document.isEmpty()) {
      model.actions().say(Severity.WARNING, Messages.text("shell.tests.broken", suite.name()));
      return;
    }
    ResourceId id = ResourceId.whole(suite, document.get().id());
    ReadResult.Parsed parsed = (ReadResult.Parsed) document.get().read();
    String label = Messages.text("shell.tests.add", test.method(), test.url());
    if (write(label, SuiteEdits.add(parsed.tree(), id, test, label))) {
      model.actions().say(Severity.INFO, Messages.text("shell.tests.added", suite.name()));
    }
  }

  /** What is written is not selected: the person goes on with the request, or with the tests. */
  private boolean write(String label, Intent intent) {
    if (model.actions().preview(intent) instanceof Plan.Ready ready) {
      apply(label, ready.edits());
      return true;
    }
    model.actions().perform(intent);
    return false;
  }

  private void apply(String label, Map<FileId, TextEdits> edits) {
    model.workspace().apply(new Change(label, Change.Kind.GESTURE, edits, Optional.empty()), this);
  }
}
