package io.github.ingressdesigner.bench;

import io.github.ingressdesigner.dialect.common.OrderedPaths;
import io.github.ingressdesigner.dialect.common.OrderedPaths.Entry;
import io.github.ingressdesigner.dialect.common.PathTest.Expression;
import io.github.ingressdesigner.dialect.common.RegexFlavor;
import io.github.ingressdesigner.dialect.common.RegexFlavor.Result;
import io.github.ingressdesigner.dialect.common.RouteRegex;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What a decision costs where all paths are expressions, beside one match of one of them, and
 * beside trying all in their order.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class RegexBenchmark {
  private static final int REQUESTS = 1024;

  /** Where the part stands that tells the expressions apart. */
  public enum Kind {
    /** At the start, as in most rewrites: {@code ^/team-5/api-77(/|$)(.*)}. */
    START,
    /** Behind something that varies: {@code ^/[a-z0-9-]+/api-77/v[0-9]+}. */
    MIDDLE,
    /** Nowhere in a row, so that all must be tried: {@code ^/[a-z0-9-]+/[a-z]+-0*7[7]/}. */
    NOWHERE
  }

  @Param({"PCRE", "RE2"})
  public RegexFlavor flavor;

  @Param({"START", "MIDDLE", "NOWHERE"})
  public Kind kind;

  @Param({"1000", "10000"})
  public int expressions;

  private OrderedPaths<Integer> index;
  private List<Entry<Integer>> list;
  private RouteRegex[] own;
  private String[] paths;
  private int next;

  @Setup
  public void compile() {
    OrderedPaths.Builder<Integer> builder = OrderedPaths.builder();
    List<RouteRegex> all = new ArrayList<>();
    for (int i = 0; i < expressions; i++) {
      Result result = flavor.compile(expression(i), flavor == RegexFlavor.PCRE);
      RouteRegex regex = ((Result.Compiled) result).regex();
      all.add(regex);
      builder.add(i, new Expression(regex, false), i);
    }
    index = builder.build();
    list = index.all();
    Random random = new Random(3);
    own = new RouteRegex[REQUESTS];
    paths = new String[REQUESTS];
    for (int i = 0; i < REQUESTS; i++) {
      int chosen = random.nextInt(expressions);
      own[i] = all.get(chosen);
      paths[i] = "/team-" + chosen % 97 + "/api-" + chosen + "/v1/items";
      Entry<Integer> found = index.first(paths[i], route -> true);
      if (found == null || !own[i].finds(paths[i])) {
        throw new IllegalStateException("no expression takes " + paths[i]);
      }
    }
  }

  private String expression(int i) {
    return switch (kind) {
      case START -> "^/team-" + i % 97 + "/api-" + i + "(/|$)(.*)";
      case MIDDLE -> "^/[a-z0-9-]+/api-" + i + "/v[0-9]+";
      case NOWHERE ->
          "^/[a-z0-9-]+/[a-z]+-" + String.valueOf(i).replaceAll("([0-9])", "[$1]") + "(/|$)";
    };
  }

  private int next() {
    next = next + 1 & REQUESTS - 1;
    return next;
  }

  @Benchmark
  public Object decide() {
    return index.first(paths[next()], route -> true);
  }

  @Benchmark
  public boolean oneMatch() {
    int i = next();
    return own[i].finds(paths[i]);
  }

  /** The expressions after the match are not tried. */
  @Benchmark
  public void allInOrder(Blackhole hole) {
    String path = paths[next()];
    for (Entry<Integer> entry : list) {
      if (entry.test().takes(path)) {
        hole.consume(entry);
        return;
      }
    }
  }

  /** Takes JMH's own options; prints the usual table, and one in Markdown. */
  public static void main(String[] args) throws RunnerException, CommandLineOptionException {
    OptionsBuilder options = new OptionsBuilder();
    options
        .parent(new CommandLineOptions(args))
        .include(RegexBenchmark.class.getSimpleName() + "\\.");
    BenchTable.printByMethod(new Runner(options.build()).run(), "oneMatch");
  }
}
