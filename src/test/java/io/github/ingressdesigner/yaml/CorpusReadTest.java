package io.github.ingressdesigner.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.yaml.CorpusFiles.CorpusFile;
import io.github.ingressdesigner.yaml.ReadResult.Broken;
import io.github.ingressdesigner.yaml.ReadResult.Empty;
import io.github.ingressdesigner.yaml.ReadResult.Parsed;
import io.github.ingressdesigner.yaml.ReadResult.Template;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** What the reader makes of every file of the public corpus. */
class CorpusReadTest {
  private final YamlReader reader = new YamlReader();

  @Test
  void slicesJoinedAreTheText() {
    for (CorpusFile file : CorpusFiles.all()) {
      assertThat(String.join("", file.slices())).describedAs(file.path()).isEqualTo(file.text());
    }
  }

  @Test
  void everyDocumentOfValidFilesOpens(TestReporter reporter) {
    TreeMap<String, Integer> counts = new TreeMap<>();
    List<String> wrong = new ArrayList<>();
    for (CorpusFile file : CorpusFiles.all()) {
      List<ReadResult> results = file.slices().stream().map(reader::read).toList();
      if (file.isValid()) {
        if (results.size() != file.documents()) {
          wrong.add(file.path() + ": " + results.size() + " documents, not " + file.documents());
        }
        for (ReadResult result : results) {
          counts.merge(result.getClass().getSimpleName(), 1, Integer::sum);
          if (result instanceof Broken || result instanceof Template) {
            wrong.add(file.path() + ": " + result);
          }
        }
      } else if (results.stream().noneMatch(Broken.class::isInstance)
          && !file.features().contains("doc-end-marker")) {
        wrong.add(file.path() + ": nothing is broken, but other parsers say so");
      }
      counts.merge(file.isValid() ? "valid files" : "invalid files", 1, Integer::sum);
    }
    reporter.publishEntry("documents", counts.toString());
    assertThat(wrong).isEmpty();
  }

  /** A `...` line of documentation cuts; what follows it is read on its own. */
  @Test
  void emptyDocumentsAreTheOnlyOnesWithoutATree() {
    for (CorpusFile file : CorpusFiles.all()) {
      for (String slice : file.slices()) {
        if (file.isValid() && reader.read(slice) instanceof Empty) {
          assertThat(slice.lines())
              .describedAs(file.path())
              .allMatch(line -> line.matches("\\s*(#.*)?|---.*|\\.\\.\\..*"));
        }
      }
    }
  }

  @Test
  void treesHoldWhatSnakeYamlReads() {
    for (CorpusFile file : CorpusFiles.all()) {
      for (String slice : file.slices()) {
        if (reader.read(slice) instanceof Parsed(YamlTree tree)) {
          assertThat(TreeEvents.of(tree))
              .describedAs(file.path())
              .isEqualTo(TreeEvents.bySnakeYaml(slice));
        }
      }
    }
  }

  @Test
  void rangesOfSimpleScalarsReadAloneGiveTheirValues() {
    for (CorpusFile file : CorpusFiles.all()) {
      for (String slice : file.slices()) {
        if (reader.read(slice) instanceof Parsed(YamlTree tree)) {
          NodeRanges.check(slice, tree);
        }
      }
    }
  }

  @Test
  void harmlessVariantsMeanTheSame() {
    for (CorpusFile file : CorpusFiles.all()) {
      if (!file.isValid() || file.features().contains("block-scalar")) {
        continue;
      }
      List<YamlShape> shapes = shapes(file.text());
      for (Variant variant : Variant.values()) {
        if (variant.isHarmless()) {
          assertThat(shapes(variant.of(file.text())))
              .describedAs("%s, %s", file.path(), variant)
              .isEqualTo(shapes);
        }
      }
    }
  }

  private List<YamlShape> shapes(String text) {
    List<YamlShape> shapes = new ArrayList<>();
    for (String slice : slices(text)) {
      if (reader.read(slice) instanceof Parsed(YamlTree tree)) {
        shapes.add(YamlShape.of(tree));
      }
    }
    return shapes;
  }

  private static List<String> slices(String text) {
    return DocumentScanner.scan(text).stream()
        .map(range -> text.substring(range.start(), range.end()))
        .toList();
  }

  @Test
  void truncatedAndDoubledFilesAreReadWithoutFail() {
    for (CorpusFile file : CorpusFiles.all()) {
      for (Variant variant : Variant.values()) {
        for (String slice : slices(variant.of(file.text()))) {
          assertThat(reader.read(slice)).isNotNull();
        }
      }
    }
  }

  @Test
  void rereadingAfterRandomEditsEqualsFullReading() {
    List<CorpusFile> files = new ArrayList<>(CorpusFiles.all());
    files.sort(Comparator.comparing(CorpusFile::path));
    Random random = new Random(7);
    for (CorpusFile file : files) {
      for (String slice : file.slices()) {
        if (slice.length() < 20_000 && reader.read(slice) instanceof Parsed(YamlTree tree)) {
          for (int i = 0; i < 12; i++) {
            RereadLaw.check(reader, tree, slice, RandomEdits.next(slice, random));
          }
        }
      }
    }
  }
}
