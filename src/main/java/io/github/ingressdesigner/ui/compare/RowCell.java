package io.github.ingressdesigner.ui.compare;

import io.github.ingressdesigner.compare.Cause;
import io.github.ingressdesigner.compare.Difference;
import io.github.ingressdesigner.compare.Unreachable;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.ui.common.Icons;
import io.github.ingressdesigner.ui.common.Messages;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A heading, a difference or a path that no request reaches. */
final class RowCell extends ListCell<Row> {
  private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
  private static final PseudoClass ACCEPTED = PseudoClass.getPseudoClass("accepted");

  private final Consumer<Row.Heading> fold;
  private final Function<Unreachable.Hidden, String> ruleInTheWay;
  private final Label number = label("compare-number");
  private final Label start = label("mono", "compare-start");
  private final Label host = label("mono", "compare-host");
  private final Label rest = label("mono", "compare-rest");
  private final Label condition = label("compare-chip");
  private final Label sampled = label("compare-chip", "sampled");
  private final HBox witness = new HBox(start, host, rest, condition, sampled);
  private final Label from = label("mono", "compare-outcome", "from");
  private final Label arrow = new Label("", Icons.of(Feather.ARROW_RIGHT, 12));
  private final Label to = label("mono", "compare-outcome", "to");
  private final Label verdict = label("compare-verdict");
  private final HBox fromColumn = new HBox(from);
  private final HBox row = new HBox(number, witness, fromColumn, arrow, to, verdict);
  private final Label cause = label("compare-cause");
  private final Label reason = label("compare-cause-reason");
  private final Label count = label("badge");
  private final Label chevron = new Label();
  private final HBox heading = new HBox(chevron, cause, count, reason);
  private final Tooltip whole = new Tooltip();

  /**
   * @param fold folds or unfolds what is below a heading
   * @param ruleInTheWay names the rule that answers instead
   */
  RowCell(Consumer<Row.Heading> fold, Function<Unreachable.Hidden, String> ruleInTheWay) {
    this.fold = fold;
    this.ruleInTheWay = ruleInTheWay;
    getStyleClass().add("compare-cell");
    row.getStyleClass().add("compare-row");
    heading.getStyleClass().add("compare-heading");
    witness.getStyleClass().add("compare-witness");
    arrow.getStyleClass().add("compare-arrow");
    fromColumn.getStyleClass().add("compare-from");
    start.setMinWidth(Region.USE_PREF_SIZE);
    sampled.setText(Messages.text("compare.sampled"));
    sampled.setMinWidth(Region.USE_PREF_SIZE);
    cause.setMinWidth(Region.USE_PREF_SIZE);
    count.setMinWidth(Region.USE_PREF_SIZE);
    reason.setMinWidth(0);
    witness.setMinWidth(0);
    witness.setPrefWidth(0);
    for (Label literal : List.of(host, rest, from, to)) {
      literal.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    }
    HBox.setHgrow(witness, Priority.ALWAYS);
    HBox.setHgrow(reason, Priority.ALWAYS);
    // The cell must not ask for more than the list has, or the list scrolls sideways.
    setPrefWidth(0);
    whole.setWrapText(true);
    whole.getStyleClass().add("tester-tip");
    setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && getItem() instanceof Row.Heading h) {
            this.fold.accept(h);
          }
        });
  }

  private static Label label(String... styles) {
    Label label = new Label();
    label.getStyleClass().addAll(styles);
    return label;
  }

  @Override
  protected void updateItem(@Nullable Row item, boolean empty) {
    super.updateItem(item, empty);
    Optional<Row> shown = Optional.ofNullable(item).filter(r -> !empty);
    pseudoClassStateChanged(HEADING, shown.filter(Row.Heading.class::isInstance).isPresent());
    pseudoClassStateChanged(
        ACCEPTED, shown.filter(r -> r instanceof Row.Differing d && d.accepted()).isPresent());
    if (shown.isEmpty()) {
      setGraphic(null);
      setTooltip(null);
      setAccessibleText(null);
      return;
    }
    setGraphic(
        switch (shown.get()) {
          case Row.Heading h -> show(h);
          case Row.Differing d -> show(d);
          case Row.Hidden h -> show(h);
        });
    setTooltip(whole);
  }

  private Node show(Row.Heading h) {
    chevron.setGraphic(Icons.of(h.folded() ? Feather.CHEVRON_RIGHT : Feather.CHEVRON_DOWN, 14));
    cause.setText(h.text());
    count.setText(Integer.toString(h.count()));
    reason.setText(h.reason());
    whole.setText((h.text() + ". " + h.reason()).strip());
    setAccessibleText(
        Messages.text(
            h.folded() ? "compare.spoken.folded" : "compare.spoken.heading", h.text(), h.count()));
    return heading;
  }

  private Node show(Row.Differing d) {
    Difference difference = d.difference();
    show(
        difference.number(),
        Witness.of(difference.witness(), difference.schemes()),
        difference.condition(),
        difference.sampled());
    show(from, difference.from(), difference.cause());
    show(to, difference.to(), difference.cause());
    arrow.setVisible(true);
    verdict.setText(
        Messages.text(d.accepted() ? "compare.verdict.accepted" : "compare.verdict.open"));
    verdict.setGraphic(d.accepted() ? Icons.of(Feather.CHECK, 12) : null);
    String request = difference.witness().method() + " " + difference.url();
    whole.setText(
        d.reasons()
            .map(
                reasons ->
                    Messages.text(
                        "compare.tip",
                        request,
                        Outcomes.title(difference.from()),
                        reasons.from(),
                        Outcomes.title(difference.to()),
                        reasons.to()))
            .orElse(request));
    setAccessibleText(
        Messages.text(
            "compare.spoken.difference",
            difference.number(),
            difference.url(),
            Outcomes.title(difference.from()),
            Outcomes.title(difference.to()),
            verdict.getText()));
    return row;
  }

  private Node show(Row.Hidden h) {
    Unreachable.Hidden hidden = h.hidden();
    String name = hidden.host().isEmpty() ? Messages.text("compare.anyHost") : hidden.host();
    show(h.number(), new Witness("", name, " " + hidden.path()), "", !hidden.proven());
    from.setText(hidden.type().text());
    from.getStyleClass().setAll("label", "type-tag", "compare-type");
    to.setText(ruleInTheWay.apply(hidden));
    to.getStyleClass().setAll("label", "mono", "compare-outcome", "from");
    arrow.setVisible(!to.getText().isEmpty());
    verdict.setText("");
    verdict.setGraphic(null);
    whole.setText(hidden.reason());
    setAccessibleText(
        Messages.text("compare.spoken.hidden", h.number(), name, hidden.path(), hidden.reason()));
    return row;
  }

  private void show(int place, Witness parts, String more, boolean isSampled) {
    number.setText(Integer.toString(place));
    start.setText(parts.start());
    host.setText(parts.host());
    rest.setText(parts.rest());
    condition.setText(more);
    show(condition, !more.isEmpty());
    show(sampled, isSampled);
  }

  private void show(Label label, Outcome outcome, Cause cause) {
    label.setText(Outcomes.title(outcome, cause));
    label.getStyleClass().setAll("label", "mono", "compare-outcome", label == from ? "from" : "to");
    if (!Outcomes.isBackend(outcome)) {
      label.getStyleClass().add("answer");
    }
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
