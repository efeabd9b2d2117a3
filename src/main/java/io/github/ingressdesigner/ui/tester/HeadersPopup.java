package io.github.ingressdesigner.ui.tester;

import io.github.ingressdesigner.ui.common.Icons;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.tester.CurlCommand.Header;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.kordamp.ikonli.feather.Feather;

/** The headers as rows of name and value; every change is asked at once. */
final class HeadersPopup {
  private final ObjectProperty<List<Header>> headers;
  private final Popup popup = new Popup();
  private final VBox rows = new VBox();
  private boolean writing;

  HeadersPopup(ObjectProperty<List<Header>> headers) {
    this.headers = headers;
    Label title = new Label(Messages.text("tester.headers.title"));
    title.getStyleClass().add("strong");
    Button add = new Button(Messages.text("tester.headers.add"), Icons.of(Feather.PLUS, 16));
    add.getStyleClass().add("flat");
    add.setOnAction(event -> addRow(new Header("", "")).requestFocus());
    Button cookie =
        new Button(Messages.text("tester.headers.addCookie"), Icons.of(Feather.PLUS, 16));
    cookie.getStyleClass().add("flat");
    cookie.setOnAction(event -> addCookie());
    VBox card = new VBox(title, rows, new HBox(add, cookie));
    card.getStyleClass().addAll("popover-card", "tester-headers");
    rows.getStyleClass().add("tester-headers-rows");
    popup.getContent().add(card);
    popup.setAutoHide(true);
    popup.setHideOnEscape(true);
    popup.setOnHidden(event -> write());
    headers.addListener((property, was, is) -> read());
  }

  /** Opens with an empty row to write in, its lower edge at the upper edge of the button. */
  void showAbove(Node button) {
    if (popup.isShowing()) {
      popup.hide();
      return;
    }
    read();
    TextField first = addRow(new Header("", ""));
    Bounds place = button.localToScreen(button.getBoundsInLocal());
    popup.show(button, place.getMinX(), place.getMaxY());
    popup.setX(place.getMinX());
    popup.setY(place.getMinY() - popup.getHeight());
    first.requestFocus();
  }

  private void read() {
    if (!writing) {
      rows.getChildren().clear();
      headers.get().forEach(this::addRow);
    }
  }

  private TextField addRow(Header header) {
    TextField name = field(header.name(), "tester.headers.name", "tester-header-name");
    TextField value = field(header.value(), "tester.headers.value", "tester-header-value");
    HBox row = new HBox(name, value);
    row.getStyleClass().add("tester-header");
    row.getChildren()
        .add(
            Icons.button(
                Feather.X,
                Messages.text("tester.headers.remove"),
                () -> {
                  rows.getChildren().remove(row);
                  write();
                }));
    rows.getChildren().add(row);
    value.setOnAction(event -> addRow(new Header("", "")).requestFocus());
    name.setOnAction(event -> value.requestFocus());
    return name;
  }

  /** A row of its own for each cookie; they are sent in one header. */
  private void addCookie() {
    TextField name = addRow(new Header("Cookie", ""));
    TextField value = (TextField) ((HBox) name.getParent()).getChildren().get(1);
    value.setPromptText(Messages.text("tester.headers.cookie"));
    value.requestFocus();
  }

  private TextField field(String text, String prompt, String style) {
    TextField field = new TextField(text);
    field.getStyleClass().addAll("mono", style);
    field.setPromptText(Messages.text(prompt));
    field.setAccessibleText(Messages.text(prompt));
    field.textProperty().addListener((property, was, is) -> write());
    return field;
  }

  private void write() {
    List<Header> now = new ArrayList<>();
    for (Node row : rows.getChildren()) {
      List<Node> parts = ((HBox) row).getChildren();
      Header header =
          new Header(
              ((TextField) parts.get(0)).getText().strip(), ((TextField) parts.get(1)).getText());
      if (!header.name().isEmpty()) {
        now.add(header);
      }
    }
    writing = true;
    try {
      headers.set(List.copyOf(now));
    } finally {
      writing = false;
    }
  }
}
