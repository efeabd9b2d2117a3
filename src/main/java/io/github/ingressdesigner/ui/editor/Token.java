package io.github.ingressdesigner.ui.editor;

/** A coloured part of one line; columns are UTF-16 units, half-open. */
record Token(int start, int end, Kind kind) {
  /** What a part is, and with that its style class. */
  enum Kind {
    KEY("editor-key"),
    PUNCTUATION("editor-punctuation"),
    VALUE("editor-value"),
    HOST("editor-host"),
    PATH("editor-path"),
    BACKEND("editor-backend"),
    COMMENT("editor-comment"),
    /** Anchors, aliases and tags. */
    PROPERTY("editor-property"),
    TEMPLATE("editor-template"),
    SECRET("editor-secret");

    final String styleClass;

    Kind(String styleClass) {
      this.styleClass = styleClass;
    }
  }

  Token {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("token [" + start + ", " + end + ")");
    }
  }
}
