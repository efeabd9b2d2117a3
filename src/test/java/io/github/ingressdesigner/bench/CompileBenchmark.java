package io.github.ingressdesigner.bench;

import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.route.RouteTable;
import java.util.Optional;
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

/** What compiling costs: all of one Ingress, and again after one typed character. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CompileBenchmark {
  @Param({"1000", "10000", "100000"})
  public int paths;

  private Resources[] versions;
  private RouteTable table;
  private int next;

  @Setup
  public void typeSomething() {
    Ingress ingress = SyntheticIngress.of(paths);
    int middle = ingress.spec().rules().size() / 2;
    versions = new Resources[64];
    for (int i = 0; i < versions.length; i++) {
      versions[i] = SyntheticIngress.resources(SyntheticIngress.typedIn(ingress, middle, i));
    }
    table = Dialects.SPEC.compile(versions[0], Optional.empty());
    table.hosts();
  }

  @Benchmark
  public RouteTable afterOneCharacter() {
    next = (next + 1) % versions.length;
    table = Dialects.SPEC.compile(versions[next], Optional.of(table));
    return table;
  }

  @Benchmark
  public Object afterOneCharacterWithAllHostsShown() {
    return afterOneCharacter().hosts();
  }

  @Benchmark
  public RouteTable fresh() {
    return Dialects.SPEC.compile(versions[0], Optional.empty());
  }

  public static void main(String[] args) throws RunnerException, CommandLineOptionException {
    new Runner(
            new OptionsBuilder()
                .parent(new CommandLineOptions(args))
                .include(CompileBenchmark.class.getSimpleName())
                .build())
        .run();
  }
}
