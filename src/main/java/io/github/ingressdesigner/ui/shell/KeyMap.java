package io.github.ingressdesigner.ui.shell;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Which keys run which command; "Shortcut" is Ctrl, or Cmd on a Mac. */
final class KeyMap {
  private static final Map<String, List<KeyCombination>> KEYS =
      Map.ofEntries(
          keys("openFiles", "Shortcut+O"),
          keys("openFolder", "Shortcut+Shift+O"),
          keys("newFile", "Shortcut+N"),
          keys("save", "Shortcut+S"),
          keys("saveAs", "Shortcut+Shift+S"),
          keys("saveAll", "Shortcut+Alt+S"),
          keys("closeFile", "Shortcut+W"),
          keys("quit", "Shortcut+Q"),
          keys("undo", "Shortcut+Z"),
          keys("redo", "Shortcut+Y", "Shortcut+Shift+Z"),
          keys("palette", "Shortcut+Shift+P"),
          keys("outline", "Shortcut+E"),
          keys("focusUrl", "Shortcut+L"),
          keys("focusExplorer", "Shortcut+1"),
          keys("focusGraph", "Shortcut+2"),
          keys("focusYaml", "Shortcut+3"),
          keys("focusDrawer", "Shortcut+4"),
          keys("nextPane", "F6"),
          keys("previousPane", "Shift+F6"),
          keys("toggleExplorer", "Shortcut+B"),
          keys("toggleInspector", "F4"),
          keys("toggleDrawer", "Shortcut+J"),
          keys("toggleYaml", "Shortcut+Alt+Y"),
          keys("chooseController", "Shortcut+Shift+K"),
          keys("controllerSettings", "Shortcut+Shift+Comma"),
          keys("showControllers", "Shortcut+Shift+R"),
          keys("suggest", "Shortcut+Shift+L"),
          keys("showTests", "Shortcut+Shift+T"),
          keys("keepTest", "Shortcut+T"),
          keys("runTests", "F9"),
          keys("showProblems", "Shortcut+Shift+M"),
          keys("certificate", "Shortcut+Alt+T"),
          keys("commit", "Shortcut+K"),
          keys("chooseCluster", "Shortcut+Alt+K"),
          keys("pull", "Shortcut+Alt+P"),
          keys("apply", "Shortcut+Alt+Enter"),
          keys("compareControllers", "Shortcut+Shift+D"),
          keys("compareChanges", "Shortcut+Shift+H"),
          keys("compareUnreachable", "Shortcut+Shift+U"),
          keys("nextDifference", "F7"),
          keys("previousDifference", "Shift+F7"),
          keys("help", "F1"),
          keys("manual", "Shift+F1"),
          keys("settings", "Shortcut+Comma"));

  private KeyMap() {}

  private static Map.Entry<String, List<KeyCombination>> keys(String command, String... keys) {
    return Map.entry(command, java.util.Arrays.stream(keys).map(KeyCombination::valueOf).toList());
  }

  static List<KeyCombination> of(String command) {
    return KEYS.getOrDefault(command, List.of());
  }

  /** The keys for people: "Ctrl+Y or Ctrl+Shift+Z"; empty where there are none. */
  static String text(String command) {
    return of(command).stream()
        .map(keys -> keys.getDisplayText().replace("Comma", ","))
        .collect(Collectors.joining(" or "));
  }

  static boolean matches(String command, KeyEvent event) {
    return of(command).stream().anyMatch(keys -> keys.match(event));
  }
}
