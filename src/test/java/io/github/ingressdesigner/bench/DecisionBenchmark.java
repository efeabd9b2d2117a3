package io.github.ingressdesigner.bench;

import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Rule;
import io.github.ingressdesigner.route.Decision;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.RouteTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What one decision costs with 10, 1,000 and 100,000 paths, beside a {@code HashMap} that is asked
 * for host and path in one key (which can answer equal paths only), and beside a scan of all rules.
 * The requests are spread over all paths; every second one goes on for an element behind its path.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DecisionBenchmark {
  private static final int REQUESTS = 4096;

  @Param({"10", "1000", "100000"})
  public int paths;

  private RouteTable table;
  private List<Rule> rules;
  private Map<String, HttpPath> map;
  private Request[] requests;
  private String[] keys;
  private int next;

  @Setup
  public void compile() {
    Ingress ingress = SyntheticIngress.of(paths);
    table = Dialects.SPEC.compile(SyntheticIngress.resources(ingress), Optional.empty());
    rules = ingress.spec().rules();
    map = new HashMap<>();
    List<String> urls = new ArrayList<>();
    for (Rule rule : rules) {
      for (HttpPath path : rule.paths()) {
        String url = rule.host().orElseThrow() + path.path().orElseThrow();
        map.put(url, path);
        urls.add(url);
      }
    }
    Random random = new Random(2);
    requests = new Request[REQUESTS];
    keys = new String[REQUESTS];
    for (int i = 0; i < REQUESTS; i++) {
      String url = urls.get(random.nextInt(urls.size())) + (i % 2 == 0 ? "" : "/more?x=1");
      requests[i] = Request.of("GET", "https://" + url, Map.of());
      keys[i] = url;
    }
  }

  private int next() {
    next = (next + 1) % REQUESTS;
    return next;
  }

  @Benchmark
  public Outcome decide() {
    return table.find(requests[next()]);
  }

  @Benchmark
  public Decision decideAndExplain() {
    return table.explain(requests[next()]);
  }

  @Benchmark
  public HttpPath hashMapGet() {
    return map.get(keys[next()]);
  }

  @Benchmark
  public HttpPath linearScan() {
    Request request = requests[next()];
    HttpPath best = null;
    for (Rule rule : rules) {
      if (!rule.host().orElseThrow().equals(request.host())) {
        continue;
      }
      for (HttpPath path : rule.paths()) {
        String text = path.path().orElseThrow();
        boolean matches =
            request.path().startsWith(text)
                && (request.path().length() == text.length()
                    || request.path().charAt(text.length()) == '/');
        if (matches && (best == null || best.path().orElseThrow().length() < text.length())) {
          best = path;
        }
      }
    }
    return best;
  }

  /** Takes JMH's own options; without any, prints the usual table. */
  public static void main(String[] args) throws RunnerException, CommandLineOptionException {
    new Runner(
            new OptionsBuilder()
                .parent(new CommandLineOptions(args))
                .include(DecisionBenchmark.class.getSimpleName())
                .build())
        .run();
  }
}
