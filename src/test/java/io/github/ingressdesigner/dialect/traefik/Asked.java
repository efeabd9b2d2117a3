package io.github.ingressdesigner.dialect.traefik;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.dialect.Manifests;
import io.github.ingressdesigner.dialect.TraefikDialect;
import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.route.Decision;
import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.RouteTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A table of the dialect, and its answers in short: {@code s1 /path}, {@code 404}. */
final class Asked {
  private final RouteTable table;

  private Asked(RouteTable table) {
    this.table = table;
  }

  static Asked of(String manifests) {
    return of(manifests, DialectConfig.NONE);
  }

  static Asked of(String manifests, DialectConfig config) {
    return new Asked(
        new TraefikDialect(config).compile(Manifests.read(manifests), Optional.empty()));
  }

  static Asked nginx(String manifests) {
    return of(manifests, DialectConfig.of("provider", "kubernetesIngressNGINX"));
  }

  RouteTable table() {
    return table;
  }

  String get(String url) {
    return ask("GET", url, Map.of());
  }

  String get(String url, String header, String value) {
    return ask("GET", url, Map.of(header, List.of(value)));
  }

  String ask(String method, String url, Map<String, List<String>> headers) {
    Request request = Request.of(method, url, headers);
    Outcome outcome = table.find(request);
    assertThat(table.explain(request).outcome()).isEqualTo(outcome);
    return shown(outcome);
  }

  Decision explain(String url) {
    return table.explain(Request.of("GET", url, Map.of()));
  }

  private static String shown(Outcome outcome) {
    return switch (outcome) {
      case Outcome.ToBackend to ->
          (to.backend() instanceof Backend.ServiceBackend s ? s.name().orElse("") : "?")
              + " "
              + to.upstreamPath()
              + to.upstreamHost().map(h -> " " + h).orElse("");
      case Outcome.Status status -> Integer.toString(status.status());
      case Outcome.Redirect redirect -> redirect.status() + " " + redirect.location();
      case Outcome.Split split ->
          split.options().stream()
              .map(o -> shown(o.outcome()) + o.share().map(s -> " x" + s).orElse(""))
              .collect(Collectors.joining(" | "));
      case Outcome.ControllerDefault _,
          Outcome.TlsRefused _,
          Outcome.ConfigRejected _,
          Outcome.Undecided _ ->
          outcome.toString();
    };
  }

  /** An Ingress of one host; backends s0, s1… with the prefix of its name. */
  static final class Ingress {
    private final String name;
    private final List<String> hosts = new ArrayList<>();
    private final List<String> paths = new ArrayList<>();
    private String annotations = "";
    private String spec = "";

    Ingress(String name) {
      this.name = name;
    }

    Ingress host(String host) {
      hosts.add(host);
      return this;
    }

    /** {@code /a Prefix}; the backend is named after the Ingress. */
    Ingress path(String path) {
      paths.add(path);
      return this;
    }

    Ingress annotation(String key, String value) {
      annotations += "    " + key + ": \"" + value.replace("\\", "\\\\") + "\"\n";
      return this;
    }

    Ingress nginx(String key, String value) {
      return annotation("nginx.ingress.kubernetes.io/" + key, value);
    }

    Ingress router(String key, String value) {
      return annotation("traefik.ingress.kubernetes.io/router." + key, value);
    }

    Ingress spec(String line) {
      spec += "  " + line + "\n";
      return this;
    }

    @Override
    public String toString() {
      StringBuilder text =
          new StringBuilder(
              "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: "
                  + name
                  + "\n"
                  + (annotations.isEmpty() ? "" : "  annotations:\n" + annotations)
                  + "spec:\n"
                  + spec);
      text.append(hosts.isEmpty() && paths.isEmpty() ? "" : "  rules:\n");
      for (String host : hosts.isEmpty() ? List.of("") : hosts) {
        if (paths.isEmpty()) {
          text.append(hosts.isEmpty() ? "" : "  - host: '" + host + "'\n");
          continue;
        }
        text.append("  - http:\n      paths:\n");
        for (String path : paths) {
          int blank = path.lastIndexOf(' ');
          text.append("      - path: '%s'%n".formatted(path.substring(0, blank)))
              .append("        pathType: %s%n".formatted(path.substring(blank + 1)))
              .append(
                  "        backend: {service: {name: %s, port: {number: 80}}}%n".formatted(name));
        }
        text.append(host.isEmpty() ? "" : "    host: '" + host + "'\n");
      }
      return text.append("---\n").toString();
    }
  }

  static Ingress ingress(String name) {
    return new Ingress(name);
  }

  static Ingress ofNginx(String name) {
    return new Ingress(name).spec("ingressClassName: nginx");
  }

  static String defaultBackend(String service) {
    return "defaultBackend: {service: {name: " + service + ", port: {number: 80}}}";
  }

  static String service(String name, String more) {
    return "apiVersion: v1\nkind: Service\nmetadata:\n  name: "
        + name
        + "\n  annotations: {"
        + more
        + "}\nspec:\n  ports: [{port: 80}]\n---\n";
  }

  static String middleware(String name, String spec) {
    return "apiVersion: traefik.io/v1alpha1\nkind: Middleware\nmetadata: {name: "
        + name
        + ", namespace: default}\nspec: {"
        + spec
        + "}\n---\n";
  }
}
