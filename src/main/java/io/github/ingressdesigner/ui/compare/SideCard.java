package io.github.ingressdesigner.ui.compare;

import io.github.ingressdesigner.route.Decision;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Trace;
import io.github.ingressdesigner.route.Trace.Verdict;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.common.Sign;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One side of a difference: where the request goes there, and every step that led to it. */
final class SideCard {
  /** Steps beyond it are only counted: a card is no table. */
  private static final int MOST_STEPS = 60;

  private final Label name = new Label();
  private final Label title = new Label();
  private final Label more = new Label();
  private final Label generated = new Label();
  private final Label reason = new Label();
  private final VBox links = new VBox();
  private final VBox steps = new VBox();
  private final VBox content = new VBox(generated, reason, links, steps);
  private final VBox card = new VBox();

  /**
   * @param style {@code from} or {@code to}
   */
  SideCard(String style) {
    card.getStyleClass().addAll("compare-card", style);
    name.getStyleClass().addAll("strong", "compare-card-name");
    title.getStyleClass().addAll("mono", "compare-card-title", style);
    more.getStyleClass().addAll("mono", "compare-card-more");
    generated.getStyleClass().addAll("mono", "compare-card-generated");
    reason.getStyleClass().add("compare-card-reason");
    steps.getStyleClass().add("compare-steps");
    for (Label label : List.of(generated, reason)) {
      label.setWrapText(true);
      label.setMinHeight(Region.USE_PREF_SIZE);
    }
    name.setMinWidth(Region.USE_PREF_SIZE);
    title.setMinWidth(Region.USE_PREF_SIZE);
    more.setMinWidth(0);
    HBox head = new HBox(name, title, more);
    head.getStyleClass().add("compare-card-head");
    content.getStyleClass().add("compare-card-content");
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("compare-card-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    card.getChildren().addAll(head, scroll);
    HBox.setHgrow(card, Priority.ALWAYS);
    // Both cards are equally wide, whatever they say.
    card.setPrefWidth(0);
    card.setMinWidth(0);
  }

  Node node() {
    return card;
  }

  /** What is known before the steps are. */
  void show(String side, Outcome outcome, String why) {
    name.setText(side);
    name.setTooltip(new Tooltip(side));
    title.setText(Outcomes.title(outcome));
    more.setText(Outcomes.more(outcome));
    show(reason, why);
    show(generated, "");
    steps.getChildren().clear();
    card.setAccessibleText(
        Messages.text("compare.spoken.side", side, Outcomes.title(outcome), why));
  }

  /** Links to the lines of the rules that decide. */
  void showLinks(List<Hyperlink> found) {
    links.getChildren().setAll(found);
    links.setVisible(!found.isEmpty());
    links.setManaged(!found.isEmpty());
  }

  /**
   * @param why empty to leave what is said
   */
  void showSteps(Decision decision, Optional<String> why) {
    why.ifPresent(text -> show(reason, text));
    show(generated, generated(decision).orElse(""));
    List<Trace.Step> all = decision.trace().steps();
    steps.getChildren().clear();
    Label head = new Label(Messages.text("compare.steps"));
    head.getStyleClass().add("compare-steps-head");
    steps.getChildren().add(head);
    all.stream().limit(MOST_STEPS).forEach(step -> steps.getChildren().add(node(step)));
    if (all.size() > MOST_STEPS) {
      steps
          .getChildren()
          .add(new Label(Messages.text("compare.steps.more", all.size() - MOST_STEPS)));
    }
  }

  private static Optional<String> generated(Decision decision) {
    return decision.trace().steps().stream()
        .filter(Trace.PathStep.class::isInstance)
        .map(Trace.PathStep.class::cast)
        .filter(step -> step.verdict() == Verdict.WINS)
        .findFirst()
        .flatMap(Trace.PathStep::generated);
  }

  private static Node node(Trace.Step step) {
    return switch (step) {
      case Trace.RequestStep s -> row(Sign.INFO, "", s.reason());
      case Trace.HostStep s ->
          row(
              sign(s.verdict()),
              s.host().isEmpty() ? Messages.text("compare.anyHost") : s.host(),
              s.reason());
      case Trace.PathStep s ->
          row(sign(s.verdict()), s.path() + " \u2192 " + s.backend(), s.reason());
      case Trace.DefaultStep s -> row(sign(s.verdict()), s.backend(), s.reason());
      case Trace.RewriteStep s -> row(Sign.INFO, s.from() + " \u2192 " + s.to(), s.reason());
      case Trace.NoteStep s -> row(Sign.INFO, "", s.reason());
    };
  }

  private static Sign sign(Verdict verdict) {
    return switch (verdict) {
      case WINS -> Sign.WINS;
      case BEATEN -> Sign.BEATEN;
      case NO_MATCH -> Sign.NO_MATCH;
    };
  }

  private static Node row(Sign sign, String subject, String why) {
    VBox words = new VBox();
    if (!subject.isEmpty()) {
      Label what = new Label(subject);
      what.getStyleClass().addAll("mono", "compare-step-subject");
      words.getChildren().add(what);
    }
    Label reason = new Label(why);
    reason.setWrapText(true);
    reason.setMinHeight(Region.USE_PREF_SIZE);
    reason.getStyleClass().add("compare-step-reason");
    words.getChildren().add(reason);
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMinWidth(0);
    HBox row = new HBox(sign.node(""), words);
    row.getStyleClass().add("compare-step");
    return row;
  }

  private static void show(Label label, String text) {
    label.setText(text);
    label.setVisible(!text.isEmpty());
    label.setManaged(!text.isEmpty());
  }
}
