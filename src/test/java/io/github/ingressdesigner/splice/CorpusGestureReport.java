package io.github.ingressdesigner.splice;

import io.github.ingressdesigner.splice.CorpusGestures.Report;
import io.github.ingressdesigner.splice.CorpusGestures.Variant;
import io.github.ingressdesigner.text.FileBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Prints, as JSON, what comes of every gesture on every Ingress of every file below {@code
 * corpus.dir}, in four variants.
 */
public final class CorpusGestureReport {
  private CorpusGestureReport() {}

  /** The texts below a folder that can be edited, with their names, in a stable order. */
  static Map<String, String> texts(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .sorted()
          .map(f -> Map.entry(folder.relativize(f).toString(), FileBytes.decode(read(f))))
          .filter(e -> e.getValue().readOnly().isEmpty())
          .collect(
              Collectors.toMap(
                  Map.Entry::getKey,
                  e -> e.getValue().text().string(),
                  (a, _) -> a,
                  LinkedHashMap::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs and prints; an argument limits the files to those whose name contains it. */
  public static void main(String[] args) {
    long start = System.nanoTime();
    Map<String, String> texts = texts(Path.of(System.getProperty("corpus.dir"), "files"));
    String part = args.length > 0 ? args[0] : "";
    List<String> lines =
        Stream.of(Variant.values())
            .parallel()
            .map(
                variant -> {
                  Report report = new Report();
                  texts.forEach(
                      (name, text) -> {
                        if (name.contains(part)) {
                          new CorpusGestures(variant, report).tryAll(name, text);
                        }
                      });
                  return json(variant, report);
                })
            .toList();
    long millis = (System.nanoTime() - start) / 1_000_000;
    System.out.println(
        "{\"seconds\": "
            + millis / 1000.0
            + ", \"variants\": {\n"
            + String.join(",\n", lines)
            + "\n}}");
  }

  private static String json(Variant variant, Report report) {
    String refused =
        report.refused.entrySet().stream()
            .map(e -> "      " + quote(e.getKey()) + ": " + e.getValue())
            .collect(Collectors.joining(",\n"));
    String wrongs =
        report.wrongs.stream().map(w -> "      " + quote(w)).collect(Collectors.joining(",\n"));
    return """
      "%s": {
        "files": %d, "ingresses": %d, "tried": %d, "exact": %d, "ofThoseUnchanged": %d,
        "ofThoseRewrittenBlock": %d, "choices": %d, "options": %d, "refused": %d, "wrong": %d,
        "refusedBecause": {
    %s
        },
        "wrongs": [
    %s
        ]
      }\
    """
        .formatted(
            variant,
            report.files,
            report.ingresses,
            report.tried,
            report.exact,
            report.unchanged,
            report.rewritten,
            report.choices,
            report.options,
            report.refusals(),
            report.wrong,
            refused,
            wrongs);
  }

  private static String quote(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }
}
