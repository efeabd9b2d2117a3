package io.github.ingressdesigner.ui.inspector;

import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.route.PathExamples;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.common.Sign;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Three request paths that the path matches and three that it does not, as the engine says. */
final class ExamplesBox {
  private static final int MOST = 3;

  /** What the examples depend on. */
  private record Question(Dialect dialect, Ingress ingress, Optional<String> host, HttpPath path) {}

  private final Context context;
  private final VBox matches = new VBox();
  private final VBox misses = new VBox();
  private final Label note = Parts.text("", "small-text");
  private final VBox node;
  private Optional<Question> asked = Optional.empty();

  ExamplesBox(Context context) {
    this.context = context;
    for (VBox box : new VBox[] {matches, misses}) {
      box.getStyleClass().add("inspector-examples");
      box.setPrefWidth(100);
      box.setMinWidth(0);
      HBox.setHgrow(box, Priority.ALWAYS);
    }
    HBox sides = new HBox(matches, misses);
    sides.getStyleClass().add("inspector-beside");
    node = Parts.part(sides, note);
  }

  Region node() {
    return node;
  }

  void show(Target.PathTarget target) {
    Question question =
        new Question(context.dialect(), target.ingress(), target.rule().host(), target.path());
    if (asked.filter(question::equals).isPresent()) {
      return;
    }
    asked = Optional.of(question);
    Resources resources = context.resources();
    context
        .background()
        .execute(
            () -> {
              PathExamples found =
                  PathExamples.of(
                      question.dialect(),
                      resources,
                      target.at().resource(),
                      question.ingress(),
                      question.host(),
                      question.path(),
                      MOST);
              context
                  .ui()
                  .execute(
                      () -> {
                        if (asked.filter(question::equals).isPresent()) {
                          show(found, question.dialect());
                        }
                      });
            });
  }

  private void show(PathExamples found, Dialect dialect) {
    fill(matches, Sign.WINS, "inspector.matches", found.matches(), "inspector.matches.none");
    fill(misses, Sign.NO_MATCH, "inspector.misses", found.misses(), "inspector.misses.none");
    Parts.say(
        note,
        found
            .leftOut()
            .map(reason -> Messages.text("inspector.leftOut", dialect.displayName(), reason)));
  }

  private static void fill(
      VBox box, Sign sign, String title, List<PathExamples.Example> examples, String none) {
    Label head = new Label(Messages.text(title), sign.node(""));
    head.getStyleClass().add("inspector-examples-head");
    box.getChildren().setAll(head);
    if (examples.isEmpty()) {
      Label nothing = new Label(Messages.text(none));
      nothing.setWrapText(true);
      nothing.getStyleClass().add("small-text");
      box.getChildren().add(nothing);
    }
    for (PathExamples.Example example : examples) {
      Label path = new Label(example.path());
      path.getStyleClass().add("mono");
      Label why =
          new Label(
              Messages.text(
                  "inspector.relation." + example.relation().name().toLowerCase(Locale.ROOT)));
      why.getStyleClass().add("small-text");
      VBox row = new VBox(path, why);
      row.setAccessibleText(example.path() + ", " + why.getText());
      box.getChildren().add(row);
    }
  }
}
