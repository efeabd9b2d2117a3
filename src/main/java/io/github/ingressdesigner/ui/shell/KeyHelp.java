package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.dialogs.KeyHelpSheet;
import io.github.ingressdesigner.ui.dialogs.KeyHelpSheet.Group;
import io.github.ingressdesigner.ui.dialogs.KeyHelpSheet.Row;
import io.github.ingressdesigner.ui.dialogs.Sheet;
import java.util.Arrays;
import java.util.List;

/** Which keys there are: those of the commands, and those inside graph, editor and tester. */
final class KeyHelp {
  private KeyHelp() {}

  static Sheet sheet(Commands commands) {
    List<Row> window =
        commands.all().stream()
            .filter(command -> !command.keyText().isEmpty())
            .map(command -> new Row(command.keyText(), command.title()))
            .toList();
    int half = (window.size() + 1) / 2;
    return KeyHelpSheet.create(
        List.of(
            new Group(Messages.text("shell.keys.window"), window.subList(0, half)),
            new Group(Messages.text("shell.keys.panes"), window.subList(half, window.size())),
            new Group(Messages.text("shell.keys.graph"), rows("shell.keys.graph.rows")),
            new Group(Messages.text("shell.keys.text"), rows("shell.keys.text.rows")),
            new Group(Messages.text("shell.keys.compare"), rows("shell.keys.compare.rows"))),
        () -> {});
  }

  /** Rows written as "keys = what", parted by semicolons. */
  private static List<Row> rows(String key) {
    return Arrays.stream(Messages.text(key).split(";"))
        .map(row -> row.split("=", 2))
        .map(parts -> new Row(parts[0].strip(), parts[1].strip()))
        .toList();
  }
}
