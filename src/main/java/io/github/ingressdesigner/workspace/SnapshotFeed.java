package io.github.ingressdesigner.workspace;

import io.github.ingressdesigner.lint.LintConfig;
import io.github.ingressdesigner.route.Dialect;
import java.util.function.Consumer;

/**
 * Computes snapshots off the UI thread; the newest text wins, and listeners get rising versions on
 * the UI executor, of a large text each version twice: first without checked problems. {@link
 * #current()} brings the snapshot of this very moment, for gestures.
 */
public interface SnapshotFeed {
  void addListener(Consumer<Snapshot> listener);

  /** The newest snapshot delivered. */
  Snapshot shown();

  /**
   * The snapshot of the text as it is now; computed on the calling (UI) thread if the feed has not
   * caught up, and then with the problems of the snapshot before.
   */
  Snapshot current();

  /** The dialect that routes are compiled for. */
  Dialect dialect();

  /** Chooses another dialect; a new snapshot follows. */
  void setDialect(Dialect dialect);

  /** Which rules the workspace wants, and how bad it takes them. */
  LintConfig rules();

  /** Chooses other rules; a new snapshot follows. */
  void setRules(LintConfig rules);

  /** The text changed or the dialect did: compute again. */
  void request();
}
