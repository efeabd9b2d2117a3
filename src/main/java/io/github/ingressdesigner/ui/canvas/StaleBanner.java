package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.ui.common.Actions;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.common.Sign;
import io.github.ingressdesigner.workspace.Problem;
import io.github.ingressdesigner.workspace.Snapshot;
import io.github.ingressdesigner.yaml.ReadResult;
import java.util.Comparator;
import java.util.Optional;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Tells that a text is not valid, where, and what the graph shows meanwhile. */
final class StaleBanner {
  private final Actions actions;
  private final Label title = new Label();
  private final Label note = new Label();
  private final Hyperlink link = new Hyperlink();
  private final HBox box = new HBox();

  StaleBanner(Actions actions) {
    this.actions = actions;
    title.getStyleClass().add("canvas-banner-title");
    title.setMinWidth(0);
    note.getStyleClass().add("canvas-banner-note");
    note.setMinWidth(0);
    link.setId("canvas-go-to-error");
    link.setMinWidth(Region.USE_PREF_SIZE);
    VBox texts = new VBox(title, note);
    texts.setMinWidth(0);
    HBox.setHgrow(texts, Priority.ALWAYS);
    box.getStyleClass().add("canvas-banner");
    box.setId("canvas-banner");
    box.getChildren().addAll(Sign.ERROR.node(""), texts, link);
    hide();
  }

  Region node() {
    return box;
  }

  void show(Snapshot snapshot) {
    Optional<Problem> problem = firstBroken(snapshot);
    if (problem.isEmpty()) {
      hide();
      return;
    }
    Problem p = problem.get();
    boolean severalFiles = snapshot.files().size() > 1;
    title.setText(
        severalFiles
            ? Messages.text("canvas.banner.fileTitle", p.file().name(), p.line(), p.message())
            : Messages.text("canvas.banner.title", p.line(), p.message()));
    boolean lastGood =
        snapshot.files().stream()
            .filter(f -> f.id().equals(p.file()))
            .flatMap(f -> f.documents().stream())
            .anyMatch(d -> d.isStale() && touches(d.range(), p.range()));
    note.setText(Messages.text(lastGood ? "canvas.banner.lastValid" : "canvas.banner.never"));
    link.setText(Messages.text("canvas.banner.link", p.line()));
    link.setOnAction(event -> actions.reveal(p.file(), p.range()));
    box.setVisible(true);
    box.setManaged(true);
  }

  private void hide() {
    box.setVisible(false);
    box.setManaged(false);
  }

  private static Optional<Problem> firstBroken(Snapshot snapshot) {
    for (Snapshot.FileState file : snapshot.files()) {
      for (Snapshot.DocumentState document : file.documents()) {
        if (document.read() instanceof ReadResult.Broken) {
          return snapshot.problems().stream()
              .filter(p -> p.file().equals(file.id()) && p.severity() == Severity.ERROR)
              .filter(p -> touches(document.range(), p.range()))
              .min(Comparator.comparingInt(p -> p.range().start()));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean touches(TextRange document, TextRange problem) {
    return problem.start() >= document.start() && problem.start() <= document.end();
  }
}
