package io.github.ingressdesigner.ui.compare;

/** The earlier version that the open files are compared with. */
sealed interface Base {
  /** What stands on disk, as it was last read or saved. */
  record Saved() implements Base {}

  /**
   * A version in git.
   *
   * @param name as git takes it: {@code HEAD}, {@code main~2}, a tag, a commit
   */
  record Revision(String name) implements Base {}
}
