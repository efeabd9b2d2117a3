package io.github.ingressdesigner.graph;

import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.Backend.ServiceBackend;
import io.github.ingressdesigner.model.DocumentId;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.IngressSpec;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ObjectMeta;
import io.github.ingressdesigner.model.Port;
import io.github.ingressdesigner.model.Resource;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.model.Rule;
import io.github.ingressdesigner.model.TlsEntry;
import io.github.ingressdesigner.route.Decision;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.RouteTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Ingresses made by hand, with a table that tries Exact first and then the longest path. */
public final class Sample {
  public static final FileId FILE = new FileId("/work/ingress.yaml");
  private final List<Resources.Located> all = new ArrayList<>();

  /** The three Ingresses of the main picture: shop, admin and fallback. */
  public static Sample shop() {
    return new Sample()
        .ingress(
            "shop",
            Map.of(),
            List.of(new TlsEntry(List.of("shop.example.com"), Optional.of("shop-tls"))),
            Optional.empty(),
            rule(
                "shop.example.com",
                path("Prefix", "/", "web", 80),
                path("Prefix", "/api", "api", 8080),
                path("Prefix", "/api/v2", "api-next", 8080),
                path("Exact", "/pay", "pay", "http")),
            rule("*.example.com", path("Prefix", "/", "tenant", 80)))
        .ingress("fallback", Map.of(), List.of(), Optional.of(service("fallback", 80)))
        .ingress(
            "admin",
            Map.of(
                "nginx.ingress.kubernetes.io/rewrite-target",
                "/$2",
                "nginx.ingress.kubernetes.io/use-regex",
                "true"),
            List.of(new TlsEntry(List.of("admin.example.com"), Optional.of("admin-tls"))),
            Optional.empty(),
            rule(
                "admin.example.com",
                path("ImplementationSpecific", "/grafana(/|$)(.*)", "grafana", 3000)));
  }

  /** Hosts of ten paths each, over a thousand backends. */
  public static Sample many(int paths) {
    Sample sample = new Sample();
    for (int h = 0; h * 10 < paths; h++) {
      HttpPath[] entries = new HttpPath[10];
      for (int p = 0; p < 10; p++) {
        entries[p] = path("Prefix", "/part" + p + "/x".repeat(p), "svc-" + (h * 10 + p) % 1000, 80);
      }
      sample.ingress(
          "in" + h, Map.of(), List.of(), Optional.empty(), rule("h" + h + ".example.com", entries));
    }
    return sample;
  }

  public Sample ingress(
      String name,
      Map<String, String> annotations,
      List<TlsEntry> tls,
      Optional<Backend> fallback,
      Rule... rules) {
    return ingress("networking.k8s.io/v1", name, annotations, tls, fallback, rules);
  }

  public Sample ingress(
      String apiVersion,
      String name,
      Map<String, String> annotations,
      List<TlsEntry> tls,
      Optional<Backend> fallback,
      Rule... rules) {
    ObjectMeta meta =
        new ObjectMeta(
            Optional.of(name), Optional.empty(), Map.of(), annotations, Optional.empty());
    return add(
        new Ingress(
            apiVersion, meta, new IngressSpec(Optional.empty(), fallback, tls, List.of(rules))));
  }

  public Sample add(Resource resource) {
    all.add(new Resources.Located(id(all.size()), resource));
    return this;
  }

  public static ResourceId id(int document) {
    return ResourceId.whole(FILE, new DocumentId(document));
  }

  public static Location at(int document, int rule, int path) {
    return new Location(id(document), FieldPath.path(rule, path));
  }

  public static Rule rule(String host, HttpPath... paths) {
    return new Rule(
        Optional.of(host).filter(h -> !h.isEmpty()), paths.length > 0, Arrays.asList(paths));
  }

  public static HttpPath path(String type, String path, String service, Object port) {
    return new HttpPath(Optional.of(path), Optional.of(type), Optional.of(service(service, port)));
  }

  public static Backend service(String name, Object port) {
    return ServiceBackend.of(name, Port.parse(port.toString()));
  }

  public Resources resources() {
    return new Resources(all);
  }

  /** What the table tries; entries of unknown type are left out. */
  public RouteTable table() {
    Map<String, List<RouteTable.Route>> routes = new LinkedHashMap<>();
    Map<String, List<Location>> rules = new LinkedHashMap<>();
    for (Resources.Located located : all) {
      if (!(located.resource() instanceof Ingress ingress)) {
        continue;
      }
      for (int r = 0; r < ingress.spec().rules().size(); r++) {
        Rule rule = ingress.spec().rules().get(r);
        String host = rule.host().orElse("");
        rules
            .computeIfAbsent(host, key -> new ArrayList<>())
            .add(new Location(located.id(), FieldPath.rule(r)));
        List<RouteTable.Route> list = routes.computeIfAbsent(host, key -> new ArrayList<>());
        for (int p = 0; p < rule.paths().size(); p++) {
          HttpPath entry = rule.paths().get(p);
          if (Set.of("Exact", "Prefix", "ImplementationSpecific")
              .contains(entry.pathType().orElse(""))) {
            list.add(
                new RouteTable.Route(
                    entry.type(),
                    entry.path().orElse("/"),
                    entry.backend(),
                    new Location(located.id(), FieldPath.path(r, p))));
          }
        }
      }
    }
    List<RouteTable.HostTable> hosts = new ArrayList<>();
    routes.forEach(
        (host, list) -> {
          list.sort(
              Comparator.comparing(RouteTable.Route::type)
                  .thenComparing(route -> -route.path().length()));
          hosts.add(new RouteTable.HostTable(host, rules.get(host), list));
        });
    List<RouteTable.Effect> effects = new ArrayList<>();
    for (Resources.Located located : all) {
      located
          .resource()
          .meta()
          .annotations()
          .forEach(
              (key, value) ->
                  effects.add(
                      new RouteTable.Effect(
                          new Location(located.id(), FieldPath.of("metadata", "annotations", key)),
                          Location.of(located.id()),
                          key.substring(key.indexOf('/') + 1) + ": " + value,
                          "")));
    }
    return new ListTable(hosts, effects);
  }

  public Graph graph() {
    return GraphBuilder.build(resources(), table(), List.of(), Set.of(), Graph.EMPTY);
  }

  private record ListTable(List<HostTable> hosts, List<Effect> effects) implements RouteTable {
    @Override
    public Outcome find(Request request) {
      throw new UnsupportedOperationException("no routing in this table");
    }

    @Override
    public Decision explain(Request request) {
      throw new UnsupportedOperationException("no routing in this table");
    }

    @Override
    public List<LeftOut> leftOut() {
      return List.of();
    }
  }
}
