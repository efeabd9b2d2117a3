package io.github.ingressdesigner.ui.shell;

import java.util.function.BooleanSupplier;

/**
 * Something that a person can do, by name or by key.
 *
 * @param id short and stable
 * @param title for people: "Save all files"
 * @param enabled whether it would do something now
 */
record Command(String id, String title, BooleanSupplier enabled, Runnable action) {
  boolean isEnabled() {
    return enabled.getAsBoolean();
  }

  String keyText() {
    return KeyMap.text(id);
  }
}
