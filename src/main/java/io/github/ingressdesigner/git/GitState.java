package io.github.ingressdesigner.git;

/** How a file of a working tree differs from HEAD. */
public enum GitState {
  /** HEAD has it with other content. */
  MODIFIED,
  /** HEAD does not have it, the index does. */
  ADDED,
  /** Neither HEAD nor the index has it, and nothing ignores it. */
  UNTRACKED,
  /** HEAD has it, the folder does not. */
  DELETED,
  /** A merge has left it unresolved. */
  CONFLICTED
}
