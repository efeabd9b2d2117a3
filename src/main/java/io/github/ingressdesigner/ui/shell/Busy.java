package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.cluster.ClusterException;
import io.github.ingressdesigner.cluster.ClusterException.Kind;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.dialogs.Sheet;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;

/** Work that talks to a cluster: a sheet shows how far it is and lets the person end it. */
final class Busy {
  /** Runs off the JavaFX thread. */
  @FunctionalInterface
  interface Work {
    /**
     * @param progress takes one short line
     * @return what is to be done on the JavaFX thread
     */
    Runnable run(Consumer<String> progress, BooleanSupplier cancelled)
        throws ClusterException, IOException;
  }

  private final MainWindow window;
  private final Threads threads;

  Busy(MainWindow window, Threads threads) {
    this.window = window;
    this.threads = threads;
  }

  /**
   * @param failed told of a failure on the JavaFX thread, before the person is
   */
  void run(String title, Work work, Consumer<ClusterException> failed) {
    AtomicBoolean cancelled = new AtomicBoolean();
    AtomicBoolean ended = new AtomicBoolean();
    Label line = new Label();
    line.setWrapText(true);
    ProgressIndicator turning = new ProgressIndicator();
    turning.getStyleClass().add("busy-turning");
    HBox row = new HBox(turning, line);
    row.getStyleClass().add("busy-row");
    Sheet sheet =
        new Sheet(title)
            .content(row)
            .cancel(
                Messages.text("dialogs.cancel"),
                () -> {
                  ended.set(true);
                  cancelled.set(true);
                });
    window.overlay().show(sheet);
    AtomicReference<String> latest = new AtomicReference<>();
    Consumer<String> progress =
        text -> {
          // many pages, few pictures
          if (latest.getAndSet(text) == null) {
            threads.ui().execute(() -> line.setText(latest.getAndSet(null)));
          }
        };
    threads
        .io()
        .execute(
            () -> {
              Runnable then = result(work, progress, cancelled::get, failed);
              threads
                  .ui()
                  .execute(
                      () -> {
                        if (!ended.getAndSet(true)) {
                          window.overlay().close();
                        }
                        then.run();
                      });
            });
  }

  private Runnable result(
      Work work,
      Consumer<String> progress,
      BooleanSupplier cancelled,
      Consumer<ClusterException> failed) {
    try {
      return work.run(progress, cancelled);
    } catch (ClusterException e) {
      return () -> {
        failed.accept(e);
        if (e.kind() != Kind.CANCELLED) {
          tell(e.getMessage());
        }
      };
    } catch (IOException e) {
      return () -> tell(e.getMessage());
    }
  }

  /** A message that stays until it was read. */
  void tell(String message) {
    window
        .overlay()
        .show(
            new Sheet(Messages.text("shell.cluster.failed"))
                .text(message)
                .accent(Messages.text("dialogs.close"), () -> {}));
  }
}
