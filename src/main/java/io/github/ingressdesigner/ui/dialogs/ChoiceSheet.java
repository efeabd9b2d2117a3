package io.github.ingressdesigner.ui.dialogs;

import io.github.ingressdesigner.ui.common.Messages;
import java.util.List;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/** One question with a few options, of which the first is chosen at first. */
public final class ChoiceSheet {
  private ChoiceSheet() {}

  /** An option and what it does. */
  public record Option(String label, Runnable action) {}

  /**
   * @param options at least one
   */
  public static Sheet create(String question, List<Option> options, Runnable cancel) {
    ToggleGroup group = new ToggleGroup();
    VBox list = new VBox();
    list.getStyleClass().add("sheet-options");
    for (Option option : options) {
      RadioButton button = new RadioButton(option.label());
      button.setWrapText(true);
      button.setUserData(option);
      button.setToggleGroup(group);
      list.getChildren().add(button);
    }
    group.selectToggle(group.getToggles().getFirst());
    return new Sheet(question)
        .content(list)
        .cancel(Messages.text("dialogs.cancel"), cancel)
        .accent(
            Messages.text("dialogs.choice.go"),
            () -> ((Option) group.getSelectedToggle().getUserData()).action().run());
  }
}
