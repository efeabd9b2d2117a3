package io.github.ingressdesigner.splice;

import io.github.ingressdesigner.intent.Intent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One case: {@code name.in.yaml}, {@code name.intent} and, where there is something to do, {@code
 * name.out.yaml}. The first line of the intent file is the intent, see {@link IntentLine}; the
 * others say what to expect: {@code refused:}, {@code choice:}, {@code note:} with a part of the
 * text, {@code focus:} with the path. {@code final-break-matters} leaves out the variant without a
 * final line break.
 */
record SpliceCase(String name, String in, List<String> lines, Optional<String> out) {
  /** All cases below the package's folder of test resources. */
  static Stream<SpliceCase> all() {
    Path folder = folder();
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(f -> f.toString().endsWith(".in.yaml"))
          .sorted()
          .map(f -> read(folder, f))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder() {
    try {
      return Path.of(SpliceCase.class.getResource("block").toURI()).getParent();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SpliceCase read(Path folder, Path in) {
    String name = folder.relativize(in).toString().replace(".in.yaml", "");
    Path out = folder.resolve(name + ".out.yaml");
    return new SpliceCase(
        name,
        text(in),
        text(folder.resolve(name + ".intent")).lines().toList(),
        Files.exists(out) ? Optional.of(text(out)) : Optional.empty());
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Intent intent() {
    return IntentLine.parse(Texts.FILE, lines.getFirst());
  }

  /** What is expected under a name. */
  Optional<String> expected(String key) {
    return lines.stream()
        .filter(line -> line.startsWith(key + ": "))
        .map(line -> line.substring(key.length() + 2))
        .findFirst();
  }

  boolean isMarked(String flag) {
    return lines.contains(flag);
  }

  @Override
  public String toString() {
    return name;
  }
}
