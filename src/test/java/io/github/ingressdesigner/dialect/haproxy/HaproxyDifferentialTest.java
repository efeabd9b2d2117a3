package io.github.ingressdesigner.dialect.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.dialect.HaproxyDialect;
import io.github.ingressdesigner.dialect.Manifests;
import io.github.ingressdesigner.differential.Comparison;
import io.github.ingressdesigner.differential.HaproxyConfig;
import io.github.ingressdesigner.differential.RandomIngresses;
import io.github.ingressdesigner.differential.RawHttp;
import io.github.ingressdesigner.differential.RealProgram;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The maps that the dialect says that the controller writes, in a real HAProxy with the rules of
 * setupHAProxyRules.
 */
class HaproxyDifferentialTest {
  private static final long SEED = 20_261_125;
  private static final int SETS = 40;
  private static final int REQUESTS = 60;
  private static final List<String> REWRITES =
      List.of(
          "haproxy.org/path-rewrite: '/(api|shop)(.*) /new\\2'",
          "haproxy.org/path-rewrite: /base\\1",
          "haproxy.org/path-rewrite: '^/v1 /one'");

  @TempDir private Path folder;

  @Test
  void haproxyTakesTheSameRowAndSendsTheSamePath() throws IOException {
    Path program = RealProgram.require("haproxy");
    System.out.println("HAProxy is asked with seed " + SEED);
    RandomIngresses generator = new RandomIngresses(SEED);
    Comparison comparison = new Comparison("HAProxy");
    for (int set = 0; set < SETS; set++) {
      String manifest = generator.manifest(REWRITES);
      Resources resources = Manifests.read(manifest);
      HaproxyTable table =
          (HaproxyTable)
              new HaproxyDialect(DialectConfig.NONE).compile(resources, Optional.empty());
      int port = RealProgram.freePort();
      HaproxyConfig config = new HaproxyConfig(port);
      fill(config, table, resources);
      try (RealProgram running = config.start(program, folder);
          RawHttp http = new RawHttp(port)) {
        assertThat(running).isNotNull();
        for (int i = 0; i < REQUESTS; i++) {
          String host = generator.host();
          String target = generator.target();
          String real =
              http.get(host, target)
                  .body()
                  .replaceFirst("^default_svc_(\\S+)_(\\d+)(\\.\\d+)? ", "$1:$2 ");
          List<String> ours =
              words(table.find(Request.of("GET", "http://" + host + target, Map.of())), target);
          comparison.add(host + target, real, ours, real.contains(":80 "), manifest);
        }
      }
    }
    comparison.holds(2_000, 6);
  }

  private static List<String> words(Outcome outcome, String target) {
    return switch (outcome) {
      case Outcome.ToBackend to when to.at().map(at -> at.path().indexAt(0) < 0).orElse(true) ->
          List.of("default " + target);
      case Outcome.ToBackend to -> List.of(to.backend().display() + " " + to.upstreamPath());
      case Outcome.ControllerDefault _ -> List.of("default " + target);
      case Outcome.Split split ->
          split.options().stream().flatMap(o -> words(o.outcome(), target).stream()).toList();
      case Outcome.Status _, Outcome.Redirect _, Outcome.TlsRefused _ -> List.of(outcome + "");
      case Outcome.ConfigRejected _, Outcome.Undecided _ -> List.of(outcome + "");
    };
  }

  /** The value is the backend and, where it has rules, their number; see pkg/route/route.go. */
  private void fill(HaproxyConfig config, HaproxyTable table, Resources resources)
      throws IOException {
    Map<Rules, Integer> numbers = new LinkedHashMap<>();
    Map<String, String> rewrites = new LinkedHashMap<>();
    Map<Row.Map, TreeSet<String>> rows = new LinkedHashMap<>();
    TreeSet<String> hosts = new TreeSet<>();
    for (Row.Map map : Row.Map.values()) {
      rows.put(map, new TreeSet<>());
    }
    for (HostRows host : table.hostRows().values()) {
      if (!host.host().isEmpty()) {
        hosts.add(host.host() + " " + host.host());
      }
      for (Row row : host.tries()) {
        String value = row.route().backendName();
        if (row.route().rules().isAny()) {
          int number = numbers.computeIfAbsent(row.route().rules(), r -> numbers.size());
          value += "." + number;
          rewrites.put(value, rewriteOf(resources, row.route().owner()));
        }
        rows.get(row.map()).add(host.host() + row.path() + " " + value);
      }
    }
    for (Row.Map map : Row.Map.values()) {
      Files.write(folder.resolve(map.file), rows.get(map));
    }
    Files.write(folder.resolve("host.map"), hosts);
    String ofHost = "var(txn.host_match),concat(,txn.path,),";
    String unlessFound = " if !{ var(txn.path_match) -m found }";
    config.rule("set-var(txn.host_match) var(txn.host),map(%s/host.map)".formatted(folder));
    config.rule(
        "set-var(txn.host_match) var(txn.host),regsub(^[^.]*,,),map(%s/host.map,'')"
                .formatted(folder)
            + " if !{ var(txn.host_match) -m found }");
    config.rule("set-var(txn.path_match) %smap(%s/path-exact.map)".formatted(ofHost, folder));
    config.rule(
        "set-var(txn.path_match) %smap(%s/path-prefix-exact.map)".formatted(ofHost, folder)
            + unlessFound);
    config.rule(
        "set-var(txn.path_match) %smap_beg(%s/path-prefix.map)".formatted(ofHost, folder)
            + unlessFound);
    rewrites.forEach(
        (value, rewrite) -> {
          String[] words = rewrite.split(" ");
          String arguments = words.length == 1 ? "(.*) " + words[0] : rewrite;
          config.rule(
              "replace-path %s if { var(txn.path_match) -m str %s }"
                  .formatted(arguments.replace("\\", "\\\\"), value));
        });
    config.answers("%[var(txn.path_match)] %[pathq]", "{ var(txn.path_match) -m found }");
    config.answers("default %[pathq]", "");
  }

  private static String rewriteOf(Resources resources, String owner) {
    return resources
        .ingresses()
        .map(located -> (Ingress) located.resource())
        .filter(ingress -> ingress.meta().qualifiedName().equals(owner))
        .map(ingress -> ingress.meta().annotations().get("haproxy.org/path-rewrite"))
        .findFirst()
        .orElseThrow();
  }
}
