package io.github.ingressdesigner.cli;

import io.github.ingressdesigner.suite.Manifests.Source;
import io.github.ingressdesigner.suite.SuiteFiles;
import io.github.ingressdesigner.text.FileBytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The texts that a command was given.
 *
 * @param inputs in the order given; the files of a folder by name
 * @param errors what could not be read, for people
 */
record InputFiles(List<Input> inputs, List<String> errors) {
  /** A text and the folder that it stands in. */
  record Input(Source source, Path folder) {}

  static final String STANDARD_INPUT = "-";

  /**
   * Reads files, folders with all that is below them (YAML and JSON, hidden folders left out), and
   * {@code -} for standard input.
   */
  static InputFiles read(List<String> names, InputStream in) {
    return read(names, in, found -> found);
  }

  /** The same, but of a folder that holds suites only those are taken. */
  static InputFiles readSuites(List<String> names, InputStream in) {
    return read(
        names,
        in,
        found -> {
          List<Path> suites = found.stream().filter(p -> SuiteFiles.isSuite(p.toString())).toList();
          return suites.isEmpty() ? found : suites;
        });
  }

  private static InputFiles read(
      List<String> names, InputStream in, UnaryOperator<List<Path>> ofFolder) {
    InputFiles files = new InputFiles(new ArrayList<>(), new ArrayList<>());
    boolean inputTaken = false;
    for (String name : names) {
      if (!name.equals(STANDARD_INPUT)) {
        files.readPath(name, ofFolder);
      } else if (inputTaken) {
        files.errors.add("Standard input (-) can be read only once.");
      } else {
        inputTaken = true;
        files.readInput(in);
      }
    }
    return files;
  }

  List<Source> sources() {
    return inputs.stream().map(Input::source).toList();
  }

  /** Where settings are looked for: beside the first file; the working folder for other input. */
  Path folder() {
    return inputs.isEmpty() ? Path.of("") : inputs.getFirst().folder();
  }

  private void readInput(InputStream in) {
    try {
      add("standard input", in.readAllBytes(), Path.of(""));
    } catch (IOException e) {
      errors.add("Standard input cannot be read: " + e.getMessage());
    }
  }

  private void readPath(String name, UnaryOperator<List<Path>> ofFolder) {
    try {
      Path path = Path.of(name);
      if (!Files.isDirectory(path)) {
        readFile(path);
        return;
      }
      List<Path> found;
      try (Stream<Path> below = Files.walk(path)) {
        found =
            below
                .filter(p -> isManifest(p) && !isHidden(path.relativize(p)))
                .filter(Files::isRegularFile)
                .sorted()
                .toList();
      }
      if (found.isEmpty()) {
        errors.add(name + ": The folder holds no .yaml, .yml or .json file.");
      }
      for (Path file : ofFolder.apply(found)) {
        readFile(file);
      }
    } catch (NoSuchFileException e) {
      errors.add(name + ": There is no such file.");
    } catch (IOException | java.io.UncheckedIOException | InvalidPathException e) {
      errors.add(name + ": " + reason(name, e));
    }
  }

  private static String reason(String name, Exception e) {
    Throwable cause = e instanceof java.io.UncheckedIOException wrapped ? wrapped.getCause() : e;
    if (cause instanceof AccessDeniedException denied) {
      return "You have no permission to read "
          + (name.equals(denied.getFile()) ? "it" : denied.getFile())
          + ".";
    }
    return "The file cannot be read: " + cause.getMessage();
  }

  private void readFile(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    add(file.toString(), Files.readAllBytes(file), folder == null ? Path.of("") : folder);
  }

  private void add(String name, byte[] bytes, Path folder) {
    FileBytes decoded = FileBytes.decode(bytes);
    decoded.readOnly().ifPresent(why -> errors.add(name + ": " + why));
    inputs.add(new Input(Source.of(name, decoded.text()), folder));
  }

  private static boolean isManifest(Path path) {
    String name = path.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
  }

  private static boolean isHidden(Path relative) {
    for (Path element : relative) {
      if (element.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }
}
