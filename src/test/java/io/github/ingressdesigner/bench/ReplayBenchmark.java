package io.github.ingressdesigner.bench;

import io.github.ingressdesigner.bench.RouterPaths.Asked;
import io.github.ingressdesigner.bench.RouterPaths.Shape;
import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.dialect.OwnFiles;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.suite.replay.Defaults;
import io.github.ingressdesigner.suite.replay.LogFiles;
import io.github.ingressdesigner.suite.replay.Replay;
import io.github.ingressdesigner.suite.replay.ReplayResult;
import io.github.ingressdesigner.suite.replay.Watch;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A log of a million lines replayed against 1,000 paths on one controller, and on two, beside
 * {@code grep -c} of the same file. Prints JSON lines; start it with a small heap ({@code -Xmx64m})
 * to see that no log is held. The argument is the number of lines.
 */
public final class ReplayBenchmark {
  private static final int PATHS = 1_000;
  private static final int EDITED = 12;
  private static final int RUNS = 2;

  private ReplayBenchmark() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    int lines = args.length == 0 ? 1_000_000 : Integer.parseInt(args[0]);
    Ingress ingress = RouterPaths.ingress(PATHS, Shape.MANY_HOSTS, Optional.empty());
    List<Asked> asked = RouterPaths.requests(RouterPaths.of(ingress), 50_000);
    Resources files = SyntheticIngress.resources(ingress);
    Ingress edited = ingress;
    for (int rule = 0; rule < EDITED; rule++) {
      edited = SyntheticIngress.typedIn(edited, rule, 7);
    }
    Resources before = SyntheticIngress.resources(edited);
    for (String format : List.of("nginx", "envoy-json")) {
      Path log = Files.createTempFile("replay", ".log");
      try {
        write(log, lines, asked, format);
        for (int i = 0; i < RUNS; i++) {
          grep(log, format, lines);
          replay("one controller", log, Optional.empty(), files, format);
          replay("two versions", log, Optional.of(before), files, format);
        }
      } finally {
        Files.delete(log);
      }
    }
  }

  private static void write(Path log, int lines, List<Asked> asked, String format)
      throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(log)) {
      for (int i = 0; i < lines; i++) {
        Asked one = asked.get((int) (i * 7919L % asked.size()));
        String target = one.path() + "/" + i % 100_000 + "?page=" + i % 10;
        out.write(format.equals("nginx") ? nginx(one, target) : envoy(one, target));
      }
    }
  }

  private static String nginx(Asked one, String target) {
    return "203.0.113.7 - - [25/Nov/2026:10:00:00 +0000] \"GET "
        + target
        + " HTTP/2.0\" 200 5120 \"https://www.example.com/\" \"Mozilla/5.0 (X11; Linux x86_64)"
        + " AppleWebKit/537.36 Chrome/140.0 Safari/537.36\" 342 0.003 "
        + one.host()
        + "\n";
  }

  private static String envoy(Asked one, String target) {
    return "{\"start_time\":\"2026-11-25T10:00:00.000Z\",\"method\":\"GET\",\"path\":\""
        + target
        + "\",\"protocol\":\"HTTP/2\",\"response_code\":200,\"response_flags\":\"-\",\"bytes_sent\":5120,\"duration\":3,\"user_agent\":\"Mozilla/5.0"
        + " (X11; Linux x86_64)\",\"authority\":\""
        + one.host()
        + "\",\"upstream_host\":\"10.0.0.5:8080\"}\n";
  }

  private static void grep(Path log, String format, int lines)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process = new ProcessBuilder("grep", "-c", "GET", log.toString()).start();
    // Where its output goes nowhere, grep stops at the first match.
    process.getInputStream().readAllBytes();
    process.waitFor();
    System.out.printf(
        Locale.ROOT,
        "{\"what\":\"grep -c\",\"format\":\"%s\",\"lines\":%d,\"bytes\":%d,\"seconds\":%.2f}%n",
        format,
        lines,
        Files.size(log),
        (System.nanoTime() - start) / 1e9);
  }

  private static void replay(
      String what, Path log, Optional<Resources> before, Resources files, String format)
      throws IOException {
    System.gc();
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    Replay replay =
        new Replay(
            before.map(old -> side("before", old)),
            side("after", files),
            Defaults.of(Optional.empty(), Optional.empty(), files));
    long start = System.nanoTime();
    long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    LogFiles.read(replay, log, Watch.NONE);
    double seconds = (System.nanoTime() - start) / 1e9;
    double busy = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e9;
    ReplayResult result = replay.result();
    System.gc();
    long held = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    System.out.printf(
        Locale.ROOT,
        "{\"what\":\"replay, %s\",\"format\":\"%s\",\"requests\":%d,\"bad\":%d,\"changed\":%d,"
            + "\"kinds\":%d,\"seconds\":%.2f,\"cpu\":%.2f,\"held\":%d,\"peak\":%d,\"max\":%d}%n",
        what,
        format,
        result.requests(),
        result.bad(),
        result.changed(),
        result.changes().size(),
        seconds,
        busy,
        held,
        peak(),
        Runtime.getRuntime().maxMemory());
  }

  /** Of the heap, garbage included. */
  private static long peak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }

  private static Replay.Side side(String name, Resources files) {
    Dialect dialect = Dialects.find("ingress-nginx").orElseThrow();
    return new Replay.Side(name, dialect.compile(OwnFiles.of(files, dialect), Optional.empty()));
  }
}
