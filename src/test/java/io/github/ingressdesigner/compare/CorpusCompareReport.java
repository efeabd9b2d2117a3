package io.github.ingressdesigner.compare;

import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.dialect.OwnFiles;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.route.RouteTable;
import io.github.ingressdesigner.suite.Manifests;
import io.github.ingressdesigner.text.FileBytes;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Compares each pair of Ingress dialects over every file below {@code corpus.dir}, and prints a
 * JSON line for each pair and one for all; times are processor times.
 */
public final class CorpusCompareReport {
  private static final List<Dialect> DIALECTS =
      Dialects.all().stream().filter(d -> !d.id().equals("gateway-api")).toList();

  private int comparisons;
  private long differences;
  private long same;
  private int complete;
  private int failures;
  private double worst;
  private double millis;

  private CorpusCompareReport() {}

  public static void main(String[] args) throws IOException {
    List<Path> names;
    try (Stream<Path> files = Files.walk(Path.of(System.getProperty("corpus.dir"), "files"))) {
      names = files.filter(Files::isRegularFile).sorted().toList();
    }
    List<List<RouteTable>> tables = new ArrayList<>();
    for (Path name : names) {
      FileBytes bytes = FileBytes.decode(Files.readAllBytes(name));
      Resources resources =
          Manifests.read(List.of(Manifests.Source.of(name.toString(), bytes.text()))).resources();
      if (resources.ingresses().findAny().isPresent()) {
        tables.add(
            DIALECTS.stream()
                .map(d -> d.compile(OwnFiles.of(resources, d), Optional.empty()))
                .toList());
      }
    }
    CorpusCompareReport all = new CorpusCompareReport();
    for (int i = 0; i < DIALECTS.size(); i++) {
      for (int j = i + 1; j < DIALECTS.size(); j++) {
        CorpusCompareReport pair = new CorpusCompareReport();
        for (List<RouteTable> file : tables) {
          pair.compare(file.get(i), file.get(j));
        }
        pair.print(DIALECTS.get(i).id() + " to " + DIALECTS.get(j).id(), tables.size());
        all.add(pair);
      }
    }
    all.print("all", tables.size());
  }

  private void compare(RouteTable from, RouteTable to) {
    long start = now();
    try {
      Comparison comparison = Comparer.compare(from, to, Progress.NONE);
      differences += comparison.differences().size();
      same += comparison.same();
      complete += comparison.isComplete() ? 1 : 0;
      for (Difference d : comparison.differences()) {
        if (Answers.difference(from.find(d.witness()), to.find(d.witness())).isEmpty()) {
          failures++;
        }
      }
    } catch (RuntimeException | StackOverflowError e) {
      failures++;
      e.printStackTrace();
    }
    double took = (now() - start) / 1e6;
    worst = Math.max(worst, took);
    millis += took;
    comparisons++;
  }

  private static long now() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private void add(CorpusCompareReport pair) {
    comparisons += pair.comparisons;
    differences += pair.differences;
    same += pair.same;
    complete += pair.complete;
    failures += pair.failures;
    worst = Math.max(worst, pair.worst);
    millis += pair.millis;
  }

  private void print(String who, int files) {
    System.out.printf(
        Locale.ROOT,
        "{\"who\":\"%s\",\"files\":%d,\"comparisons\":%d,\"differences\":%d,\"same\":%d,"
            + "\"complete\":%.4f,\"failures\":%d,\"millis\":%.0f,\"worst\":%.1f}%n",
        who,
        files,
        comparisons,
        differences,
        same,
        (double) complete / Math.max(1, comparisons),
        failures,
        millis,
        worst);
  }
}
