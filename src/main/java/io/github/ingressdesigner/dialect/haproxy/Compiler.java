package io.github.ingressdesigner.dialect.haproxy;

import io.github.ingressdesigner.dialect.common.HostIndex;
import io.github.ingressdesigner.dialect.common.IngressClassNames;
import io.github.ingressdesigner.dialect.common.ServiceLookup;
import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.Backend.ServiceBackend;
import io.github.ingressdesigner.model.DocumentId;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.IngressClass;
import io.github.ingressdesigner.model.IngressSpec;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ObjectMeta;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.model.Port;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.model.Rule;
import io.github.ingressdesigner.model.Service;
import io.github.ingressdesigner.route.DialectConfig;
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
  private boolean tls;

  /** What makes two paths of an Ingress one. */
  private record Entry(String host, String path, PathType type, String service) {}

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
    return new HaproxyTable(config, built, acls, defaults, rules, all, leftOut, tls, own());
  }

  /** pkg/store/store.go, IsIngressClassSupported. */
  private Optional<String> foreign(Ingress ingress) {
    String wanted = config.get("ingress.class", "");
    Optional<String> annotation =
        Optional.ofNullable(ingress.meta().annotations().get(IngressClassNames.ANNOTATION))
            .filter(n -> !n.isEmpty());
    Optional<String> name =
        ingress.spec().ingressClassName().filter(n -> !n.isEmpty()).or(this::defaultClass);
    if (name.isEmpty()) {
      return annotation.isEmpty() || annotation.get().equals(wanted.isEmpty() ? "haproxy" : wanted)
          ? Optional.empty()
          : Optional.of("Its class annotation is " + annotation.get() + ".");
    }
    IngressClass document = classes.get(name.get());
    if (document == null) {
      return classes.isEmpty() && name.get().startsWith("haproxy")
          ? Optional.empty()
          : Optional.of("There is no IngressClass " + name.get() + " in the files.");
    }
    String controller = document.controller().orElse("");
    String own = wanted.isEmpty() ? CONTROLLER : CONTROLLER + "/" + wanted;
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
    Annotations annotations = new Annotations(ingress.meta(), id);
    all.add(annotations);
    Rules made = Rules.of(annotations, ingress, config);
    tls |= ingress.spec().tls().stream().anyMatch(t -> !t.hosts().isEmpty());
    ingress
        .spec()
        .defaultBackend()
        .ifPresent(
            backend -> {
              Location at = new Location(id, FieldPath.defaultBackend());
              HttpPath path =
                  new HttpPath(Optional.of("/"), Optional.empty(), Optional.of(backend));
              route(
                      ingress,
                      "",
                      path,
                      at,
                      Rules.of(none(ingress, id), bare(ingress), DialectConfig.NONE))
                  .ifPresent(defaults::add);
            });
    // One entry for each type, path and Service; the later one wins.
    Map<Entry, PathRoute> entries = new LinkedHashMap<>();
    List<Rule> written = ingress.spec().rules();
    for (int i = 0; i < written.size(); i++) {
      String host = HostIndex.lower(written.get(i).host().orElse(""));
      String stored = host.startsWith("*.") ? host.substring(1) : host;
      rules
          .computeIfAbsent(stored, h -> new ArrayList<>())
          .add(new Location(id, FieldPath.rule(i)));
      List<HttpPath> paths = written.get(i).paths();
      for (int j = 0; j < paths.size(); j++) {
        HttpPath path = paths.get(j);
        Location at = new Location(id, FieldPath.path(i, j));
        String service =
            path.backend().orElse(null) instanceof ServiceBackend s ? s.name().orElse("") : "";
        route(ingress, stored, path, at, made)
            .ifPresent(r -> entries.put(new Entry(stored, r.path(), r.type(), service), r));
      }
    }
    entries.values().forEach(this::place);
  }

  private static Annotations none(Ingress ingress, ResourceId id) {
    return new Annotations(ObjectMeta.named(ingress.meta().name().orElse("")), id);
  }

  /** Annotations and TLS of an Ingress do not reach its default backend. */
  private static Ingress bare(Ingress ingress) {
    return new Ingress(ingress.apiVersion(), ingress.meta(), IngressSpec.EMPTY);
  }

  private Optional<PathRoute> route(
      Ingress ingress, String host, HttpPath path, Location at, Rules made) {
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
    Optional<Acl> acl =
        document == null
            ? Optional.empty()
            : new Annotations(document.resource().meta(), document.id())
                .find("route-acl")
                .map(Acl::of);
    return Optional.of(
        new PathRoute(
            ingress.meta().qualifiedName(),
            host,
            path.path().orElse(""),
            path.type(),
            at,
            found,
            namespace + "_svc_" + service.name().orElse("") + "_" + portName(document, service),
            ready,
            made,
            acl));
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
      return;
    }
    boolean root = path.isEmpty() || path.equals("/");
    if (route.type() == PathType.ABSENT && !root || route.type() == PathType.UNKNOWN) {
      leftOut.add(new LeftOut(route.at(), "The controller does not know its path type."));
      return;
    }
    HostRows.Builder rows = hosts.computeIfAbsent(route.host(), HostRows.Builder::new);
    if (route.type() == PathType.EXACT) {
      rows.add(new Row(Row.Map.EXACT, path, route));
    } else if (root) {
      rows.add(new Row(Row.Map.PREFIX, "/", route));
    } else {
      String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
      boolean prefix = route.type() == PathType.PREFIX;
      rows.add(new Row(Row.Map.PREFIX_EXACT, bare, route));
      rows.add(new Row(Row.Map.PREFIX, prefix ? bare + "/" : bare, route));
    }
  }

  private Optional<PathRoute> own() {
    String flag = config.get("default-backend-service", "");
    int slash = flag.indexOf('/');
    if (slash <= 0) {
      return Optional.empty();
    }
    String name = flag.substring(slash + 1);
    Backend backend = ServiceBackend.of(name, new Port.Number(80));
    Ingress none = new Ingress("", ObjectMeta.EMPTY, IngressSpec.EMPTY);
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
            true,
            Rules.of(none(none, nowhere), none, DialectConfig.NONE),
            Optional.empty()));
  }
}
