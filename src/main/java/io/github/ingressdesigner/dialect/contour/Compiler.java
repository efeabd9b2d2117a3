package io.github.ingressdesigner.dialect.contour;

import io.github.ingressdesigner.dialect.common.IngressClassNames;
import io.github.ingressdesigner.dialect.common.ServiceLookup;
import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.IngressClass;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.model.Rule;
import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.RouteTable.Effect;
import io.github.ingressdesigner.route.RouteTable.LeftOut;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From Ingresses to virtual hosts (internal/dag/ingress_processor.go). */
public final class Compiler {
  static final String REDIRECT = "ingress.kubernetes.io/force-ssl-redirect";
  static final String ALLOW_HTTP = "kubernetes.io/ingress.allow-http";

  private final Resources resources;
  private final DialectConfig config;
  private final ServiceLookup services;
  private final Optional<String> defaultClass;
  private final LinkedHashMap<String, List<PathRoute>> routes = new LinkedHashMap<>();
  private final Map<String, List<Location>> rules = new LinkedHashMap<>();
  private final Set<String> secure = new LinkedHashSet<>();
  private final List<LeftOut> leftOut = new ArrayList<>();
  private final List<Effect> effects = new ArrayList<>();

  private Compiler(Resources resources, DialectConfig config) {
    this.resources = resources;
    this.config = config;
    this.services = ServiceLookup.of(resources);
    this.defaultClass =
        resources
            .ingressClasses()
            .filter(IngressClass::isDefault)
            .flatMap(c -> c.meta().name().stream())
            .findFirst();
  }

  /** Total. */
  public static ContourTable compile(Resources resources, DialectConfig config) {
    return new Compiler(resources, config).compile();
  }

  private ContourTable compile() {
    for (Resources.Located located : resources.ingresses().toList()) {
      Ingress ingress = (Ingress) located.resource();
      Optional<String> foreign = foreign(ingress);
      if (foreign.isPresent()) {
        leftOut.add(new LeftOut(Location.of(located.id()), foreign.get()));
      } else {
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
          if (secure.contains(host) && !all.isEmpty()) {
            tls.put(host, all);
          }
        });
    return new ContourTable(
        new VirtualHosts(plain), new VirtualHosts(tls), rules, routes, leftOut, effects);
  }

  /**
   * internal/ingressclass: annotations go before the field; IngressClass documents do not count.
   */
  private Optional<String> foreign(Ingress ingress) {
    Map<String, String> annotations = ingress.meta().annotations();
    Optional<String> annotation =
        Optional.ofNullable(annotations.get("projectcontour.io/ingress.class"))
            .or(() -> Optional.ofNullable(annotations.get(IngressClassNames.ANNOTATION)));
    boolean old = annotations.containsKey(IngressClassNames.ANNOTATION);
    Optional<String> name =
        annotation
            .or(() -> ingress.spec().ingressClassName())
            .or(() -> old ? Optional.empty() : defaultClass)
            .filter(n -> !n.isEmpty());
    String configured = config.get("ingress-class-name", "");
    if (configured.isEmpty()) {
      return name.isEmpty() || name.get().equals("contour")
          ? Optional.empty()
          : Optional.of("Its class is " + name.get() + ", not contour.");
    }
    return name.isPresent() && List.of(configured.split(",")).contains(name.get())
        ? Optional.empty()
        : Optional.of("Its class is " + name.orElse("not named") + ", not " + configured + ".");
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
    Set<String> tls = new LinkedHashSet<>();
    ingress.spec().tls().forEach(t -> t.secretName().ifPresent(s -> tls.addAll(t.hosts())));
    for (int i = 0; i < written.size(); i++) {
      String host = written.get(i).host().orElse("");
      rules.computeIfAbsent(host, h -> new ArrayList<>()).add(new Location(id, FieldPath.rule(i)));
      if (!host.isEmpty() && tls.contains(host)) {
        secure.add(host);
      }
      List<HttpPath> paths = written.get(i).paths();
      for (int j = 0; j < paths.size(); j++) {
        Location at = new Location(id, FieldPath.path(i, j));
        if (!add(host, ingress, paths.get(j), at)) {
          for (int k = j + 1; k < paths.size(); k++) {
            leftOut.add(
                new LeftOut(
                    new Location(id, FieldPath.path(i, k)),
                    "A path above it in this rule has an expression that is refused."));
          }
          break;
        }
      }
    }
  }

  /** False where the rest of the rule is dropped. */
  private boolean add(String host, Ingress ingress, HttpPath path, Location at) {
    Condition condition = Condition.of(path);
    if (condition.test().isEmpty()) {
      leftOut.add(
          new LeftOut(at, "The expression " + condition.text() + " is refused, and what follows."));
      return false;
    }
    String namespace = ingress.meta().namespaceOrDefault();
    Optional<Backend> backend = path.backend();
    ServiceLookup.Found found =
        backend
            .map(b -> services.findWithoutEndpoints(namespace, b))
            .orElse(new ServiceLookup.Found.Unavailable("It names no Service."));
    if (!(found instanceof ServiceLookup.Found.Ready(Backend resolved))
        || !(resolved instanceof Backend.ServiceBackend)) {
      String reason =
          found instanceof ServiceLookup.Found.Unavailable(String r) ? r : "It names no Service.";
      leftOut.add(new LeftOut(at, reason + " The path is skipped."));
      return true;
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
}
