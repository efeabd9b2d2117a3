package io.github.ingressdesigner.git;

/** Git cannot give what is wanted; the message is for people. */
public final class GitException extends Exception {
  private static final long serialVersionUID = 1L;

  GitException(String message) {
    super(message);
  }

  GitException(String message, Throwable cause) {
    super(message, cause);
  }
}
