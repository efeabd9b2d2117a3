package io.github.ingressdesigner.dialect.haproxyingress;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.dialect.HaproxyIngressDialect;
import io.github.ingressdesigner.dialect.Manifests;
import io.github.ingressdesigner.differential.Comparison;
import io.github.ingressdesigner.differential.HaproxyConfig;
import io.github.ingressdesigner.differential.RandomIngresses;
import io.github.ingressdesigner.differential.RawHttp;
import io.github.ingressdesigner.differential.RealProgram;
import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The lines that the dialect says that HAProxy Ingress writes into its maps, each asked by the
 * look-up of its file (map_str, map_dir, map_beg, map_reg) in a real HAProxy.
 */
class HaproxyIngressDifferentialTest {
  private static final long SEED = 20_261_130;
  private static final int SETS = 40;
  private static final int REQUESTS = 60;
  private static final String PREFIX = "haproxy-ingress.github.io/";
  private static final List<String> ANNOTATIONS =
      List.of(
          PREFIX + "path-type: prefix",
          PREFIX + "path-type: exact",
          PREFIX + "path-type: regex",
          PREFIX + "server-alias: c.example.com");

  @TempDir private Path folder;

  @Test
  void haproxyTakesTheSameLine() throws IOException {
    Path program = RealProgram.require("haproxy");
    System.out.println("HAProxy is asked for HAProxy Ingress with seed " + SEED);
    RandomIngresses generator = new RandomIngresses(SEED);
    Comparison comparison = new Comparison("HAProxy");
    for (int set = 0; set < SETS; set++) {
      String manifest = generator.manifest(ANNOTATIONS);
      HaproxyIngressTable table =
          (HaproxyIngressTable)
              new HaproxyIngressDialect(DialectConfig.NONE)
                  .compile(Manifests.read(manifest), Optional.empty());
      int port = RealProgram.freePort();
      HaproxyConfig config = new HaproxyConfig(port);
      fill(config, table);
      try (RealProgram running = config.start(program, folder);
          RawHttp http = new RawHttp(port)) {
        assertThat(running).isNotNull();
        for (int i = 0; i < REQUESTS; i++) {
          String host = generator.host();
          String target = generator.target();
          String real = http.get(host, target).body();
          List<String> ours =
              words(table.find(Request.of("GET", "http://" + host + target, Map.of())));
          comparison.add(host + target, real, ours, real.contains(":80"), manifest);
        }
      }
    }
    comparison.holds(2_000, 6);
  }

  private static List<String> words(Outcome outcome) {
    return switch (outcome) {
      case Outcome.ToBackend to -> List.of(to.backend().display());
      case Outcome.Split split ->
          split.options().stream().flatMap(o -> words(o.outcome()).stream()).toList();
      case Outcome.ControllerDefault _ -> List.of("none");
      case Outcome.Status status when status.status() == 404 -> List.of("none");
      case Outcome.Status _, Outcome.Redirect _, Outcome.TlsRefused _ -> List.of(outcome + "");
      case Outcome.ConfigRejected _, Outcome.Undecided _ -> List.of(outcome + "");
    };
  }

  private void fill(HaproxyConfig config, HaproxyIngressTable table) throws IOException {
    config.rule("set-var(txn.base) var(txn.host),concat(\\#,txn.path,)");
    config.rule("set-var(txn.any) str(<default>\\#),concat(,txn.path,)");
    HostMap hosts = table.frontend(Request.of("GET", "http://x/", Map.of())).hosts();
    List<HostMap.Line> all = new ArrayList<>();
    hosts.names().forEach(name -> all.addAll(hosts.lines(name)));
    all.sort(Comparator.comparingInt(HostMap.Line::rank));
    int file = 0;
    for (HostMap.Line line : all) {
      config.rule(lookUp(line, "txn.base", file++));
    }
    for (HostMap.Line line : table.defaults().lines("")) {
      config.rule(lookUp(line, "txn.any", file++));
    }
    config.rule("set-var(txn.back) str(none) if !{ var(txn.back) -m found }");
    config.answers("%[var(txn.back)]", "");
  }

  /** A file of its own for each line, so that their order is the one that the dialect says. */
  private String lookUp(HostMap.Line line, String base, int number) throws IOException {
    MapEntry entry = line.entry();
    MatchType match = entry.target().match();
    String kind =
        entry.isExpression()
            ? "map_reg"
            : switch (match) {
              case EXACT -> "map_str";
              case PREFIX -> "map_dir";
              case BEGIN -> "map_beg";
              case REGEX -> "map_reg";
            };
    String lower = match == MatchType.BEGIN && !entry.isExpression() ? "lower," : "";
    Path map = folder.resolve("m" + number + ".map");
    // A line that begins with # would be a comment.
    String key = base.equals("txn.any") ? entry.key().replaceFirst("#", "<default>#") : entry.key();
    Files.writeString(map, key + " " + entry.target().backend().display() + "\n");
    return "set-var(txn.back) var(%s),%s%s(%s) if !{ var(txn.back) -m found }"
        .formatted(base, lower, kind, map);
  }
}
