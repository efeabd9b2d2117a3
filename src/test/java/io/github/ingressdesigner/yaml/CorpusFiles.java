package io.github.ingressdesigner.yaml;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ingressdesigner.text.FileBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** The public files named in a corpus index, read in place; tests without them are skipped. */
public final class CorpusFiles {
  /** One file. */
  public record CorpusFile(String path, int documents, Set<String> features, String text) {
    public boolean isValid() {
      return !features.contains("invalid-yaml") && !features.contains("yaml11-parser-rejects");
    }

    public List<String> slices() {
      return DocumentScanner.scan(text).stream()
          .map(range -> text.substring(range.start(), range.end()))
          .toList();
    }
  }

  private CorpusFiles() {}

  public static List<CorpusFile> all() {
    String folder = System.getProperty("corpus.dir", "");
    Path index = Path.of(folder, "index.tsv");
    assumeTrue(
        !folder.isEmpty() && Files.isRegularFile(index),
        "skipped: no corpus (system property corpus.dir)");
    try {
      return Files.readAllLines(index).stream()
          .skip(1)
          .map(line -> file(Path.of(folder), line.split("\t", -1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CorpusFile file(Path folder, String[] row) {
    try {
      byte[] bytes = Files.readAllBytes(folder.resolve(row[0]));
      String text = FileBytes.decode(bytes).text().string();
      return new CorpusFile(row[0], Integer.parseInt(row[5]), Set.of(row[8].split(",")), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
