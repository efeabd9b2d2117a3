package io.github.ingressdesigner.compare;

import java.util.concurrent.CancellationException;

/** Told how far a comparison is, and asked whether it is still wanted. Called by the worker. */
public interface Progress {
  /** Nobody looks, and it goes on to the end. */
  Progress NONE = part -> true;

  /**
   * @param part done so far, 0 to 1; it may go back a little where more work is found
   * @return whether to go on
   */
  boolean at(double part);

  /**
   * The same, for work that stops at once.
   *
   * @throws CancellationException when it is not wanted any more
   */
  default void check(double part) {
    if (!at(part)) {
      throw new CancellationException("comparison at " + part);
    }
  }
}
