package io.github.ingressdesigner.ui.dialogs;

import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.workspace.disk.ThreeWay;
import io.github.ingressdesigner.workspace.disk.ThreeWay.Choice;
import io.github.ingressdesigner.workspace.disk.ThreeWay.Conflict;
import io.github.ingressdesigner.workspace.recovery.VeiledText;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Both sides of a file that was changed here and by another program, with a choice for each. */
public final class CompareSheet {
  /** Unchanged lines shown before and behind a conflict. */
  private static final int AROUND = 3;

  private CompareSheet() {}

  /**
   * @param take takes the merged text
   */
  public static Sheet create(String file, ThreeWay sides, Consumer<SourceText> take) {
    Map<Conflict, ToggleGroup> answers = new IdentityHashMap<>();
    VBox parts = new VBox();
    parts.getStyleClass().add("compare-parts");
    Veil mine = new Veil(sides, Choice.MINE);
    Veil theirs = new Veil(sides, Choice.THEIRS);
    for (ThreeWay.Part part : sides.parts()) {
      parts
          .getChildren()
          .add(
              switch (part) {
                case ThreeWay.Settled settled -> {
                  theirs.next(settled.lines());
                  yield settled(mine.next(settled.lines()), settled.changed());
                }
                case Conflict conflict ->
                    conflict(
                        conflict,
                        mine.next(conflict.mine()),
                        theirs.next(conflict.theirs()),
                        answers);
              });
    }
    ScrollPane scroll = new ScrollPane(parts);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("compare-scroll");
    int conflicts = answers.size();
    return new Sheet(Messages.text("dialogs.compare.title", file))
        .wide()
        .text(
            conflicts == 0
                ? Messages.text("dialogs.compare.clean")
                : Messages.text("dialogs.compare.conflicts", conflicts))
        .content(scroll)
        .cancel(Messages.text("dialogs.cancel"), () -> {})
        .accent(
            Messages.text("dialogs.compare.take"),
            () -> take.accept(sides.merged(conflict -> chosen(answers.get(conflict)))));
  }

  private static Choice chosen(ToggleGroup group) {
    return (Choice) group.getSelectedToggle().getUserData();
  }

  /** One side of the whole text, line by line, for values of Secrets are known only in it. */
  private static final class Veil {
    private final List<String> lines;
    private int at;

    Veil(ThreeWay sides, Choice choice) {
      lines = VeiledText.of(sides.merged(conflict -> choice).string()).lines().toList();
    }

    /** What the lines, which come next, may look like. */
    List<String> next(List<String> of) {
      int from = Math.min(at, lines.size());
      at = Math.min(lines.size(), from + of.size());
      return lines.subList(from, at);
    }
  }

  private static Node settled(List<String> lines, boolean changed) {
    if (changed) {
      Label code = code(lines);
      code.getStyleClass().add("compare-changed");
      return code;
    }
    VBox kept = new VBox();
    kept.getStyleClass().add("compare-kept");
    if (lines.size() <= 2 * AROUND + 1) {
      kept.getChildren().add(code(lines));
      return kept;
    }
    Label between = new Label(Messages.text("dialogs.compare.between", lines.size() - 2 * AROUND));
    between.getStyleClass().add("compare-between");
    kept.getChildren()
        .addAll(
            code(lines.subList(0, AROUND)),
            between,
            code(lines.subList(lines.size() - AROUND, lines.size())));
    return kept;
  }

  private static Node conflict(
      Conflict conflict,
      List<String> mine,
      List<String> theirs,
      Map<Conflict, ToggleGroup> answers) {
    ToggleGroup group = new ToggleGroup();
    answers.put(conflict, group);
    HBox sides =
        new HBox(
            side("dialogs.compare.mine", mine, Choice.MINE, group),
            side("dialogs.compare.theirs", theirs, Choice.THEIRS, group));
    sides.getStyleClass().add("compare-conflict");
    group.selectToggle(group.getToggles().getFirst());
    return sides;
  }

  private static Node side(String key, List<String> lines, Choice choice, ToggleGroup group) {
    RadioButton button = new RadioButton(Messages.text(key));
    button.setUserData(choice);
    button.setToggleGroup(group);
    VBox side = new VBox(button, code(lines));
    side.getStyleClass().add("compare-side");
    side.setMinWidth(0);
    side.setPrefWidth(100);
    HBox.setHgrow(side, Priority.ALWAYS);
    return side;
  }

  private static Label code(List<String> lines) {
    Label label =
        new Label(
            lines.isEmpty() ? Messages.text("dialogs.compare.nothing") : String.join("\n", lines));
    label.getStyleClass().add(lines.isEmpty() ? "compare-between" : "compare-code");
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
