package io.github.ingressdesigner.splice;

import java.util.List;

/** Takes an element away, with what has to happen elsewhere because of that. */
final class Remover {
  private Remover() {}

  static void remove(Planning planning, Draft draft, Element element) {
    if (draft.tree().hasAnchors()) {
      List<String> moved = MoveDefinition.before(draft, element);
      if (!moved.isEmpty()) {
        planning.note(
            "The value of " + String.join(", ", moved) + " now stands where it was used next.");
      }
    }
    Remove.from(draft, element);
  }
}
