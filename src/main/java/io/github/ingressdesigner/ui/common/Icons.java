package io.github.ingressdesigner.ui.common;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons of one family (Feather). */
public final class Icons {
  private Icons() {}

  /**
   * An icon in the colour of the text around it (style class {@code icon}).
   *
   * @param size 12, 14, 16 or 20 pixels
   */
  public static Node of(Feather icon, int size) {
    FontIcon node = FontIcon.of(icon, size);
    // The base theme's sheet would win over the size in code.
    node.getStyleClass().addAll("icon", "icon-" + size);
    return node;
  }

  /**
   * A flat button of 28 pixels that shows only an icon; the text becomes tooltip and accessible
   * name.
   */
  public static Button button(Feather icon, String text, Runnable action) {
    Button button = new Button("", of(icon, 16));
    button.getStyleClass().addAll("icon-button");
    button.setTooltip(new Tooltip(text));
    button.setAccessibleText(text);
    button.setOnAction(event -> action.run());
    return button;
  }
}
