package io.github.ingressdesigner.bench;

import io.github.ingressdesigner.bind.BoundDocument;
import io.github.ingressdesigner.bind.ResourceBinder;
import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.model.DocumentId;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.model.Resources.Located;
import io.github.ingressdesigner.route.RouteTable;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.workspace.Analyzer;
import io.github.ingressdesigner.workspace.Change;
import io.github.ingressdesigner.workspace.Change.Kind;
import io.github.ingressdesigner.workspace.Workspace;
import io.github.ingressdesigner.yaml.GeneratedIngress;
import io.github.ingressdesigner.yaml.ReadResult;
import io.github.ingressdesigner.yaml.YamlReader;
import io.github.ingressdesigner.yaml.YamlTree;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * From one character typed in the middle of one document to the refreshed tree, model and route
 * table, beside SnakeYAML composing the whole text in the same run. Prints JSON lines, times in
 * milliseconds. Arguments: numbers of paths, or files of one document; default 1000 10000 100000.
 */
public final class TypingBenchmark {
  private static final List<String> STAGES = List.of("text", "tree", "model", "routes", "total");
  private static final int WORD = 20;
  private static final ResourceId ID =
      ResourceId.whole(new FileId("/typed.yaml"), new DocumentId(1));

  private final YamlReader reader = new YamlReader();
  private final ResourceBinder binder = new ResourceBinder();
  private final String name;
  private SourceText text;
  private YamlTree tree;
  private Resources resources;
  private RouteTable routes;

  private TypingBenchmark(String name, String text) {
    this.name = name;
    this.text = SourceText.of(text);
    this.tree = parsed(reader.read(text));
    this.resources = resources(binder.bind(tree));
    this.routes = Dialects.SPEC.compile(resources, Optional.empty());
  }

  private static YamlTree parsed(ReadResult result) {
    if (result instanceof ReadResult.Parsed(YamlTree tree)) {
      return tree;
    }
    throw new IllegalStateException("reading gave " + result + ", expected a tree");
  }

  private static Resources resources(BoundDocument bound) {
    return new Resources(
        bound.resources().stream().map(b -> new Located(ID, b.resource())).toList());
  }

  public static void main(String[] args) throws IOException {
    for (String arg : args.length == 0 ? new String[] {"1000", "10000", "100000"} : args) {
      boolean isNumber = arg.chars().allMatch(Character::isDigit);
      String text =
          isNumber
              ? GeneratedIngress.of(Integer.parseInt(arg), 1)
              : Files.readString(Path.of(arg)).replace("\r\n", "\n");
      new TypingBenchmark(isNumber ? arg + " paths" : arg, text).run();
    }
  }

  private void run() {
    int at = text.string().indexOf("path: /", text.length() / 2) + 7;
    int keys = text.length() > 5_000_000 ? 400 : 2_000;
    type(at, keys); // warm up
    double[][] times = type(at, keys);
    for (int stage = 0; stage < STAGES.size(); stage++) {
      print("typing", STAGES.get(stage), times[stage]);
    }
    double[] broken = typeAQuote(at - 1, keys / 2);
    print("opening and closing a quote", "tree", broken);
    double[][] window = typeInWorkspace(at, keys / 8);
    print("typing in the workspace", "apply", window[0]);
    print("typing in the workspace", "snapshot with graph and problems", window[1]);
    print("reading the whole text", "tree", readWhole());
    print("composing the whole text", "SnakeYAML", compose());
  }

  /** Types a word, deletes it again, and so on. */
  private double[][] type(int at, int keys) {
    double[][] times = new double[STAGES.size()][keys];
    for (int key = 0; key < keys; key++) {
      int turn = key % (2 * WORD);
      TextEdit edit =
          turn < WORD
              ? TextEdit.insert(at + turn, "x")
              : new TextEdit(at + 2 * WORD - turn - 1, "x", "");
      long start = System.nanoTime();
      SourceText after = text.apply(TextEdits.of(edit));
      long applied = System.nanoTime();
      tree = parsed(reader.reread(tree, text.string(), edit, after.string()));
      long read = System.nanoTime();
      resources = resources(binder.bind(tree));
      long bound = System.nanoTime();
      routes = Dialects.SPEC.compile(resources, Optional.of(routes));
      long compiled = System.nanoTime();
      text = after;
      long[] ends = {applied, read, bound, compiled};
      long from = start;
      for (int i = 0; i < ends.length; i++) {
        times[i][key] = (ends[i] - from) / 1e6;
        from = ends[i];
      }
      times[ends.length][key] = (compiled - start) / 1e6;
    }
    return times;
  }

  /** What the window does: apply on its thread, then a snapshot in the background. */
  private double[][] typeInWorkspace(int at, int keys) {
    Workspace workspace = new Workspace(InstantSource.system());
    FileId file = workspace.openUntitled(text.string());
    Analyzer analyzer = new Analyzer();
    double[][] times = new double[2][keys];
    for (int key = -keys / 2; key < keys; key++) {
      int turn = Math.floorMod(key + keys / 2, 2 * WORD);
      TextEdit edit =
          turn < WORD
              ? TextEdit.insert(at + turn, "x")
              : new TextEdit(at + 2 * WORD - turn - 1, "x", "");
      Change change =
          new Change("Type", Kind.TYPING, Map.of(file, TextEdits.of(edit)), Optional.empty());
      long start = System.nanoTime();
      workspace.apply(change, this);
      long applied = System.nanoTime();
      analyzer.analyze(workspace.snapshotText(), Dialects.SPEC, () -> false).orElseThrow();
      times[0][Math.max(key, 0)] = (applied - start) / 1e6;
      times[1][Math.max(key, 0)] = (System.nanoTime() - applied) / 1e6;
    }
    return times;
  }

  /** The text is broken after each first quote and mended by each second. */
  private double[] typeAQuote(int at, int times) {
    double[] took = new double[2 * times];
    int end = text.string().indexOf('\n', at);
    String value = text.string().substring(at, end);
    TextEdit open = TextEdit.insert(at, "\"");
    TextEdit both = new TextEdit(at, value, '"' + value + '"');
    String opened = text.apply(TextEdits.of(open)).string();
    String closed = text.apply(TextEdits.of(both)).string();
    for (int i = 0; i < times; i++) {
      long start = System.nanoTime();
      ReadResult broken = reader.reread(tree, text.string(), open, opened);
      long middle = System.nanoTime();
      parsed(reader.reread(tree, text.string(), both, closed));
      took[2 * i] = (middle - start) / 1e6;
      took[2 * i + 1] = (System.nanoTime() - middle) / 1e6;
      if (!(broken instanceof ReadResult.Broken)) {
        throw new IllegalStateException("reading gave " + broken + ", expected an error");
      }
    }
    return took;
  }

  private double[] readWhole() {
    double[] took = new double[10];
    for (int i = -3; i < took.length; i++) {
      long start = System.nanoTime();
      parsed(reader.read(text.string()));
      took[Math.max(i, 0)] = (System.nanoTime() - start) / 1e6;
    }
    return took;
  }

  private double[] compose() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    options.setProcessComments(true);
    double[] took = new double[10];
    for (int i = -3; i < took.length; i++) {
      long start = System.nanoTime();
      if (new Yaml(options).compose(new StringReader(text.string())) == null) {
        throw new IllegalStateException("composing gave nothing");
      }
      took[Math.max(i, 0)] = (System.nanoTime() - start) / 1e6;
    }
    return took;
  }

  private void print(String what, String stage, double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    System.out.printf(
        Locale.ROOT,
        "{\"document\":\"%s\",\"chars\":%d,\"what\":\"%s\",\"stage\":\"%s\",\"runs\":%d,"
            + "\"median\":%.3f,\"p99\":%.3f,\"max\":%.3f}%n",
        name,
        text.length(),
        what,
        stage,
        sorted.length,
        sorted[sorted.length / 2],
        sorted[Math.min(sorted.length - 1, (int) (sorted.length * 0.99))],
        sorted[sorted.length - 1]);
  }
}
