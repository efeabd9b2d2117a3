package io.github.ingressdesigner.ui.canvas;

import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Which key asks for which gesture. */
final class CanvasKeys {
  private CanvasKeys() {}

  static Optional<Gesture> gesture(KeyEvent event) {
    KeyCode code = event.getCode();
    if (event.isAltDown()) {
      return Optional.ofNullable(withAlt(code, event.isShiftDown()));
    }
    if (event.isShortcutDown()) {
      return Optional.ofNullable(withShortcut(code, event.isShiftDown()));
    }
    return Optional.ofNullable(plain(code, event.isShiftDown()));
  }

  /**
   * Letters ask when they are typed, not when they are pressed: a field that the gesture opens
   * would else take the letter as its first.
   */
  static Optional<Gesture> letter(KeyEvent typed) {
    if (typed.isAltDown() || typed.isShortcutDown()) {
      return Optional.empty();
    }
    return switch (typed.getCharacter()) {
      case "r", "R" -> Optional.of(Gesture.REROUTE);
      case "f", "F" -> Optional.of(Gesture.FIT);
      default -> Optional.empty();
    };
  }

  private static Gesture withAlt(KeyCode code, boolean shift) {
    return switch (code) {
      case UP -> shift ? Gesture.TO_HOST_ABOVE : Gesture.UP_IN_FILE;
      case DOWN -> shift ? Gesture.TO_HOST_BELOW : Gesture.DOWN_IN_FILE;
      case RIGHT -> Gesture.NEXT_TYPE;
      case LEFT -> Gesture.PREVIOUS_TYPE;
      default -> null;
    };
  }

  private static Gesture withShortcut(KeyCode code, boolean shift) {
    return switch (code) {
      case UP, KP_UP -> Gesture.FOCUS_UP;
      case DOWN, KP_DOWN -> Gesture.FOCUS_DOWN;
      case SPACE -> Gesture.TOGGLE;
      case A -> Gesture.SELECT_ALL;
      case F -> Gesture.SEARCH;
      case D -> Gesture.DUPLICATE;
      case R -> Gesture.REROUTE;
      case X -> Gesture.CUT;
      case C -> Gesture.COPY;
      case V -> Gesture.PASTE;
      case PLUS, ADD, EQUALS -> Gesture.ZOOM_IN;
      case MINUS, SUBTRACT -> Gesture.ZOOM_OUT;
      case DIGIT0, NUMPAD0 -> Gesture.ZOOM_100;
      case HOME -> shift ? Gesture.EXTEND_FIRST : Gesture.SELECT_FIRST;
      case END -> shift ? Gesture.EXTEND_LAST : Gesture.SELECT_LAST;
      default -> null;
    };
  }

  private static Gesture plain(KeyCode code, boolean shift) {
    return switch (code) {
      case UP, KP_UP -> shift ? Gesture.EXTEND_UP : Gesture.SELECT_UP;
      case DOWN, KP_DOWN -> shift ? Gesture.EXTEND_DOWN : Gesture.SELECT_DOWN;
      case LEFT, KP_LEFT -> Gesture.SELECT_LEFT;
      case RIGHT, KP_RIGHT -> Gesture.SELECT_RIGHT;
      case HOME -> shift ? Gesture.EXTEND_FIRST : Gesture.SELECT_FIRST;
      case END -> shift ? Gesture.EXTEND_LAST : Gesture.SELECT_LAST;
      case PAGE_UP -> shift ? Gesture.EXTEND_PAGE_UP : Gesture.SELECT_PAGE_UP;
      case PAGE_DOWN -> shift ? Gesture.EXTEND_PAGE_DOWN : Gesture.SELECT_PAGE_DOWN;
      case ENTER, F2 -> Gesture.EDIT;
      case F3 -> shift ? Gesture.PREVIOUS_FOUND : Gesture.NEXT_FOUND;
      case INSERT -> shift ? Gesture.ADD_HOST : Gesture.ADD_PATH;
      case DELETE -> Gesture.DELETE;
      case CONTEXT_MENU -> Gesture.MENU;
      case F10 -> shift ? Gesture.MENU : null;
      case ESCAPE -> Gesture.CANCEL;
      default -> null;
    };
  }
}
