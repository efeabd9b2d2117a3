package io.github.ingressdesigner.graph;

import io.github.ingressdesigner.bind.BoundDocument;
import io.github.ingressdesigner.bind.ResourceBinder;
import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.graph.Layout.BackendBox;
import io.github.ingressdesigner.graph.Layout.Room;
import io.github.ingressdesigner.graph.Layout.RowBox;
import io.github.ingressdesigner.model.DocumentId;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.model.Resources.Located;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.yaml.DocumentScanner;
import io.github.ingressdesigner.yaml.ReadResult;
import io.github.ingressdesigner.yaml.YamlReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Crossings and time of our layout beside those of ELK's layered algorithm on the same graphs: real
 * files from a folder, and generated ones. Prints JSON; run by hand, with the folder as argument.
 * Times are processor time of the thread, the best of several runs of ours and one of ELK's.
 */
public final class LayoutBench {
  private static final Room ROOM = new Room(1000, 1e9);
  private static final int CORPUS = 120;

  private LayoutBench() {}

  /** A graph as numbers: the host of each row, and its backend or -1. */
  record Plain(String name, int hosts, int backends, int[] hostOf, int[] backendOf) {
    static Plain of(String name, Layout layout) {
      int[] hostOf = layout.rows().stream().mapToInt(RowBox::host).toArray();
      int[] backendOf = layout.rows().stream().mapToInt(RowBox::backend).toArray();
      return new Plain(name, layout.hosts().size(), layout.backends().size(), hostOf, backendOf);
    }
  }

  public static void main(String[] args) throws IOException {
    Map<String, Graph> graphs = new LinkedHashMap<>();
    if (args.length > 0) {
      graphs.putAll(corpus(Path.of(args[0])));
    }
    for (int rows : new int[] {20, 60, 150, 400, 1_000}) {
      for (long seed = 1; seed <= (rows < 400 ? 5 : 2); seed++) {
        graphs.put("generated " + rows + " seed " + seed, generated(rows, seed));
      }
    }
    System.out.println("[");
    long[] sums = new long[3];
    double[] times = new double[3];
    int worse = 0;
    int worseThanFree = 0;
    ElkLayered elk = new ElkLayered();
    for (Map.Entry<String, Graph> entry : graphs.entrySet()) {
      Graph graph = inOneColumn(entry.getValue());
      double ours = best(() -> Layout.of(graph, LayoutTest.WIDTHS, ROOM));
      Layout layout = Layout.of(graph, LayoutTest.WIDTHS, ROOM);
      Plain plain = Plain.of(entry.getKey(), layout);
      long crossings = crossings(plain, rowsInOrder(layout), backendsByHeight(layout));
      ElkLayered.Result fixed = elk.layout(plain, true);
      ElkLayered.Result free = elk.layout(plain, false);
      System.out.printf(
          Locale.ROOT,
          "  {\"graph\": \"%s\", \"nodes\": %d, \"crossings\": %d, \"elk\": %d, \"elkFree\": %d,"
              + " \"ms\": %.3f, \"elkMs\": %.1f, \"elkFreeMs\": %.1f},%n",
          entry.getKey(),
          layout.nodeCount(),
          crossings,
          fixed.crossings(),
          free.crossings(),
          ours,
          fixed.millis(),
          free.millis());
      worse += crossings > fixed.crossings() ? 1 : 0;
      worseThanFree += crossings > free.crossings() ? 1 : 0;
      sums[0] += crossings;
      sums[1] += fixed.crossings();
      sums[2] += free.crossings();
      times[0] += ours;
      times[1] += fixed.millis();
      times[2] += free.millis();
    }
    System.out.printf(
        Locale.ROOT,
        "  {\"graphs\": %d, \"crossings\": %d, \"elk\": %d, \"elkFree\": %d, \"ms\": %.1f,"
            + " \"elkMs\": %.0f, \"elkFreeMs\": %.0f, \"graphsWithMoreThanElk\": %d,"
            + " \"thanElkFree\": %d}%n]%n",
        graphs.size(),
        sums[0],
        sums[1],
        sums[2],
        times[0],
        times[1],
        times[2],
        worse,
        worseThanFree);
  }

  /** ELK knows no namespaces that stand side by side. */
  static Graph inOneColumn(Graph graph) {
    List<Graph.HostNode> hosts =
        graph.hosts().stream()
            .map(
                h ->
                    new Graph.HostNode(
                        h.host(),
                        Optional.empty(),
                        h.rules(),
                        h.tls(),
                        h.paths(),
                        h.defaults(),
                        h.chips(),
                        h.marks()))
            .toList();
    return new Graph(hosts, graph.backends());
  }

  static int[] rowsInOrder(Layout layout) {
    return java.util.stream.IntStream.range(0, layout.rows().size()).toArray();
  }

  static int[] backendsByHeight(Layout layout) {
    Integer[] order = new Integer[layout.backends().size()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        java.util.Comparator.comparingDouble(
            i -> {
              BackendBox box = layout.backends().get(i);
              return box.box().x() * 1e7 + box.box().y();
            }));
    int[] place = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      place[order[i]] = i;
    }
    return place;
  }

  /**
   * Pairs of lines that cross between rows and backends.
   *
   * @param placeOfRow place of each row from top to bottom
   * @param placeOfBackend place of each backend
   */
  static long crossings(Plain graph, int[] placeOfRow, int[] placeOfBackend) {
    int[] backendAt = new int[placeOfRow.length];
    Arrays.fill(backendAt, -1);
    for (int r = 0; r < placeOfRow.length; r++) {
      int backend = graph.backendOf()[r];
      backendAt[placeOfRow[r]] = backend < 0 ? -1 : placeOfBackend[backend];
    }
    return inversions(backendAt, graph.backends());
  }

  /** Pairs of which the first is larger than one behind it; negative ones do not count. */
  static long inversions(int[] values, int bound) {
    long[] tree = new long[bound + 2];
    long seen = 0;
    long crossings = 0;
    for (int value : values) {
      if (value < 0) {
        continue;
      }
      long notLarger = 0;
      for (int i = value + 1; i > 0; i -= i & -i) {
        notLarger += tree[i];
      }
      crossings += seen - notLarger;
      seen++;
      for (int i = value + 1; i < tree.length; i += i & -i) {
        tree[i]++;
      }
    }
    return crossings;
  }

  private static double best(Runnable task) {
    double best = Double.MAX_VALUE;
    for (int i = 0; i < 15; i++) {
      long before = cpu();
      task.run();
      best = Math.min(best, (cpu() - before) / 1e6);
    }
    return best;
  }

  static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** Hosts with paths to few and to many shared backends. */
  static Graph generated(int rows, long seed) {
    Random random = new Random(seed);
    Sample sample = new Sample();
    int services = Math.max(3, rows / (2 + random.nextInt(4)));
    int left = rows;
    for (int h = 0; left > 0; h++) {
      int here = Math.min(left, 1 + random.nextInt(12));
      var entries = new io.github.ingressdesigner.model.HttpPath[here];
      int near = random.nextInt(services);
      for (int p = 0; p < here; p++) {
        int service =
            random.nextInt(3) == 0
                ? random.nextInt(services)
                : (near + random.nextInt(6)) % services;
        entries[p] = Sample.path("Prefix", "/p" + "x".repeat(here - p), "s" + service, 80);
      }
      sample.ingress(
          "i" + h,
          Map.of(),
          List.of(),
          Optional.empty(),
          Sample.rule("h" + h + ".example.com", entries));
      left -= here;
    }
    return sample.graph();
  }

  /** The files with the most paths, each a graph of its own, and some at once. */
  private static Map<String, Graph> corpus(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(p -> p.toString().matches(".*\\.ya?ml")).sorted().toList();
    }
    Map<String, Graph> graphs = new LinkedHashMap<>();
    List<Located> many = new ArrayList<>();
    for (Path file : files) {
      List<Located> found = read(file);
      Graph graph = graph(found);
      if (graph.pathCount() >= 3 && graphs.size() < CORPUS) {
        graphs.put(file.getFileName().toString().replaceAll("[^A-Za-z0-9._-]", "_"), graph);
      }
      if (many.size() < 400) {
        many.addAll(found);
      }
    }
    graphs.put("many files at once", graph(many));
    return graphs;
  }

  private static Graph graph(List<Located> located) {
    Resources resources = new Resources(located);
    return GraphBuilder.build(
        resources,
        Dialects.SPEC.compile(resources, Optional.empty()),
        List.of(),
        Set.of(),
        Graph.EMPTY);
  }

  private static List<Located> read(Path file) throws IOException {
    String text = Files.readString(file).replace("\r\n", "\n");
    List<Located> located = new ArrayList<>();
    List<TextRange> ranges = DocumentScanner.scan(text);
    for (int i = 0; i < ranges.size(); i++) {
      String slice = text.substring(ranges.get(i).start(), ranges.get(i).end());
      if (new YamlReader().read(slice) instanceof ReadResult.Parsed parsed) {
        int document = i;
        for (BoundDocument.Bound bound : new ResourceBinder().bind(parsed.tree()).resources()) {
          ResourceId id =
              new ResourceId(new FileId(file.toString()), new DocumentId(document), bound.item());
          located.add(new Located(id, bound.resource()));
        }
      }
    }
    return located;
  }
}
