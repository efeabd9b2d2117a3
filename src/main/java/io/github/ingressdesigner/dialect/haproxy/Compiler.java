package io.github.ingressdesigner.dialect.haproxy;

import io.github.ingressdesigner.dialect.common.HostIndex;
import io.github.ingressdesigner.dialect.common.ServiceLookup;
import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.Backend.ServiceBackend;
import io.github.ingressdesigner.model.DocumentId;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.IngressClass;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.model.Port;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.model.Rule;
import io.github.ingressdesigner.model.Service;
import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.Outcome.ConfigRejected;
import io.github.ingressdesigner.route.RouteTable.LeftOut;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From Ingresses to rows of maps (pkg/ingress/ingress.go, pkg/route/route.go). */
public final class Compiler {
  static final String CONTROLLER = "haproxy.org/ingress-controller";

  private final Resources resources;
  private final DialectConfig config;
  private final ServiceLookup services;
  private final Map<String, Resources.Located> known = new HashMap<>();
  private final Map<String, IngressClass> classes = new HashMap<>();
  private final List<LeftOut> leftOut = new ArrayList<>();
  private final Map<String, HostRows.Builder> hosts = new LinkedHashMap<>();
  private final List<PathRoute> acls = new ArrayList<>();
  private final List<PathRoute> defaults = new ArrayList<>();
  private final Map<String, List<Location>> rules = new LinkedHashMap<>();
  private final List<Annotations> all = new ArrayList<>();
  private Optional<ConfigRejected> refused = Optional.empty();
  private boolean tls;

  /** Where a path is written, and the host as the maps know it. */
  private record Place(String host, HttpPath path, Location at) {}

  /** What makes two paths of an Ingress one (pkg/store/convert.go, pathKey). */
  private record Entry(String host, String path, PathType type, String service, String portName) {
    static Entry of(Place place) {
      HttpPath path = place.path();
      ServiceBackend backend = path.backend().orElse(null) instanceof ServiceBackend s ? s : null;
      return new Entry(
          place.host(),
          path.path().orElse(""),
          path.type(),
          backend == null ? "" : backend.name().orElse(""),
          backend != null && backend.port().orElse(null) instanceof Port.Name(String name)
              ? name
              : "");
    }
  }

  private Compiler(Resources resources, DialectConfig config) {
    this.resources = resources;
    this.config = config;
    this.services = ServiceLookup.of(resources);
    for (Resources.Located located : resources.all()) {
      if (located.resource() instanceof Service service) {
        known.put(service.meta().qualifiedName(), located);
      }
    }
    resources.ingressClasses().forEach(c -> c.meta().name().ifPresent(n -> classes.put(n, c)));
  }

  /** Total. */
  public static HaproxyTable compile(Resources resources, DialectConfig config) {
    return new Compiler(resources, config).compile();
  }

  private HaproxyTable compile() {
    for (Resources.Located located : resources.ingresses().toList()) {
      Ingress ingress = (Ingress) located.resource();
      Optional<String> foreign = foreign(ingress);
      if (foreign.isPresent()) {
        leftOut.add(new LeftOut(Location.of(located.id()), foreign.get()));
      } else {
        add(ingress, located.id());
      }
    }
    Map<String, HostRows> built = new LinkedHashMap<>();
    hosts.forEach((host, builder) -> built.put(host, builder.build()));
    boolean secure = tls || !config.get("ssl-certificate", "").isEmpty();
    return new HaproxyTable(refused, built, acls, defaults, rules, all, leftOut, secure, own());
  }

  /** pkg/store/store.go, IsIngressClassSupported; the annotation for the class is not read. */
  private Optional<String> foreign(Ingress ingress) {
    String wanted = config.get("ingress.class", "");
    String own = wanted.isEmpty() ? CONTROLLER : CONTROLLER + "/" + wanted;
    Optional<String> written = ingress.spec().ingressClassName().filter(n -> !n.isEmpty());
    Optional<String> name = written.or(this::defaultClass);
    if (name.isEmpty()) {
      return wanted.isEmpty() || config.isOn("empty-ingress-class", false)
          ? Optional.empty()
          : Optional.of("It names no class, and the controller serves " + wanted + " only.");
    }
    if (written.isEmpty() && !wanted.isEmpty() && config.isOn("empty-ingress-class", false)) {
      return Optional.empty();
    }
    IngressClass document = classes.get(name.get());
    if (document == null) {
      return classes.isEmpty() && name.get().startsWith("haproxy")
          ? Optional.empty()
          : Optional.of("There is no IngressClass " + name.get() + " in the files.");
    }
    String controller = document.controller().orElse("");
    return controller.equals(own)
        ? Optional.empty()
        : Optional.of("IngressClass " + name.get() + " belongs to " + controller + ".");
  }

  private Optional<String> defaultClass() {
    return classes.values().stream()
        .filter(IngressClass::isDefault)
        .flatMap(c -> c.meta().name().stream())
        .findFirst();
  }

  private void add(Ingress ingress, ResourceId id) {
    Annotations annotations = Annotations.of(ingress.meta(), id);
    all.add(annotations);
    ingress.spec().defaultBackend().ifPresent(backend -> addDefault(ingress, id, backend));
    List<Rule> written = ingress.spec().rules();
    tls |=
        ingress.spec().tls().stream()
            .anyMatch(
                entry ->
                    !entry.hosts().isEmpty()
                        && entry.secretName().filter(n -> !n.isEmpty()).isPresent());
    if (written.isEmpty()) {
      return;
    }
    Rules made = RuleReader.read(annotations, ingress, config);
    made.refused().ifPresent(reason -> refuse(reason, made));
    // One entry for each type, path, Service, and name of a port; the later one wins.
    Map<Entry, Place> entries = new LinkedHashMap<>();
    for (int i = 0; i < written.size(); i++) {
      String host = HostIndex.lower(written.get(i).host().orElse(""));
      String stored = host.startsWith("*") ? host.substring(1) : host;
      rules
          .computeIfAbsent(stored, h -> new ArrayList<>())
          .add(new Location(id, FieldPath.rule(i)));
      List<HttpPath> paths = written.get(i).paths();
      for (int j = 0; j < paths.size(); j++) {
        Place place = new Place(stored, paths.get(j), new Location(id, FieldPath.path(i, j)));
        Place before = entries.put(Entry.of(place), place);
        if (before != null) {
          leftOut.add(
              new LeftOut(
                  before.at(), "The same type, path and Service stand below; that one counts."));
        }
      }
    }
    for (Place place : entries.values()) {
      route(ingress, place, made).ifPresent(this::place);
    }
  }

  /** Annotations and TLS of an Ingress do not reach its default backend. */
  private void addDefault(Ingress ingress, ResourceId id, Backend backend) {
    HttpPath path = new HttpPath(Optional.of("/"), Optional.empty(), Optional.of(backend));
    Place place = new Place("", path, new Location(id, FieldPath.defaultBackend()));
    route(ingress, place, Rules.none(Annotations.none(id))).ifPresent(defaults::add);
  }

  private void refuse(String reason, Rules made) {
    if (refused.isEmpty()) {
      Annotations annotations = made.annotations();
      String key =
          annotations.find("path-rewrite").isPresent() ? "path-rewrite" : "request-redirect";
      refused = Optional.of(new ConfigRejected(reason, Optional.of(annotations.at(key))));
    }
  }

  private Optional<PathRoute> route(Ingress ingress, Place place, Rules made) {
    HttpPath path = place.path();
    Location at = place.at();
    String namespace = ingress.meta().namespaceOrDefault();
    Optional<Backend> backend = path.backend().filter(ServiceBackend.class::isInstance);
    if (backend.isEmpty()) {
      leftOut.add(new LeftOut(at, "Its backend is no Service, so the path is left out."));
      return Optional.empty();
    }
    ServiceBackend service = (ServiceBackend) backend.get();
    boolean ready = !services.isWithoutEndpoints(namespace, service);
    Backend found = service;
    switch (services.findWithoutEndpoints(namespace, service)) {
      case ServiceLookup.Found.Ready(Backend resolved) -> found = resolved;
      case ServiceLookup.Found.Unavailable(String reason) -> {
        leftOut.add(new LeftOut(at, reason + " The path is left out."));
        return Optional.empty();
      }
    }
    Resources.Located document =
        known.isEmpty() ? null : known.get(namespace + "/" + service.name().orElse(""));
    Annotations annotations =
        document == null
            ? Annotations.none(at.resource())
            : Annotations.of(document.resource().meta(), document.id());
    String owner =
        isStandalone(annotations, made.annotations())
            ? ingress.meta().name().orElse("") + "_svc_"
            : "svc_";
    return Optional.of(
        new PathRoute(
            ingress.meta().qualifiedName(),
            place.host(),
            path.path().orElse(""),
            path.type(),
            at,
            found,
            namespace + "_" + owner + service.name().orElse("") + "_" + portName(document, service),
            ready,
            made,
            annotations,
            annotations.find("route-acl").filter(text -> !text.isEmpty()).map(Acl::of)));
  }

  /** Whether an Ingress has backends of its own; they carry its name. */
  private boolean isStandalone(Annotations service, Annotations ingress) {
    return "true".equals(service.values().get("standalone-backend"))
        || "true".equals(ingress.values().get("standalone-backend"))
        || config.get("standalone-backend", "").equals("true");
  }

  /** The name of the Service's port where it has one, else what the rule says. */
  private static String portName(Resources.@Nullable Located document, ServiceBackend backend) {
    Port port = backend.port().orElse(new Port.Number(0));
    if (document != null && document.resource() instanceof Service service) {
      for (Service.ServicePort one : service.ports()) {
        boolean same =
            switch (port) {
              case Port.Number number -> one.port().filter(p -> p == number.value()).isPresent();
              case Port.Name name -> one.name().filter(n -> n.equals(name.value())).isPresent();
            };
        if (same && one.name().isPresent()) {
          return one.name().get();
        }
      }
    }
    return port.display();
  }

  /** AddHostPathRoute. */
  private void place(PathRoute route) {
    String path = route.path();
    if (path.isEmpty() && route.host().isEmpty()) {
      leftOut.add(new LeftOut(route.at(), "It has neither host nor path, so it is refused."));
      return;
    }
    if (route.acl().isPresent()) {
      acls.add(route);
      if (AclPath.of(route) == AclPath.NEVER && refused.isEmpty()) {
        refused =
            Optional.of(
                new ConfigRejected(
                    "The expression " + AclPath.expression(path) + " cannot be read.",
                    Optional.of(route.at())));
      }
      return;
    }
    boolean root = path.isEmpty() || path.equals("/");
    if (route.type() == PathType.ABSENT && !root || route.type() == PathType.UNKNOWN) {
      leftOut.add(new LeftOut(route.at(), "The controller does not know its path type."));
      return;
    }
    HostRows.Builder rows = hosts.computeIfAbsent(route.host(), HostRows.Builder::new);
    if (route.type() == PathType.EXACT) {
      rows.add(Row.of(Row.Map.EXACT, path, route));
    } else if (root) {
      rows.add(Row.of(Row.Map.PREFIX, "/", route));
    } else {
      String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
      boolean prefix = route.type() == PathType.PREFIX;
      rows.add(Row.of(Row.Map.PREFIX_EXACT, bare, route));
      rows.add(Row.of(Row.Map.PREFIX, prefix ? bare + "/" : bare, route));
    }
  }

  /** handleDefaultService of pkg/controller/global.go: the Service's first port. */
  private Optional<PathRoute> own() {
    String flag = config.get("default-backend-service", "");
    int slash = flag.indexOf('/');
    Resources.Located document = known.get(flag);
    if (slash <= 0 || document == null && !services.isAssumed()) {
      return Optional.empty();
    }
    String name = flag.substring(slash + 1);
    Optional<Port> port =
        document != null && document.resource() instanceof Service service
            ? service.ports().stream()
                .findFirst()
                .flatMap(Service.ServicePort::port)
                .map(Port.Number::new)
            : Optional.empty();
    ServiceBackend backend = ServiceBackend.of(name, port.orElse(new Port.Number(80)));
    ResourceId nowhere = new ResourceId(new FileId(""), new DocumentId(0), -1);
    return Optional.of(
        new PathRoute(
            "",
            "",
            "/",
            PathType.PREFIX,
            Location.of(nowhere),
            backend,
            flag,
            !services.isWithoutEndpoints(flag.substring(0, slash), backend),
            Rules.none(Annotations.none(nowhere)),
            Annotations.none(nowhere),
            Optional.empty()));
  }
}
