package io.github.ingressdesigner.cli;

import io.github.ingressdesigner.git.GitException;
import io.github.ingressdesigner.git.GitRevision;
import io.github.ingressdesigner.suite.Manifests;
import io.github.ingressdesigner.text.FileBytes;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One version of the files: files and folders as they are, or as they were in a git revision.
 *
 * @param folder where settings are looked for
 */
record FileVersion(Manifests manifests, Path folder) {
  /**
   * Reads a file, a folder, {@code -}, {@code REVISION} or {@code REVISION:PATH}; problems are
   * printed, and then there is nothing.
   */
  static Optional<FileVersion> read(String name, Terminal terminal) {
    if (name.equals(InputFiles.STANDARD_INPUT) || exists(name)) {
      return read(List.of(name), terminal);
    }
    List<String> errors = new ArrayList<>();
    List<Manifests.Source> sources = new ArrayList<>();
    revision(name, sources, errors);
    return version(sources, errors, Path.of(""), terminal);
  }

  /** Reads files and folders as they are; problems are printed, and then there is nothing. */
  static Optional<FileVersion> read(List<String> names, Terminal terminal) {
    InputFiles inputs = InputFiles.read(names, terminal.in());
    return version(inputs.sources(), inputs.errors(), inputs.folder(), terminal);
  }

  private static Optional<FileVersion> version(
      List<Manifests.Source> sources, List<String> errors, Path folder, Terminal terminal) {
    Manifests manifests = Manifests.read(sources);
    errors.forEach(terminal.err()::println);
    manifests.errors().forEach(terminal::error);
    return errors.isEmpty() && manifests.errors().isEmpty()
        ? Optional.of(new FileVersion(manifests, folder))
        : Optional.empty();
  }

  private static boolean exists(String name) {
    try {
      return Files.exists(Path.of(name));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static void revision(String name, List<Manifests.Source> sources, List<String> errors) {
    int colon = name.indexOf(':');
    String revision = colon < 0 ? name : name.substring(0, colon);
    String path = colon < 0 ? "" : name.substring(colon + 1).replaceAll("/+$", "");
    try {
      for (GitRevision.Blob blob : GitRevision.manifests(Path.of(""), revision, path)) {
        FileBytes bytes = FileBytes.decode(blob.bytes());
        sources.add(Manifests.Source.of(revision + ":" + blob.path(), bytes.text()));
      }
      if (sources.isEmpty()) {
        errors.add(name + ": There is no .yaml, .yml or .json file in this revision.");
      }
    } catch (GitException e) {
      errors.add(name + ": There is no such file, and as a revision: " + e.getMessage());
    }
  }
}
