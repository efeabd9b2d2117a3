package io.github.ingressdesigner.text;

import java.io.IOException;

/** The text cannot be written as UTF-8. */
public final class UnencodableTextException extends IOException {
  private static final long serialVersionUID = 1L;

  UnencodableTextException(int line) {
    super(
        "Line "
            + line
            + " holds half of a character (a lone surrogate), which UTF-8 cannot hold."
            + " Delete it and save again.");
  }
}
