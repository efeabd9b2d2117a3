package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.model.FileId;
import java.nio.file.Path;

/** Paths for people, and names for texts without a file. */
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

  /** A text without a file that still has a name to show: {@code untitled:3/canary.yaml}. */
  static FileId untitled(int number, String name) {
    return new FileId(UNTITLED + number + "/" + name);
  }
}
