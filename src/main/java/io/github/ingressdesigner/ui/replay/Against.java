package io.github.ingressdesigner.ui.replay;

import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.ui.common.Messages;

/** What the open files, as they are, are held against. */
sealed interface Against {
  /** Requests are only counted. */
  record Nothing() implements Against {}

  /** The files as they were saved last. */
  record Saved() implements Against {}

  /** The files of the last commit. */
  record Committed() implements Against {}

  /** The same files on another controller. */
  record Controller(Dialect dialect) implements Against {}

  default String title() {
    return switch (this) {
      case Nothing _ -> Messages.text("replay.against.nothing");
      case Saved _ -> Messages.text("replay.against.saved");
      case Committed _ -> Messages.text("replay.against.committed");
      case Controller(Dialect dialect) ->
          Messages.text("replay.against.controller", dialect.displayName());
    };
  }
}
