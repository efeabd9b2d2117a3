package io.github.ingressdesigner.ui.dialogs;

import io.github.ingressdesigner.ui.common.Messages;
import javafx.scene.layout.Region;

/** The pages of the help, over the window. */
public final class HelpSheet {
  private HelpSheet() {}

  public static Sheet create(Region pages) {
    return new Sheet(Messages.text("dialogs.help.title"))
        .wide()
        .style("help-sheet")
        .content(pages)
        .cancel(Messages.text("dialogs.close"), () -> {});
  }
}
