package io.github.ingressdesigner.text;

import java.util.Optional;

/**
 * Replaces {@code removed}, found at {@code offset}, by {@code inserted}. It holds both texts, so
 * it is its own inverse.
 *
 * @param offset UTF-16 offset in the text before the edit
 */
public record TextEdit(int offset, String removed, String inserted) {
  public TextEdit {
    if (offset < 0) {
      throw new IllegalArgumentException("offset " + offset + ", expected 0 or more");
    }
  }

  public static TextEdit insert(int offset, String text) {
    return new TextEdit(offset, "", text);
  }

  public TextEdit inverse() {
    return new TextEdit(offset, inserted, removed);
  }

  /** The range that is replaced, in the text before the edit. */
  public TextRange range() {
    return new TextRange(offset, offset + removed.length());
  }

  /**
   * This edit and, after it, another one whose range touches what this one inserted, as one edit of
   * the text before this one.
   *
   * @param next its offset means the text after this edit
   * @return empty if the two do not touch
   */
  public Optional<TextEdit> then(TextEdit next) {
    int end = offset + inserted.length();
    int nextEnd = next.range().end();
    if (next.offset > end || nextEnd < offset) {
      return Optional.empty();
    }
    String left = next.removed.substring(0, Math.max(0, offset - next.offset));
    String right = next.removed.substring(next.removed.length() - Math.max(0, nextEnd - end));
    String head = inserted.substring(0, Math.max(0, next.offset - offset));
    String tail = inserted.substring(Math.min(inserted.length(), Math.max(0, nextEnd - offset)));
    return Optional.of(
        new TextEdit(
            Math.min(offset, next.offset), left + removed + right, head + next.inserted + tail));
  }

  /** By how much the text grows; negative where it shrinks. */
  public int delta() {
    return inserted.length() - removed.length();
  }
}
