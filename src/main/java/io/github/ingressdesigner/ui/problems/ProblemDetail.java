package io.github.ingressdesigner.ui.problems;

import io.github.ingressdesigner.lint.Fix;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.splice.Plan;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.DiffView;
import io.github.ingressdesigner.ui.common.Icons;
import io.github.ingressdesigner.ui.common.Mending;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.workspace.Problem;
import io.github.ingressdesigner.workspace.Snapshot;
import io.github.ingressdesigner.workspace.recovery.DiffLines;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Why the chosen problem is one, and what its fix would change before it does. */
final class ProblemDetail {
  private static final int AROUND = 0;

  private final AppModel model;
  private final Mending mending;
  private final Label why = new Label();
  private final DiffView diff = new DiffView(Messages.text("problems.detail.change"));
  private final Button apply =
      new Button(Messages.text("problems.detail.apply"), Icons.of(Feather.CHECK, 14));
  private final Label key = new Label(Messages.text("problems.detail.key"));
  private final Hyperlink more = new Hyperlink(Messages.text("problems.detail.more"));
  private final HBox change = new HBox();
  private final VBox node = new VBox();
  private Optional<Problem> shown = Optional.empty();

  ProblemDetail(AppModel model, Mending mending) {
    this.model = model;
    this.mending = mending;
    why.setWrapText(true);
    why.setMinHeight(Region.USE_PREF_SIZE);
    why.getStyleClass().add("problem-why");
    apply.getStyleClass().add("accent");
    apply.setMinWidth(Region.USE_PREF_SIZE);
    apply.setOnAction(event -> shown.ifPresent(mending::mend));
    key.getStyleClass().add("small-text");
    key.setMinWidth(Region.USE_PREF_SIZE);
    more.setGraphic(Icons.of(Feather.HELP_CIRCLE, 14));
    more.setOnAction(event -> shown.ifPresent(mending::explain));
    HBox.setHgrow(diff.node(), Priority.ALWAYS);
    diff.node().setFocusTraversable(false);
    VBox buttons = new VBox(apply, key);
    buttons.getStyleClass().add("problem-buttons");
    change.getChildren().addAll(diff.node(), buttons);
    change.getStyleClass().add("problem-change");
    node.getChildren().addAll(why, change, more);
    node.getStyleClass().add("problem-detail");
    hide();
  }

  Region node() {
    return node;
  }

  /** Shows a problem; empty hides all. */
  void show(Optional<Problem> problem) {
    // Planning a fix costs as much as a gesture, and snapshots come with every key.
    if (problem.equals(shown)) {
      return;
    }
    shown = problem;
    Optional<String> explanation = problem.flatMap(Mending::explanation);
    set(node, explanation.isPresent());
    why.setText(explanation.orElse(""));
    List<DiffLines.Line> lines = problem.flatMap(this::lines).orElse(List.of());
    set(change, !lines.isEmpty());
    diff.show(lines, "");
    problem.flatMap(Mending::fix).ifPresent(fix -> apply.setText(fix.label()));
  }

  private void hide() {
    set(node, false);
  }

  private static void set(Region region, boolean visible) {
    region.setVisible(visible);
    region.setManaged(visible);
  }

  /** What the fix would change in the file of the problem. */
  private Optional<List<DiffLines.Line>> lines(Problem problem) {
    FileId file = problem.file();
    return Mending.fix(problem)
        .flatMap(
            fix ->
                switch (fix) {
                  case Fix.ByEdits(String _, boolean _, TextEdits edits) ->
                      text(model.snapshot(), file).map(text -> lines(text, edits));
                  case Fix.ByIntent(String _, boolean _, var intent) ->
                      // Plans are made for the newest text, which may be ahead of the screen.
                      model.actions().preview(intent) instanceof Plan.Ready ready
                              && ready.edits().containsKey(file)
                          ? text(model.feed().current(), file)
                              .map(text -> lines(text, ready.edits().get(file)))
                          : Optional.empty();
                });
  }

  private static Optional<SourceText> text(Snapshot snapshot, FileId file) {
    return snapshot.file(file).map(Snapshot.FileState::text);
  }

  private static List<DiffLines.Line> lines(SourceText text, TextEdits edits) {
    return DiffLines.of(text, text.apply(edits), AROUND).stream()
        .filter(line -> line.kind() != DiffLines.Kind.GAP)
        .toList();
  }
}
