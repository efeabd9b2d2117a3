package io.github.ingressdesigner.ui.replay;

import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.text.FileBytes;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** What the window gives to the replay. */
public interface ReplayDesk {
  /** Asks a person for logs; empty when they changed their mind. */
  List<Path> chooseLogs();

  /** The controller that decides now. */
  Dialect controller();

  /** All controllers with their settings of the folder. */
  List<Dialect> controllers();

  /** A file as it was saved last; empty for one that never was. */
  Optional<FileBytes> saved(FileId file);

  /**
   * The open files as git has them. Called off the JavaFX thread.
   *
   * @throws java.io.IOException with a sentence for people when there is no such version
   */
  Resources committed(List<FileId> files) throws java.io.IOException;

  /** Where the log is read. */
  Executor worker();

  /** The JavaFX thread. */
  Executor ui();

  void openInTester(Request request, String url);
}
