package io.github.ingressdesigner.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asks a person for files; tests give answers instead of asking. */
public interface FilePicker {
  /** Files to open; empty when the person changed their mind. */
  List<Path> filesToOpen(Optional<Path> startIn);

  /** One file of any kind; empty when the person changed their mind. */
  default Optional<Path> anyFile(Optional<Path> startIn) {
    return filesToOpen(startIn).stream().findFirst();
  }

  /** Logs to replay; empty when the person changed their mind. */
  default List<Path> logsToOpen(Optional<Path> startIn) {
    return filesToOpen(startIn);
  }

  Optional<Path> folderToOpen(Optional<Path> startIn);

  /**
   * Where to save; the person has agreed if something is there already.
   *
   * @param name proposed
   */
  Optional<Path> fileToSave(Optional<Path> startIn, String name);
}
