package io.github.ingressdesigner.yaml;

/** Bad input found while a tree is built; becomes {@link ReadResult.Broken} in the reader. */
final class SyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int offset;

  SyntaxException(String message, int offset) {
    super(message, null, false, false);
    this.offset = offset;
  }

  int offset() {
    return offset;
  }
}
