package io.github.ingressdesigner.dialect.ingressnginx;

import io.github.ingressdesigner.dialect.IngressNginxDialect;
import io.github.ingressdesigner.dialect.Manifests;
import io.github.ingressdesigner.route.Decision;
import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.RouteTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Short ways to write Ingresses and to ask what becomes of a request. */
final class Ask {
  private final StringBuilder yaml = new StringBuilder();
  private DialectConfig config = DialectConfig.NONE;
  private int day;

  /** Each is younger than the one before it. Paths are {@code host/path Type service}. */
  Ask ingress(String name, Map<String, String> annotations, String... paths) {
    day++;
    yaml.append("---\napiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: ")
        .append(name)
        .append("\n  creationTimestamp: \"2024-01-%02dT00:00:00Z\"\n".formatted(day));
    yaml.append("  annotations:\n    a: b\n");
    annotations.forEach(
        (key, value) ->
            yaml.append("    nginx.ingress.kubernetes.io/%s: '%s'\n".formatted(key, value)));
    yaml.append("spec:\n  ingressClassName: nginx\n");
    if (paths.length > 0) {
      yaml.append("  rules:\n");
    }
    for (String path : paths) {
      String[] parts = path.split(" ");
      int slash = parts[0].indexOf('/');
      String host = parts[0].substring(0, slash);
      yaml.append("  - ")
          .append(host.isEmpty() ? "" : "host: '" + host + "'\n    ")
          .append("http:\n      paths:\n      - path: '")
          .append(parts[0].substring(slash).replace("'", "''"))
          .append("'\n        pathType: ")
          .append(parts[1])
          .append("\n        backend: ")
          .append(service(parts[2]))
          .append('\n');
    }
    return this;
  }

  private static String service(String name) {
    return "{service: {name: " + name + ", port: {number: 80}}}";
  }

  /** Lines that are added as they stand; after an Ingress they belong to its spec. */
  Ask lines(String text) {
    yaml.append(text);
    return this;
  }

  Ask defaultBackend(String name) {
    return lines("  defaultBackend: " + service(name) + "\n");
  }

  Ask tls(String secret, String... hosts) {
    return lines("  tls:\n  - {hosts: %s, secretName: %s}\n".formatted(List.of(hosts), secret));
  }

  Ask set(String key, String value) {
    config = config.with(key, value);
    return this;
  }

  @Override
  public String toString() {
    return yaml.toString();
  }

  RouteTable table() {
    return new IngressNginxDialect(config)
        .compile(Manifests.read(yaml.toString()), Optional.empty());
  }

  Decision explain(String url) {
    return table().explain(Request.literal("GET", url, Map.of()));
  }

  Outcome find(String method, String url, Map<String, List<String>> headers) {
    return table().find(Request.literal(method, url, headers));
  }

  /** The answer in a few words: {@code service path}, {@code 301 url}, {@code 404}. */
  String get(String url, String... headers) {
    return shown(find("GET", url, map(headers)));
  }

  String options(String url, String... headers) {
    return shown(find("OPTIONS", url, map(headers)));
  }

  private static Map<String, List<String>> map(String... headers) {
    Map<String, List<String>> map = new LinkedHashMap<>();
    for (String header : headers) {
      int colon = header.indexOf(": ");
      map.put(header.substring(0, colon), List.of(header.substring(colon + 2)));
    }
    return map;
  }

  static String shown(Outcome outcome) {
    return switch (outcome) {
      case Outcome.ToBackend to ->
          to.backend().display().replace(":80", "") + " " + to.upstreamPath();
      case Outcome.ControllerDefault own -> "default " + own.status();
      case Outcome.Status status -> Integer.toString(status.status());
      case Outcome.Redirect redirect -> redirect.status() + " " + redirect.location();
      case Outcome.TlsRefused _ -> "no certificate";
      case Outcome.ConfigRejected _ -> "rejected";
      case Outcome.Undecided _ -> "undecided";
      case Outcome.Split split ->
          split.options().stream().map(o -> shown(o.outcome())).toList().toString();
    };
  }
}
