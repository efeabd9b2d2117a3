package io.github.ingressdesigner.yaml;

import io.github.ingressdesigner.text.TextEdit;

/**
 * Reads one document through SnakeYAML's events and corrects its marks; nothing is constructed.
 * Thread-safe, total.
 */
public final class YamlReader {
  /** Reads a whole document. */
  public ReadResult read(String slice) {
    throw new UnsupportedOperationException("not yet " + slice.length());
  }

  /**
   * Reads again after one edit; only the smallest enclosing block is parsed where that is safe.
   * Equal to {@code read(after)} but for the identity of nodes.
   *
   * @param edit its offset means the slice before the edit
   */
  public ReadResult reread(YamlTree before, String sliceBefore, TextEdit edit, String sliceAfter) {
    return read(sliceAfter);
  }
}
