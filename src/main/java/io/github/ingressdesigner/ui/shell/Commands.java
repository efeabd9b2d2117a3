package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.ui.common.Messages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/** All commands of the window in the order in which they are listed. */
final class Commands {
  private final Map<String, Command> all = new LinkedHashMap<>();

  /** Adds a command that can always run; its title is the text {@code shell.command.<id>}. */
  void add(String id, Runnable action) {
    add(id, () -> true, action);
  }

  void add(String id, BooleanSupplier enabled, Runnable action) {
    add(new Command(id, Messages.text("shell.command." + id), enabled, action));
  }

  void add(Command command) {
    if (all.putIfAbsent(command.id(), command) != null) {
      throw new IllegalStateException("command defined twice: " + command.id());
    }
  }

  List<Command> all() {
    return List.copyOf(all.values());
  }

  /**
   * @throws IllegalArgumentException if there is no such command
   */
  Command get(String id) {
    Command command = all.get(id);
    if (command == null) {
      throw new IllegalArgumentException("no command " + id);
    }
    return command;
  }

  /** Runs a command where it is enabled; tells whether it was. */
  boolean run(String id) {
    Command command = get(id);
    boolean enabled = command.isEnabled();
    if (enabled) {
      command.action().run();
    }
    return enabled;
  }

  /**
   * Lets keys anywhere in a scene run the commands.
   *
   * @param blocked whether something else wants all keys
   */
  void listenTo(Scene scene, BooleanSupplier blocked) {
    scene.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (!blocked.getAsBoolean()) {
            onKey(scene, event);
          }
        });
  }

  private void onKey(Scene scene, KeyEvent event) {
    for (Command command : all.values()) {
      if (KeyMap.matches(command.id(), event) && !ownUndoOfField(scene, command.id())) {
        run(command.id());
        event.consume();
        return;
      }
    }
  }

  /** A text field takes back its own typing; the history of the files is for everything else. */
  private static boolean ownUndoOfField(Scene scene, String id) {
    return (id.equals("undo") || id.equals("redo"))
        && scene.getFocusOwner() instanceof TextInputControl field
        && field.isEditable();
  }
}
