package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.splice.Plan;
import io.github.ingressdesigner.suite.NewTest;
import io.github.ingressdesigner.suite.Spot;
import io.github.ingressdesigner.suite.SuiteEdits;
import io.github.ingressdesigner.suite.SuiteResult.CaseResult;
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
import io.github.ingressdesigner.workspace.disk.DiskFiles;
import io.github.ingressdesigner.workspace.disk.FileStore;
import io.github.ingressdesigner.yaml.ReadResult;
import io.github.ingressdesigner.yaml.YamlCursor;
import io.github.ingressdesigner.yaml.YamlNode.Scalar;
import io.github.ingressdesigner.yaml.YamlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes route tests into suites, which are files of the workspace like any other. */
final class TestDesk implements SuiteActions {
  private final AppModel model;
  private final DiskFiles disk;
  private final SuitesView view;
  private final SuiteSearch search;
  private Map<FileId, SourceText> onDisk = Map.of();

  TestDesk(AppModel model, DiskFiles disk, SuitesView view, Threads threads) {
    this.model = model;
    this.disk = disk;
    this.view = view;
    search = new SuiteSearch(model, threads, this::found);
    view.setActions(this);
  }

  private void found(List<SuiteFile> suites) {
    onDisk = new LinkedHashMap<>();
    suites.forEach(suite -> onDisk.put(suite.id(), suite.text()));
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
    commands.add("coverRest", view::cover);
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

  /** Writes tests behind the others of a suite of their controller; begins one if needed. */
  void create(List<NewTest> tests) {
    Optional<FileId> manifest = manifest();
    if (manifest.isEmpty()) {
      model.actions().say(Severity.WARNING, Messages.text("shell.tests.noFile"));
      return;
    }
    String controller = tests.getFirst().controller().orElse(model.feed().dialect().id());
    Optional<FileId> known = suites().filter(file -> isOf(controller, file)).findFirst();
    FileId suite = known.orElseGet(() -> free(manifest.get(), controller));
    if (model.workspace().isOpen(suite)) {
      add(suite, tests);
    } else if (onDisk.containsKey(suite)) {
      disk.open(FileStore.pathOf(suite), opened -> add(opened, tests));
    } else {
      begin(suite, tests);
    }
  }

  /** The one in view first, then those that are open, then those on disk. */
  private Stream<FileId> suites() {
    List<FileId> open = model.workspace().files().stream().filter(NewSuite::isSuite).toList();
    return Stream.of(
            model.activeFileProperty().get().filter(open::contains).stream(),
            open.stream(),
            onDisk.keySet().stream())
        .flatMap(files -> files);
  }

  private boolean isOf(String controller, FileId suite) {
    SourceText text =
        model.workspace().isOpen(suite) ? model.workspace().text(suite) : onDisk.get(suite);
    return switch (new YamlReader().read(text.string())) {
      case ReadResult.Parsed parsed -> {
        YamlCursor root = new YamlCursor(parsed.tree().root(), 0, Optional.empty());
        Optional<String> written =
            root.get("controller")
                .flatMap(
                    c -> c.node() instanceof Scalar s ? Optional.of(s.value()) : Optional.empty());
        yield written.orElse(model.feed().dialect().id()).equals(controller);
      }
      case ReadResult.Empty _ -> true;
      case ReadResult.Template _, ReadResult.Broken _ -> false;
    };
  }

  /** Beside its manifest, also while that has no file yet; with the controller if need be. */
  private FileId free(FileId manifest, String controller) {
    FileId plain = NewSuite.beside(manifest, "");
    boolean taken = model.workspace().isOpen(plain) || onDisk.containsKey(plain);
    return taken ? NewSuite.beside(manifest, "." + controller) : plain;
  }

  /** The file that the test is about: the one in view, else the first. */
  private Optional<FileId> manifest() {
    List<FileId> manifests =
        model.workspace().files().stream().filter(file -> !NewSuite.isSuite(file)).toList();
    return model
        .activeFileProperty()
        .get()
        .filter(manifests::contains)
        .or(() -> manifests.stream().findFirst());
  }

  /** Begins a suite with the tests, as one undo step. */
  private void begin(FileId suite, List<NewTest> tests) {
    Optional<String> text = new NewSuite(model, suite).text(tests);
    if (text.isEmpty()) {
      model.actions().say(Severity.WARNING, Messages.text("shell.tests.undecided"));
      return;
    }
    if (!model.workspace().isOpen(suite)) {
      model.workspace().open(suite, FileBytes.of(SourceText.of("")));
    }
    apply(
        Messages.text("shell.tests.begin", suite.name()),
        Map.of(suite, TextEdits.of(TextEdit.insert(0, text.get()))));
    sayAdded(suite, tests.size());
  }

  private Optional<Snapshot.DocumentState> document(FileId suite) {
    return model.feed().current().file(suite).stream()
        .flatMap(file -> file.documents().stream())
        .filter(d -> d.read() instanceof ReadResult.Parsed)
        .findFirst();
  }

  private void add(FileId suite, List<NewTest> tests) {
    if (model.workspace().text(suite).string().isBlank()) {
      begin(suite, tests);
      return;
    }
    Optional<Snapshot.DocumentState> document = document(suite);
    if (document.isEmpty()) {
      model.actions().say(Severity.WARNING, Messages.text("shell.tests.broken", suite.name()));
      return;
    }
    ResourceId id = ResourceId.whole(suite, document.get().id());
    ReadResult.Parsed parsed = (ReadResult.Parsed) document.get().read();
    NewTest first = tests.getFirst();
    String label =
        tests.size() == 1
            ? Messages.text("shell.tests.add", first.method(), first.url())
            : Messages.text("shell.tests.addMany", tests.size());
    if (write(label, NewSuite.intent(parsed.tree(), id, tests, label))) {
      sayAdded(suite, tests.size());
    }
  }

  private void sayAdded(FileId suite, int count) {
    model.actions().say(Severity.INFO, Messages.text("shell.tests.added", suite.name(), count));
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
