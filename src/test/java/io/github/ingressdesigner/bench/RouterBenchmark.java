package io.github.ingressdesigner.bench;

import io.github.ingressdesigner.bench.RouterPaths.Asked;
import io.github.ingressdesigner.bench.RouterPaths.Path;
import io.github.ingressdesigner.bench.RouterPaths.Shape;
import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Outcome.ControllerDefault;
import io.github.ingressdesigner.route.Outcome.Status;
import io.github.ingressdesigner.route.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.Supplier;
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
 * What compiling and deciding cost in each dialect, beside Armeria's router and Spring's list of
 * path patterns, with the same paths and requests in the same run. All get a request as it is sent;
 * the two also stand there once more with requests that they have read beforehand.
 *
 * <p>Our tables read the paths of a host at the first question for it. So {@code compile} says what
 * a change of the text costs, {@code compileAndDecide} what one answer costs with all that it
 * needs, and {@code decide} what each further one does. With one host, {@code compileAndDecide}
 * reads every path.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class RouterBenchmark {
  private static final int REQUESTS = 4096;
  private static final String ARMERIA = "armeria";
  private static final String SPRING = "spring";
  private static final String PREPARED = " prepared";
  private static final List<String> RIVALS =
      List.of(ARMERIA, SPRING, ARMERIA + PREPARED, SPRING + PREPARED);

  @Param({"kubernetes-spec", ARMERIA, SPRING})
  public String router;

  @Param({"MANY_HOSTS", "ONE_HOST"})
  public Shape shape;

  @Param({"100", "10000", "100000"})
  public int paths;

  private Supplier<Object> compiler;
  private Supplier<Object> first;
  private IntFunction<Object> decider;
  private int next;

  @Setup
  public void prepare() {
    Optional<Dialect> dialect = Dialects.find(router);
    Resources resources = BenchResources.of(dialect, paths, shape);
    List<Path> all = RouterPaths.of(RouterPaths.ingress(paths, shape, Optional.empty()));
    List<Asked> asked = RouterPaths.requests(all, REQUESTS);
    switch (router) {
      case ARMERIA -> {
        compiler = () -> ArmeriaRouter.of(all);
        Asked one = asked.getFirst();
        first = () -> ArmeriaRouter.of(all).find(one.host(), ArmeriaRouter.request(one));
        ArmeriaRouter armeria = ArmeriaRouter.of(all);
        decider = i -> armeria.find(asked.get(i).host(), ArmeriaRouter.request(asked.get(i)));
      }
      case ARMERIA + PREPARED -> {
        compiler = () -> ArmeriaRouter.of(all);
        ArmeriaRouter armeria = ArmeriaRouter.of(all);
        var contexts = asked.stream().map(ArmeriaRouter::request).toList();
        decider = i -> armeria.find(contexts.get(i).hostname(), contexts.get(i));
      }
      case SPRING -> {
        compiler = () -> SpringRouter.of(all);
        Asked one = asked.getFirst();
        first =
            () ->
                Objects.requireNonNull(
                    SpringRouter.of(all).find(one.host(), SpringRouter.request(one)));
        SpringRouter spring = SpringRouter.of(all);
        decider =
            i ->
                Objects.requireNonNull(
                    spring.find(asked.get(i).host(), SpringRouter.request(asked.get(i))));
      }
      case SPRING + PREPARED -> {
        compiler = () -> SpringRouter.of(all);
        SpringRouter spring = SpringRouter.of(all);
        var containers = asked.stream().map(SpringRouter::request).toList();
        decider = i -> Objects.requireNonNull(spring.find(asked.get(i).host(), containers.get(i)));
      }
      default -> {
        Dialect known = dialect.orElseThrow();
        compiler = () -> known.compile(resources, Optional.empty());
        var table = known.compile(resources, Optional.empty());
        var requests =
            asked.stream()
                .map(a -> Request.of("GET", "http://" + a.host() + a.path(), Map.of()))
                .toList();
        decider = i -> table.find(requests.get(i));
        first = () -> known.compile(resources, Optional.empty()).find(requests.getFirst());
      }
    }
    checkAnswers();
  }

  /** Nobody is fast by not finding anything. */
  private void checkAnswers() {
    for (int i = 0; i < REQUESTS; i += 7) {
      Object answer = decider.apply(i);
      boolean isMissed =
          answer instanceof ControllerDefault
              || answer instanceof Status
              || answer instanceof Outcome.ConfigRejected
              || answer.toString().contains("routingResult=EMPTY");
      if (isMissed) {
        throw new IllegalStateException(router + " has no route for request " + i + ": " + answer);
      }
    }
  }

  @Benchmark
  public Object decide() {
    next = next + 1 & REQUESTS - 1;
    return decider.apply(next);
  }

  @Benchmark
  public Object compile() {
    return compiler.get();
  }

  /** With what is made for the first request to a host only. */
  @Benchmark
  public Object compileAndDecide() {
    return first == null ? compiler.get() : first.get();
  }

  /** Takes JMH's own options; prints the usual table, and one with ratios in Markdown. */
  public static void main(String[] args) throws RunnerException, CommandLineOptionException {
    CommandLineOptions given = new CommandLineOptions(args);
    OptionsBuilder options = new OptionsBuilder();
    options.parent(given).include(RouterBenchmark.class.getSimpleName() + "\\.");
    if (!given.getParameter("router").hasValue()) {
      List<String> routers = new ArrayList<>(RIVALS);
      Dialects.all().forEach(dialect -> routers.add(dialect.id()));
      options.param("router", routers.toArray(String[]::new));
    }
    BenchTable.print(new Runner(options.build()).run(), "router", RIVALS);
  }
}
