package io.github.ingressdesigner.cluster.login;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds a program by name as a person's terminal would. A program that was started from a menu
 * often has a shorter PATH than that, so the login shell is asked, once, where ours does not lead
 * to it.
 */
final class ProgramFinder {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Map<String, String> environment;
  private Optional<String> loginPath = Optional.empty();

  ProgramFinder(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * The program's absolute path.
   *
   * @param folder what a relative path is relative to
   */
  Optional<Path> find(String command, Path folder) {
    try {
      if (command.contains("/") || command.contains(File.separator)) {
        Path path = folder.resolve(command).normalize();
        return Optional.of(path).filter(ProgramFinder::isProgram);
      }
      Optional<Path> found = in(environment.getOrDefault("PATH", ""), command);
      return found.isPresent() ? found : in(loginPath(), command);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** The PATH for the program itself, which may look for others. */
  String path() {
    return loginPath.filter(p -> !p.isEmpty()).orElse(environment.getOrDefault("PATH", ""));
  }

  private static Optional<Path> in(String path, String command) {
    for (String folder : path.split(File.pathSeparator)) {
      // an empty element means the working folder, from which nothing is ever started
      if (!folder.isEmpty() && Path.of(folder).isAbsolute()) {
        Path program = Path.of(folder, command);
        if (isProgram(program)) {
          return Optional.of(program);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isProgram(Path path) {
    return Files.isRegularFile(path) && Files.isExecutable(path);
  }

  private synchronized String loginPath() {
    if (loginPath.isEmpty()) {
      loginPath = Optional.of(askShell());
    }
    return loginPath.get();
  }

  private String askShell() {
    String shell = environment.getOrDefault("SHELL", "");
    if (!shell.startsWith("/") || !isProgram(Path.of(shell))) {
      return "";
    }
    try {
      Run.Output output =
          Run.of(
              List.of(shell, "-l", "-c", "printf '\\n%s' \"$PATH\""),
              Map.of(),
              PATIENCE,
              () -> false);
      String text = new String(output.bytes(), StandardCharsets.UTF_8);
      return text.substring(text.lastIndexOf('\n') + 1);
    } catch (IOException e) {
      return "";
    }
  }
}
