package io.github.ingressdesigner.bench;

import io.github.ingressdesigner.bench.RouterPaths.Shape;
import io.github.ingressdesigner.compare.Comparer;
import io.github.ingressdesigner.compare.Comparison;
import io.github.ingressdesigner.compare.Progress;
import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.dialect.OwnFiles;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.route.RouteTable;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Compare between two controllers, and Changes after one path of one Ingress was edited. Prints
 * JSON lines, processor times in milliseconds; the compilation of both tables is told apart.
 * Arguments: numbers of paths, default 100 10000 100000, and parts of the names of what is
 * measured.
 */
public final class CompareBenchmark {
  private record Pair(String from, String to) {}

  private static final List<Pair> PAIRS =
      List.of(
          new Pair("kubernetes-spec", "ingress-nginx"),
          new Pair("ingress-nginx", "traefik"),
          new Pair("ingress-nginx", "haproxy-ingress"),
          new Pair("ingress-nginx", "contour"));

  private static final List<String> DIALECTS =
      List.of("kubernetes-spec", "ingress-nginx", "traefik");

  private CompareBenchmark() {}

  public static void main(String[] args) {
    List<Integer> sizes = new ArrayList<>();
    List<String> parts = new ArrayList<>();
    for (String arg : args) {
      if (arg.chars().allMatch(Character::isDigit)) {
        sizes.add(Integer.valueOf(arg));
      } else {
        parts.add(arg);
      }
    }
    for (int paths : sizes.isEmpty() ? List.of(100, 10_000, 100_000) : sizes) {
      for (Shape shape : Shape.values()) {
        Ingress ingress = RouterPaths.ingress(paths, shape, Optional.empty());
        PAIRS.stream()
            .filter(pair -> isWanted(parts, "compare " + pair.from() + " " + pair.to() + shape))
            .forEach(pair -> compare(paths, shape, ingress, pair));
        DIALECTS.stream()
            .filter(id -> isWanted(parts, "changes " + id + shape))
            .forEach(id -> changes(paths, shape, ingress, id));
      }
    }
  }

  private static boolean isWanted(List<String> parts, String name) {
    return parts.stream().allMatch(name::contains);
  }

  /** Of this thread: what other programs take does not count. */
  private static long now() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static int runs(int paths) {
    return paths <= 100 ? 50 : paths <= 10_000 ? 7 : 3;
  }

  private static Dialect dialect(String id) {
    return Dialects.find(id).orElseThrow();
  }

  private static void compare(int paths, Shape shape, Ingress ingress, Pair pair) {
    Resources files = SyntheticIngress.resources(ingress);
    List<Dialect> dialects = List.of(dialect(pair.from()), dialect(pair.to()));
    int runs = runs(paths);
    double[] compiled = new double[runs];
    double[] compared = new double[runs];
    int differences = 0;
    for (int i = -runs / 2 - 1; i < runs; i++) {
      long start = now();
      List<RouteTable> tables = new ArrayList<>();
      for (Dialect each : dialects) {
        tables.add(each.compile(OwnFiles.of(files, each), Optional.empty()));
      }
      long middle = now();
      Comparison comparison = Comparer.compare(tables.getFirst(), tables.getLast(), Progress.NONE);
      compared[Math.max(i, 0)] = (now() - middle) / 1e6;
      compiled[Math.max(i, 0)] = (middle - start) / 1e6;
      differences = comparison.differences().size();
    }
    print(
        "compare", pair.from() + " to " + pair.to(), paths, shape, differences, compiled, compared);
  }

  /** Edits back and forth, so that each table is compiled with the one before it. */
  private static void changes(int paths, Shape shape, Ingress ingress, String id) {
    Dialect dialect = dialect(id);
    int rule = ingress.spec().rules().size() / 2;
    List<Resources> versions =
        List.of(
            OwnFiles.of(SyntheticIngress.resources(ingress), dialect),
            OwnFiles.of(
                SyntheticIngress.resources(SyntheticIngress.typedIn(ingress, rule, 7)), dialect));
    int runs = Math.max(8, runs(paths));
    double[] compiled = new double[runs];
    double[] compared = new double[runs];
    RouteTable saved = dialect.compile(versions.getFirst(), Optional.empty());
    RouteTable before = saved;
    int differences = 0;
    for (int i = -runs; i < runs; i++) {
      // Typed, and typed back: half of the runs end where nothing differs, and do not count.
      RouteTable same = dialect.compile(versions.getFirst(), Optional.of(before));
      long start = now();
      RouteTable after = dialect.compile(versions.getLast(), Optional.of(same));
      long middle = now();
      Comparison comparison = Comparer.compare(saved, after, Progress.NONE);
      compared[Math.max(i, 0)] = (now() - middle) / 1e6;
      compiled[Math.max(i, 0)] = (middle - start) / 1e6;
      differences = comparison.differences().size();
      before = after;
    }
    print("changes", id, paths, shape, differences, compiled, compared);
  }

  private static void print(
      String what,
      String who,
      int paths,
      Shape shape,
      int differences,
      double[] compiled,
      double[] compared) {
    Arrays.sort(compiled);
    Arrays.sort(compared);
    System.out.printf(
        Locale.ROOT,
        "{\"what\":\"%s\",\"who\":\"%s\",\"paths\":%d,\"shape\":\"%s\",\"runs\":%d,"
            + "\"differences\":%d,\"compile\":%.3f,\"median\":%.3f,\"max\":%.3f}%n",
        what,
        who,
        paths,
        shape,
        compared.length,
        differences,
        compiled[compiled.length / 2],
        compared[compared.length / 2],
        compared[compared.length - 1]);
  }
}
