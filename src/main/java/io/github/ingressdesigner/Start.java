package io.github.ingressdesigner;

import java.nio.file.Path;
import java.util.List;

/**
 * What the window opens first.
 *
 * @param paths files and folders
 */
record Start(boolean sample, List<Path> paths) {
  static final String SAMPLE = "--sample";

  static Start of(List<String> arguments) {
    return new Start(
        arguments.contains(SAMPLE),
        arguments.stream()
            .filter(argument -> !argument.equals(SAMPLE))
            .map(argument -> Path.of(argument).toAbsolutePath().normalize())
            .toList());
  }
}
