package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.ui.common.Fx;
import io.github.ingressdesigner.ui.dialogs.ErrorSheet;
import io.github.ingressdesigner.workspace.log.SecretFilter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows an unexpected exception of any thread with details to copy; the window lives on. */
final class CrashReports implements Thread.UncaughtExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(CrashReports.class);

  private final Overlay overlay;
  private final Consumer<String> copy;
  private boolean showing;

  CrashReports(Overlay overlay, Consumer<String> copy) {
    this.overlay = overlay;
    this.copy = copy;
  }

  /** From now on exceptions that nobody catches come here. */
  void install() {
    Thread.setDefaultUncaughtExceptionHandler(this);
  }

  @Override
  public void uncaughtException(Thread thread, Throwable thrown) {
    LOG.error("Unexpected exception on thread {}", thread.getName(), thrown);
    String details = details(thread.getName(), thrown);
    Fx.later(() -> show(details));
  }

  /** One at a time: a failing view may throw with every frame. */
  private void show(String details) {
    if (!showing) {
      showing = true;
      overlay.show(ErrorSheet.create(details, copy, () -> showing = false));
    }
  }

  static String details(String thread, Throwable thrown) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace, true));
    return "Ingress Designer, Java "
        + System.getProperty("java.version")
        + ", JavaFX "
        + System.getProperty("javafx.version", "?")
        + ", "
        + System.getProperty("os.name")
        + " "
        + System.getProperty("os.version")
        + ", thread "
        + thread
        + "\n"
        + SecretFilter.clean(trace.toString());
  }
}
