package io.github.ingressdesigner.dialect.contour;

import io.github.ingressdesigner.dialect.common.ServiceLookup;
import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.model.Rule;
import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.RouteTable.Effect;
import io.github.ingressdesigner.route.RouteTable.LeftOut;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From Ingresses to virtual hosts (internal/dag/ingress_processor.go). */
public final class Compiler {
  static final String REDIRECT = "ingress.kubernetes.io/force-ssl-redirect";
  static final String ALLOW_HTTP = "kubernetes.io/ingress.allow-http";

  private final Resources resources;
  private final Options options;
  private final ServiceLookup services;
  private final Certificates certificates;
  private final Set<String> external = new HashSet<>();
  private final LinkedHashMap<String, List<PathRoute>> routes = new LinkedHashMap<>();
  private final Map<String, List<Location>> rules = new LinkedHashMap<>();
  private final List<Skipped> skipped = new ArrayList<>();
  private final List<Effect> effects = new ArrayList<>();

  private Compiler(Resources resources, DialectConfig config) {
    this.resources = resources;
    this.options = Options.of(config);
    this.services = ServiceLookup.of(resources);
    this.certificates = new Certificates(resources);
    resources
        .services()
        .filter(s -> s.type().equals(Optional.of("ExternalName")) && s.externalName().isPresent())
        .forEach(s -> external.add(s.meta().qualifiedName()));
  }

  /** Total. */
  public static ContourTable compile(Resources resources, DialectConfig config) {
    return new Compiler(resources, config).compile();
  }

  private ContourTable compile() {
    Participation participation = new Participation(resources, options);
    for (Resources.Located located : resources.ingresses().toList()) {
      Ingress ingress = (Ingress) located.resource();
      Optional<String> foreign = participation.foreign(ingress);
      if (foreign.isPresent()) {
        LeftOut leftOut = new LeftOut(Location.of(located.id()), foreign.get());
        skipped.add(new Skipped(hosts(ingress), leftOut));
      } else {
        certificates.add(ingress);
        add(ingress, located.id());
      }
    }
    LinkedHashMap<String, List<PathRoute>> plain = new LinkedHashMap<>();
    LinkedHashMap<String, List<PathRoute>> tls = new LinkedHashMap<>();
    routes.forEach(
        (host, all) -> {
          List<PathRoute> open = all.stream().filter(PathRoute::plain).toList();
          if (!open.isEmpty()) {
            plain.put(host, open);
          }
          if (certificates.covers(host)) {
            tls.put(host, all);
          }
        });
    return new ContourTable(
        new VirtualHosts(plain),
        new VirtualHosts(tls),
        rules,
        routes,
        skipped,
        effects,
        Proxies.of(resources),
        options);
  }

  private static Set<String> hosts(Ingress ingress) {
    Set<String> hosts = new HashSet<>();
    ingress.spec().rules().forEach(rule -> hosts.add(rule.host().orElse("")));
    if (ingress.spec().defaultBackend().isPresent()) {
      hosts.add("");
    }
    return hosts;
  }

  private void skip(String host, Location at, String reason) {
    skipped.add(new Skipped(Set.of(host), new LeftOut(at, reason)));
  }

  private void add(Ingress ingress, ResourceId id) {
    EffectWords.add(ingress, id, effects);
    List<Rule> written = ingress.spec().rules();
    ingress
        .spec()
        .defaultBackend()
        .ifPresent(
            backend -> {
              HttpPath path =
                  new HttpPath(Optional.of("/"), Optional.of("Prefix"), Optional.of(backend));
              add("", ingress, path, new Location(id, FieldPath.defaultBackend()));
            });
    for (int i = 0; i < written.size(); i++) {
      String host = written.get(i).host().orElse("");
      rules.computeIfAbsent(host, h -> new ArrayList<>()).add(new Location(id, FieldPath.rule(i)));
      List<HttpPath> paths = written.get(i).paths();
      for (int j = 0; j < paths.size(); j++) {
        Location at = new Location(id, FieldPath.path(i, j));
        if (!add(host, ingress, paths.get(j), at)) {
          for (int k = j + 1; k < paths.size(); k++) {
            skip(
                host,
                new Location(id, FieldPath.path(i, k)),
                "A path above it in this rule has an expression that is refused.");
          }
          break;
        }
      }
    }
  }

  /** False where the rest of the rule is dropped. */
  private boolean add(String host, Ingress ingress, HttpPath path, Location at) {
    String namespace = ingress.meta().namespaceOrDefault();
    Optional<Backend> backend = path.backend();
    ServiceLookup.Found found =
        backend
            .map(b -> find(namespace, b))
            .orElse(new ServiceLookup.Found.Unavailable("It names no Service."));
    if (!(found instanceof ServiceLookup.Found.Ready(Backend resolved))
        || !(resolved instanceof Backend.ServiceBackend)) {
      String reason =
          found instanceof ServiceLookup.Found.Unavailable(String r) ? r : "It names no Service.";
      skip(host, at, reason + " The path is skipped.");
      return true;
    }
    Condition condition = Condition.of(path);
    if (condition.test().isEmpty()) {
      skip(
          host,
          at,
          "The expression %s is refused, so the path is dropped, and those behind it in its rule."
              .formatted(condition.text()));
      return false;
    }
    Map<String, String> annotations = ingress.meta().annotations();
    boolean redirects = "true".equals(annotations.get(REDIRECT));
    boolean plain = !"false".equals(annotations.get(ALLOW_HTTP)) || redirects;
    routes
        .computeIfAbsent(host, h -> new ArrayList<>())
        .add(
            new PathRoute(
                ingress.meta().qualifiedName(),
                path.path().filter(p -> !p.isEmpty()).orElse("/"),
                path.type() == PathType.ABSENT ? PathType.IMPLEMENTATION_SPECIFIC : path.type(),
                at,
                condition,
                resolved,
                !services.isWithoutEndpoints(namespace, backend.orElseThrow()),
                redirects,
                plain));
    return true;
  }

  private ServiceLookup.Found find(String namespace, Backend backend) {
    if (!options.externalNames()
        && backend instanceof Backend.ServiceBackend service
        && service.name().filter(n -> external.contains(namespace + "/" + n)).isPresent()) {
      return new ServiceLookup.Found.Unavailable(
          "Service %s is of type ExternalName, and enableExternalNameService is off."
              .formatted(service.name().get()));
    }
    return services.findWithoutEndpoints(namespace, backend);
  }
}
