package io.github.ingressdesigner.ui.explorer;

import java.nio.file.Path;
import java.util.List;

/**
 * The folder that was opened, with the YAML files in it.
 *
 * @param files absolute paths, in the order in which they are shown
 */
public record Folder(Path root, List<Path> files) {
  public Folder {
    files = List.copyOf(files);
  }
}
