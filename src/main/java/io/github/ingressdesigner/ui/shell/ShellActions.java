package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.splice.IntentPlanner;
import io.github.ingressdesigner.splice.Plan;
import io.github.ingressdesigner.suite.NewTest;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.ui.common.Actions;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.dialogs.ChoiceSheet;
import io.github.ingressdesigner.workspace.Change;
import io.github.ingressdesigner.workspace.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/**
 * Does what views ask for: from an intent to one change of the text, and back by undo. The model
 * comes by {@link #connect}, because it knows the actions itself.
 */
final class ShellActions implements Actions {
  /** Where the window shows things; the live sample has another than the window. */
  interface Stage {
    void say(Severity severity, String message);

    void ask(String question, List<ChoiceSheet.Option> options);

    void reveal(FileId file, TextRange range);

    void createTests(List<NewTest> tests);

    void help(String page);
  }

  private final IntentPlanner planner = new IntentPlanner();
  private final Stage stage;
  private Optional<AppModel> connected = Optional.empty();

  ShellActions(Stage stage) {
    this.stage = stage;
  }

  void connect(AppModel model) {
    connected = Optional.of(model);
  }

  private AppModel model() {
    return connected.orElseThrow(() -> new IllegalStateException("actions without a model"));
  }

  @Override
  public void perform(Intent intent) {
    switch (preview(intent)) {
      case Plan.Ready ready -> apply(ready);
      case Plan.NeedsChoice choice ->
          stage.ask(
              choice.question(),
              choice.options().stream()
                  .map(o -> new ChoiceSheet.Option(o.label(), () -> perform(o.intent())))
                  .toList());
      case Plan.Refused refused -> {
        stage.say(Severity.WARNING, refused.reason());
        refused.at().ifPresent(at -> show(at, stage::reveal));
      }
    }
  }

  @Override
  public Plan preview(Intent intent) {
    return planner.plan(intent, model().feed().current().planContext());
  }

  private void apply(Plan.Ready ready) {
    Change change = new Change(ready.label(), Change.Kind.GESTURE, ready.edits(), ready.focus());
    model().workspace().apply(change, this);
    ready.focus().ifPresent(focus -> model().select(focus, this));
    ready.note().ifPresent(note -> stage.say(Severity.INFO, note));
  }

  @Override
  public void undo() {
    model().workspace().undo().ifPresent(change -> after(change, "shell.undone"));
  }

  @Override
  public void redo() {
    model().workspace().redo().ifPresent(change -> after(change, "shell.redone"));
  }

  /** An undone change of several files is easy to miss, so it is told. */
  private void after(Change change, String key) {
    if (change.edits().size() > 1) {
      stage.say(Severity.INFO, Messages.text(key, change.label(), change.edits().size()));
    }
    Optional<FileId> active = model().activeFileProperty().get();
    if (active.filter(change.edits()::containsKey).isEmpty()) {
      change.edits().keySet().stream()
          .sorted()
          .findFirst()
          .ifPresent(file -> model().activeFileProperty().set(Optional.of(file)));
    }
  }

  @Override
  public void createTest(NewTest test) {
    createTests(List.of(test));
  }

  @Override
  public void createTests(List<NewTest> tests) {
    if (!tests.isEmpty()) {
      stage.createTests(tests);
    }
  }

  @Override
  public void reveal(FileId file, TextRange range) {
    stage.reveal(file, range);
  }

  /** Hands the place of an element in the present text to somebody who shows it. */
  void show(Location at, BiConsumer<FileId, TextRange> shower) {
    Snapshot snapshot = model().feed().current();
    snapshot.rangeOf(at).ifPresent(range -> shower.accept(at.resource().file(), range));
  }

  @Override
  public void say(Severity severity, String message) {
    stage.say(severity, message);
  }

  @Override
  public void help(String page) {
    stage.help(page);
  }

  @Override
  public void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
    stage.say(Severity.INFO, Messages.text("shell.copied"));
  }
}
