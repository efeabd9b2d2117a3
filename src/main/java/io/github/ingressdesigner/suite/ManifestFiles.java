package io.github.ingressdesigner.suite;

import io.github.ingressdesigner.suite.Manifests.Source;
import io.github.ingressdesigner.text.FileBytes;
import io.github.ingressdesigner.yaml.YamlCursor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * Manifests that a suite names as files: paths, or globs ({@code deploy/*.yaml}, {@code
 * charts/**}{@code /*.yaml}) against the suite's folder.
 */
final class ManifestFiles {
  private static final String WILD = "*?[{";

  private final Path folder;
  private final OpenTexts open;
  private final SuiteFields fields;

  ManifestFiles(Path folder, OpenTexts open, SuiteFields fields) {
    this.folder = folder;
    this.open = open;
    this.fields = fields;
  }

  /**
   * In the order written; the files of a glob by name, without the suites among them. What cannot
   * be read is noticed.
   */
  List<Source> read(YamlCursor entry) {
    List<Source> sources = new ArrayList<>();
    String name = fields.written(entry, "manifests").orElse("");
    try {
      for (Path file : files(entry, name)) {
        Optional<Source> opened = open.find(file.normalize());
        if (opened.isPresent()) {
          sources.add(opened.get());
          continue;
        }
        FileBytes bytes = FileBytes.decode(Files.readAllBytes(file));
        bytes
            .readOnly()
            .ifPresent(why -> fields.notice(entry, "The file %s: %s".formatted(name, why)));
        sources.add(Source.of(file.toString(), bytes.text()));
      }
    } catch (NoSuchFileException e) {
      fields.notice(entry, "There is no file %s.".formatted(name));
    } catch (IOException | UncheckedIOException e) {
      fields.notice(entry, "The file %s cannot be read: %s.".formatted(name, e.getMessage()));
    } catch (InvalidPathException | PatternSyntaxException e) {
      fields.notice(entry, "%s is no path: %s.".formatted(name, e.getMessage()));
    }
    return sources;
  }

  private List<Path> files(YamlCursor entry, String name) throws IOException {
    if (name.isEmpty()) {
      return List.of();
    }
    int wild = firstWild(name);
    if (wild < 0) {
      return List.of(folder.resolve(name));
    }
    int slash = name.lastIndexOf('/', wild);
    Path start = slash < 0 ? folder : folder.resolve(name.substring(0, Math.max(1, slash)));
    String glob = name.substring(slash + 1);
    PathMatcher matcher = start.getFileSystem().getPathMatcher("glob:" + glob);
    // "any folder" is no folder, too; Java's globs want one.
    PathMatcher here =
        start.getFileSystem().getPathMatcher("glob:" + glob.replaceFirst("^\\*\\*/", ""));
    List<Path> found = List.of();
    if (Files.isDirectory(start)) {
      Path from = start.toString().isEmpty() ? Path.of(".") : start;
      try (Stream<Path> below = Files.walk(from)) {
        found =
            below
                .filter(Files::isRegularFile)
                .filter(file -> !SuiteFiles.isSuite(file.getFileName().toString()))
                .filter(
                    file -> {
                      Path relative = from.relativize(file);
                      return matcher.matches(relative) || here.matches(relative);
                    })
                .sorted()
                .toList();
      }
    }
    if (found.isEmpty()) {
      fields.notice(entry, "No file is named like %s.".formatted(name));
    }
    return found;
  }

  private static int firstWild(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (WILD.indexOf(name.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }
}
