package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.model.FileId;
import java.nio.file.Path;

/** Paths of files for people, and files for paths. */
final class Paths {
  private static final String UNTITLED = "untitled:";

  private Paths() {}

  /** With the home folder as a tilde. */
  static String shown(Path path) {
    Path home = Path.of(System.getProperty("user.home"));
    return path.startsWith(home) && !path.equals(home)
        ? "~/" + home.relativize(path)
        : path.toString();
  }

  static FileId fileId(Path path) {
    return new FileId(path.toAbsolutePath().normalize().toString());
  }

  /** Whether the text was never saved to a file. */
  static boolean isUntitled(FileId file) {
    return file.value().startsWith(UNTITLED);
  }

  /**
   * @throws IllegalArgumentException for a text that has no file yet
   */
  static Path path(FileId file) {
    if (isUntitled(file)) {
      throw new IllegalArgumentException("no path yet: " + file.value());
    }
    return Path.of(file.value());
  }

  /** A text without a file that still has a name to show: {@code untitled:3/canary.yaml}. */
  static FileId untitled(int number, String name) {
    return new FileId(UNTITLED + number + "/" + name);
  }
}
