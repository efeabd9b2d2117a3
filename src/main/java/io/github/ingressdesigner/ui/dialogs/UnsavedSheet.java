package io.github.ingressdesigner.ui.dialogs;

import io.github.ingressdesigner.ui.common.Messages;
import java.util.List;

/** Asks what becomes of unsaved work before files are closed. */
public final class UnsavedSheet {
  private static final int NAMED = 8;

  private UnsavedSheet() {}

  /**
   * @param names of the files with unsaved work, at least one
   */
  public static Sheet create(List<String> names, Runnable save, Runnable discard, Runnable cancel) {
    Sheet sheet =
        new Sheet(
            names.size() == 1
                ? Messages.text("dialogs.unsaved.one", names.getFirst())
                : Messages.text("dialogs.unsaved.many", names.size()));
    if (names.size() > 1) {
      sheet.text(String.join("\n", names.subList(0, Math.min(NAMED, names.size()))));
    }
    if (names.size() > NAMED) {
      sheet.text(Messages.text("dialogs.unsaved.more", names.size() - NAMED));
    }
    return sheet
        .text(Messages.text("dialogs.unsaved.text"))
        .plain(Messages.text("dialogs.unsaved.discard"), discard)
        .cancel(Messages.text("dialogs.cancel"), cancel)
        .accent(Messages.text("dialogs.unsaved.save"), save);
  }
}
