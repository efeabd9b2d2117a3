package io.github.ingressdesigner.suite.replay;

/** Looks at a replay while it runs; asked now and then, on the thread that replays. */
public interface Watch {
  /** Never stops it, and does not want to know. */
  Watch NONE =
      new Watch() {
        @Override
        public boolean isCancelled() {
          return false;
        }

        @Override
        public void progress(long bytes, long lines) {}
      };

  boolean isCancelled();

  /**
   * How far it has come.
   *
   * @param bytes read of all logs so far, as they are stored
   * @param lines of them
   */
  void progress(long bytes, long lines);
}
