package io.github.ingressdesigner.text;

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

  /** By how much the text grows; negative where it shrinks. */
  public int delta() {
    return inserted.length() - removed.length();
  }
}
