package io.github.ingressdesigner.ui.dialogs;

import io.github.ingressdesigner.cluster.login.PluginRequest;
import io.github.ingressdesigner.ui.common.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import javafx.scene.control.TextArea;

/** Shows the program that a kubeconfig wants to start, before it is started for the first time. */
public final class PluginSheet {
  private PluginSheet() {}

  /**
   * @param once the person agrees until the program ends
   * @param always the person agrees to exactly this command for good
   */
  public static Sheet create(
      String context, PluginRequest request, Runnable once, Runnable always, Runnable never) {
    List<String> lines = new ArrayList<>();
    lines.add(request.exec().command());
    request.exec().arguments().forEach(argument -> lines.add("    " + argument));
    new TreeMap<>(request.exec().environment())
        .forEach((name, value) -> lines.add(name + "=" + value));
    TextArea area = new TextArea(String.join("\n", lines));
    area.setEditable(false);
    area.getStyleClass().addAll("mono", "sheet-details");
    area.setAccessibleText(Messages.text("dialogs.plugin.command"));
    return new Sheet(Messages.text("dialogs.plugin.title", context))
        .wide()
        .text(Messages.text("dialogs.plugin.text", request.file()))
        .content(area)
        .cancel(Messages.text("dialogs.plugin.never"), never)
        .plain(Messages.text("dialogs.plugin.always"), always)
        .plain(Messages.text("dialogs.plugin.once"), once);
  }
}
