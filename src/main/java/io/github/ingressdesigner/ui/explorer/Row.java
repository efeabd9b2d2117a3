package io.github.ingressdesigner.ui.explorer;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Location;
import java.util.Optional;

/**
 * One line of the tree.
 *
 * @param key the same for the same element in the next snapshot
 * @param text what is shown
 * @param note shown at the right end
 * @param locked whether TLS covers it
 * @param problem the worst problem in it; empty where there is none
 * @param dirty whether it is a file with unsaved work
 * @param children how many lines it has below it
 */
record Row(
    Kind kind,
    Object key,
    FileId file,
    Optional<Location> at,
    String text,
    String note,
    boolean locked,
    Optional<Severity> problem,
    boolean dirty,
    int children) {
  enum Kind {
    FILE,
    /** A file of the folder that is not open. */
    CLOSED_FILE,
    INGRESS,
    HOST,
    PATH,
    DEFAULT_BACKEND,
    /** Other resources of one kind, counted. */
    KIND
  }

  Row withChildren(int count) {
    return new Row(kind, key, file, at, text, note, locked, problem, dirty, count);
  }

  boolean isFile() {
    return kind == Kind.FILE || kind == Kind.CLOSED_FILE;
  }
}
