package io.github.ingressdesigner.dialect.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.dialect.HaproxyDialect;
import io.github.ingressdesigner.dialect.Manifests;
import io.github.ingressdesigner.differential.Comparison;
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
import java.util.ArrayList;
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
      Path config = write(table, resources, port);
      try (RealProgram running =
              RealProgram.start(
                  List.of(program.toString(), "-db", "-f", config.toString()),
                  port,
                  folder.resolve("log"));
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
  private Path write(HaproxyTable table, Resources resources, int port) throws IOException {
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
    List<String> lines = new ArrayList<>();
    lines.addAll(
        List.of(
            "defaults",
            "  mode http",
            "  timeout client 20s",
            "  timeout connect 20s",
            "  timeout server 20s",
            "frontend http",
            "  bind 127.0.0.1:" + port,
            "  http-request set-var(txn.path) path",
            "  http-request set-var(txn.host) req.hdr(Host),field(1,:),lower",
            "  http-request set-var(txn.host_match) var(txn.host),map(%s/host.map)",
            "  http-request set-var(txn.host_match)"
                + " var(txn.host),regsub(^[^.]*,,),map(%s/host.map,'') if !{ var(txn.host_match) -m"
                + " found }",
            "  http-request set-var(txn.path_match)"
                + " var(txn.host_match),concat(,txn.path,),map(%s/path-exact.map)",
            "  http-request set-var(txn.path_match)"
                + " var(txn.host_match),concat(,txn.path,),map(%s/path-prefix-exact.map)"
                + " if !{ var(txn.path_match) -m found }",
            "  http-request set-var(txn.path_match)"
                + " var(txn.host_match),concat(,txn.path,),map_beg(%s/path-prefix.map)"
                + " if !{ var(txn.path_match) -m found }"));
    rewrites.forEach(
        (value, rewrite) -> {
          String[] words = rewrite.split(" ");
          String arguments = words.length == 1 ? "(.*) " + words[0] : rewrite;
          lines.add(
              "  http-request replace-path "
                  + arguments.replace("\\", "\\\\")
                  + " if { var(txn.path_match) -m str "
                  + value
                  + " }");
        });
    lines.add(
        "  http-request return status 200 content-type text/plain lf-string"
            + " \"%[var(txn.path_match)] %[pathq]\" if { var(txn.path_match) -m found }");
    lines.add(
        "  http-request return status 200 content-type text/plain lf-string \"default %[pathq]\"");
    Path config = folder.resolve("haproxy.cfg");
    Files.writeString(config, String.join("\n", lines).replace("%s/", folder + "/") + "\n");
    return config;
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
