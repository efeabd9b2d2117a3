package io.github.ingressdesigner.ui.common;

import io.github.ingressdesigner.text.TextRange;

/**
 * A stretch of lines that differs from git's HEAD.
 *
 * @param range whole lines of the text of now; empty, at the start of a line, where lines are gone
 * @param before the lines of HEAD; empty where lines are new
 */
public record HeadChange(TextRange range, String before) {
  /** Lines that HEAD does not have. */
  public boolean isAddition() {
    return before.isEmpty();
  }

  /** Lines that only HEAD has. */
  public boolean isRemoval() {
    return range.isEmpty();
  }
}
