package io.github.ingressdesigner.dialect.common;

/** An expression that its engine refuses or that is not modelled; the message is a sentence. */
final class RegexRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RegexRefusedException(String reason) {
    super(reason, null, false, false);
  }
}
