package io.github.ingressdesigner.ui.inspector;

import javafx.scene.layout.Region;

/** The fields of one kind of element. */
interface Form {
  /** What the element is, for the head: {@code Path}, and where it stands. */
  String title();

  String place();

  Region node();

  /**
   * Shows the newest state of the element.
   *
   * @return false if the form is for another kind of element
   */
  boolean show(Target target);

  /** Puts the caret where one most often edits. */
  void focus();
}
