package io.github.ingressdesigner.ui.dialogs;

import io.github.ingressdesigner.ui.common.Messages;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;

/** Says that the program made a mistake, with details to copy. */
public final class ErrorSheet {
  private ErrorSheet() {}

  /**
   * @param details text to copy, free of secrets
   * @param copy takes the details
   */
  public static Sheet create(String details, Consumer<String> copy, Runnable closed) {
    TextArea area = new TextArea(details);
    area.setEditable(false);
    area.getStyleClass().addAll("mono", "sheet-details");
    Button copyButton = new Button(Messages.text("dialogs.error.copy"));
    copyButton.setOnAction(event -> copy.accept(details));
    return new Sheet(Messages.text("dialogs.error.title"))
        .wide()
        .text(Messages.text("dialogs.error.text"))
        .content(area)
        .aside(copyButton)
        .cancel(Messages.text("dialogs.close"), closed);
  }
}
