package io.github.ingressdesigner.ui.tester;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.suggest.Suggestion;
import io.github.ingressdesigner.suite.NewTest;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Icons;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.common.WholeRows;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.kordamp.ikonli.feather.Feather;

/** The suggested requests over the request row; a click or Enter asks one. */
final class SuggestPopup {
  /** Height of title, button and edges. */
  private static final double AROUND = 96;

  private final AppModel model;
  private final TesterViewModel viewModel;
  private final Popup popup = new Popup();
  private final Label title = new Label();
  private final ListView<Suggestion> list = new ListView<>();
  private final Button keep =
      new Button(Messages.text("tester.suggest.keep"), Icons.of(Feather.CHECK_SQUARE, 14));

  SuggestPopup(AppModel model, TesterViewModel viewModel) {
    this.model = model;
    this.viewModel = viewModel;
    title.getStyleClass().add("strong");
    list.getStyleClass().addAll("tester-why-list", "suggest-list");
    list.setId("tester-suggestions");
    list.setCellFactory(view -> new SuggestCell());
    list.setAccessibleText(Messages.text("tester.suggest"));
    Label none = new Label();
    none.getStyleClass().add("tester-hint");
    list.setPlaceholder(none);
    list.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY) {
            take();
          }
        });
    list.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            take();
            event.consume();
          }
        });
    keep.getStyleClass().add("flat");
    keep.setOnAction(event -> keepAll());
    VBox card = new VBox(title, list, keep);
    card.getStyleClass().addAll("popover-card", "suggest-card");
    popup.getContent().add(card);
    popup.setAutoHide(true);
    popup.setHideOnEscape(true);
  }

  /** Opens with its lower edge at the upper edge of the row, when the answers have come. */
  void showAbove(Node row) {
    if (popup.isShowing()) {
      popup.hide();
    } else {
      viewModel.suggest(found -> show(found, row));
    }
  }

  private void show(Optional<Suggested> found, Node row) {
    if (found.isEmpty()) {
      model.actions().say(Severity.INFO, Messages.text("tester.suggest.none"));
      return;
    }
    title.setText(found.get().subject());
    List<Suggestion> requests = found.get().requests();
    list.getItems().setAll(requests);
    double height = (requests.size() + 0.2) * WholeRows.height(model.theme());
    list.setPrefHeight(height);
    list.setMinHeight(height);
    keep.setDisable(requests.isEmpty());
    Bounds place = row.localToScreen(row.getBoundsInLocal());
    // Near its place at once: no part may be beyond the screen before its height is known.
    double around = AROUND * model.theme().textScaleProperty().get();
    popup.show(row, place.getMinX(), place.getMinY() - height - around);
    popup.setX(place.getMinX());
    popup.setY(place.getMinY() - popup.getHeight());
    list.getSelectionModel().selectFirst();
    list.requestFocus();
  }

  private void take() {
    Suggestion chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      popup.hide();
      viewModel.ask(chosen.method(), chosen.url(), chosen.headers());
    }
  }

  private void keepAll() {
    List<NewTest> tests =
        list.getItems().stream().map(SuggestPopup::test).flatMap(Optional::stream).toList();
    popup.hide();
    model.actions().createTests(tests);
  }

  private static Optional<NewTest> test(Suggestion suggestion) {
    return NewTest.of(
        suggestion.method(), suggestion.url(), suggestion.headers(), suggestion.outcome());
  }
}
