package io.github.ingressdesigner.ui.compare;

import io.github.ingressdesigner.compare.Progress;
import io.github.ingressdesigner.ui.common.Messages;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers off the JavaFX thread, one question at a time; a newer one, or nobody's interest, stops
 * the work. Its methods belong to the JavaFX thread.
 */
final class Asker {
  private static final Logger LOG = LoggerFactory.getLogger(Asker.class);
  private static final long NANOS_BETWEEN_NEWS = 40_000_000;

  /** Told on the JavaFX thread, about the newest question alone. */
  interface Listener {
    /**
     * @param part done, 0 to 1
     */
    void progress(double part);

    void found(Question question, Found found);
  }

  private final Executor worker;
  private final Executor ui;
  private final Listener listener;
  private final Finder finder = new Finder();
  private final AtomicReference<Optional<Question>> wanted =
      new AtomicReference<>(Optional.empty());
  private final AtomicReference<Optional<Question>> newest =
      new AtomicReference<>(Optional.empty());
  private final AtomicBoolean working = new AtomicBoolean();

  /**
   * @param worker computes; {@code Runnable::run} in tests
   * @param ui brings answers back to the JavaFX thread
   */
  Asker(Executor worker, Executor ui, Listener listener) {
    this.worker = worker;
    this.ui = ui;
    this.listener = listener;
  }

  void ask(Question question) {
    newest.set(Optional.of(question));
    wanted.set(Optional.of(question));
    if (working.compareAndSet(false, true)) {
      worker.execute(this::work);
    }
  }

  /** Nobody waits any more; what is under way stops soon, and nothing is told. */
  void cancel() {
    newest.set(Optional.empty());
    wanted.set(Optional.empty());
  }

  private void work() {
    try {
      Optional<Question> next = wanted.getAndSet(Optional.empty());
      while (next.isPresent()) {
        answer(next.get());
        next = wanted.getAndSet(Optional.empty());
      }
    } finally {
      working.set(false);
    }
    if (wanted.get().isPresent() && working.compareAndSet(false, true)) {
      worker.execute(this::work);
    }
  }

  private void answer(Question question) {
    Found found;
    try {
      found = finder.find(question, new News(question));
    } catch (CancellationException e) {
      return;
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("Comparing failed", e);
      found = new Found.Failed(Messages.text("compare.failed.internal", e.toString()));
    }
    Found answer = found;
    ui.execute(
        () -> {
          if (isNewest(question)) {
            listener.found(question, answer);
          }
        });
  }

  private boolean isNewest(Question question) {
    return newest.get().filter(q -> q == question).isPresent();
  }

  /** Passes progress on now and then, and stops what is outdated. */
  private final class News implements Progress {
    private final Question question;
    private long last = System.nanoTime();

    News(Question question) {
      this.question = question;
    }

    @Override
    public boolean at(double part) {
      long now = System.nanoTime();
      if (now - last > NANOS_BETWEEN_NEWS) {
        last = now;
        ui.execute(
            () -> {
              if (isNewest(question)) {
                listener.progress(part);
              }
            });
      }
      return isNewest(question);
    }
  }
}
