package io.github.ingressdesigner.ui.common;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.lint.Finding;
import io.github.ingressdesigner.lint.Fix;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.workspace.Change;
import io.github.ingressdesigner.workspace.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.MenuItem;

/** What can be done about a problem: the fix that its rule offers, or a comment that ignores it. */
public final class Mending {
  private static final List<String> NEVER_IGNORED =
      List.of("yaml-syntax", "yaml-template", "internal-error");

  private final AppModel model;

  public Mending(AppModel model) {
    this.model = model;
  }

  public static Optional<Fix> fix(Problem problem) {
    return problem.finding().flatMap(Finding::fix);
  }

  /** Why the rule is there, and what it wants; empty for what no rule tells. */
  public static Optional<String> explanation(Problem problem) {
    return problem.finding().map(f -> f.rule().title() + ". " + f.rule().explanation());
  }

  /** Items of a menu, the fix first; none where nothing can be done. */
  public List<MenuItem> items(Problem problem) {
    List<MenuItem> items = new ArrayList<>();
    fix(problem)
        .ifPresent(
            fix -> {
              MenuItem item = new MenuItem(fix.label());
              item.setOnAction(_ -> mend(problem));
              items.add(item);
            });
    if (canIgnore(problem)) {
      MenuItem item = new MenuItem(Messages.text("common.lint.ignore", problem.code()));
      item.setOnAction(_ -> ignore(problem));
      items.add(item);
    }
    boolean readOnly = !isOpen(problem.file()) || isReadOnly(problem.file());
    items.forEach(item -> item.setDisable(readOnly));
    if (problem.finding().isPresent()) {
      MenuItem item = new MenuItem(Messages.text("common.lint.why", problem.code()));
      item.setOnAction(_ -> explain(problem));
      items.add(item);
    }
    return items;
  }

  /** Opens the help page of the rule. */
  public void explain(Problem problem) {
    model.actions().help("check:" + problem.code());
  }

  /** Makes the fix of a problem, as one undo step. */
  public void mend(Problem problem) {
    Optional<Fix> fix = fix(problem);
    if (fix.isEmpty() || !isFresh(problem.file())) {
      return;
    }
    switch (fix.get()) {
      case Fix.ByIntent(String _, boolean _, var intent) -> model.actions().perform(intent);
      case Fix.ByEdits(String label, boolean _, TextEdits edits) ->
          apply(problem.file(), label, edits, problem);
    }
  }

  /** Writes the comment behind the line, and selects what stands for the reason. */
  private void ignore(Problem problem) {
    if (!isFresh(problem.file())) {
      return;
    }
    SourceText text = model.workspace().text(problem.file());
    int end = text.lines().endOf(text.lines().lineOf(problem.range().start()));
    String comment = "  # ingress-designer:ignore " + problem.code() + " ";
    String reason = Messages.text("common.lint.reason");
    apply(
        problem.file(),
        Messages.text("common.lint.ignore", problem.code()),
        TextEdits.of(TextEdit.insert(end, comment + reason)),
        problem);
    int start = end + comment.length();
    model.actions().reveal(problem.file(), new TextRange(start, start + reason.length()));
  }

  private void apply(FileId file, String label, TextEdits edits, Problem problem) {
    if (!isReadOnly(file)) {
      model
          .workspace()
          .apply(new Change(label, Change.Kind.GESTURE, Map.of(file, edits), problem.at()), this);
    }
  }

  private static boolean canIgnore(Problem problem) {
    return problem.finding().isPresent() && !NEVER_IGNORED.contains(problem.code());
  }

  private boolean isOpen(FileId file) {
    return model.workspace().isOpen(file);
  }

  private boolean isReadOnly(FileId file) {
    return model.workspace().readOnly(file).isPresent();
  }

  /** Places of a problem mean the text of its snapshot. */
  private boolean isFresh(FileId file) {
    boolean fresh =
        isOpen(file)
            && model.snapshot().checked()
            && model
                .snapshot()
                .file(file)
                .filter(
                    state -> state.text().string().equals(model.workspace().text(file).string()))
                .isPresent();
    if (!fresh) {
      model.actions().say(Severity.INFO, Messages.text("common.lint.moved"));
    }
    return fresh;
  }
}
