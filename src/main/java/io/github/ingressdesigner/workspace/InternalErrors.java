package io.github.ingressdesigner.workspace;

/** What a fault of the application looks like to people. */
final class InternalErrors {
  static final String CODE = "internal-error";

  private InternalErrors() {}

  /**
   * @param task continues "The application failed to"
   */
  static String message(String task, Throwable thrown) {
    return "The application failed to "
        + task
        + " ("
        + thrown.getClass().getSimpleName()
        + "). This is a fault of the application, not of the text; the log has the details.";
  }
}
