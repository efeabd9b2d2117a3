package io.github.ingressdesigner.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Resource;
import io.github.ingressdesigner.text.FileBytes;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.yaml.DocumentScanner;
import io.github.ingressdesigner.yaml.ReadResult;
import io.github.ingressdesigner.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real manifests, read in place; skipped where the folder of the property is absent. */
class CorpusBindTest {
  private Path corpus = Path.of("");

  /** One row of the corpus' own index. */
  private record File(Path path, int ingresses, boolean valid) {}

  @BeforeEach
  void corpusIsThere() {
    String folder = System.getProperty("corpus.dir", "");
    corpus = Path.of(folder);
    assumeTrue(
        !folder.isEmpty() && Files.isRegularFile(corpus.resolve("index.tsv")),
        "skipped: the system property corpus.dir names no folder with an index.tsv");
  }

  @Test
  void everyIngressOfEveryValidFileIsBound() throws IOException {
    int files = 0;
    int ingresses = 0;
    int paths = 0;
    int problems = 0;
    Map<String, Integer> messages = new TreeMap<>();
    List<String> different = new ArrayList<>();
    for (File file : index()) {
      List<BoundDocument> documents = bind(file.path());
      if (!file.valid()) {
        continue;
      }
      int found = 0;
      for (BoundDocument document : documents) {
        for (BoundDocument.Bound bound : document.resources()) {
          // without an apiVersion it is shown as an Ingress, but the index does not count it
          found +=
              bound.resource() instanceof Ingress ingress && !ingress.apiVersion().isEmpty()
                  ? 1
                  : 0;
          paths += paths(bound.resource());
        }
        problems += document.problems().size();
        document
            .problems()
            .forEach(
                p -> messages.merge(p.message().replaceAll("\\d+|\".*?\"", "_"), 1, Integer::sum));
      }
      files++;
      ingresses += found;
      if (found != file.ingresses()) {
        different.add(file.path() + ": " + found + ", the index says " + file.ingresses());
      }
    }
    System.out.printf(
        "corpus: %d files, %d ingresses, %d paths, %d problems%n",
        files, ingresses, paths, problems);
    messages.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(40)
        .forEach(e -> System.out.printf("  %4d %s%n", e.getValue(), e.getKey()));
    assertThat(different).isEmpty();
    assertThat(files).isPositive();
  }

  private static int paths(Resource resource) {
    return resource instanceof Ingress ingress
        ? ingress.spec().rules().stream().mapToInt(rule -> rule.paths().size()).sum()
        : 0;
  }

  private static List<BoundDocument> bind(Path path) throws IOException {
    var text = FileBytes.decode(Files.readAllBytes(path)).text();
    List<BoundDocument> documents = new ArrayList<>();
    for (TextRange range : DocumentScanner.scan(text.string())) {
      if (new YamlReader().read(text.slice(range)) instanceof ReadResult.Parsed parsed) {
        documents.add(new ResourceBinder().bind(parsed.tree()));
      }
    }
    return documents;
  }

  private List<File> index() throws IOException {
    List<String> lines = Files.readAllLines(corpus.resolve("index.tsv"));
    List<String> names = Arrays.asList(lines.getFirst().split("\t"));
    return lines.stream()
        .skip(1)
        .map(line -> line.split("\t", -1))
        .map(
            cells ->
                new File(
                    corpus.resolve(cells[names.indexOf("path")]),
                    Integer.parseInt(cells[names.indexOf("ingress_documents")]),
                    !cells[names.indexOf("features")].contains("invalid-yaml")))
        .toList();
  }
}
