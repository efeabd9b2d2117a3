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

/** From Ingresses to rows of maps (pkg/ingress/ingress.go, pkg/route/route.go). */
public final class Compiler {
  static final String CONTROLLER = "haproxy.org/ingress-controller";

  private final Resources resources;
  private final DialectConfig config;
  private final ServiceLookup services;
  private final RouteReader reader;
  private final Map<String, Resources.Located> known = new HashMap<>();
  private final Map<String, IngressClass> classes = new HashMap<>();
  private final List<LeftOut> leftOut = new ArrayList<>();
  private final Map<String, HostPart> hosts = new LinkedHashMap<>();
  private final List<PathRoute> defaults = new ArrayList<>();
  private final List<Annotations> all = new ArrayList<>();
  private Optional<ConfigRejected> refused = Optional.empty();
  private boolean tls;

  private Compiler(Resources resources, DialectConfig config) {
    this.resources = resources;
    this.config = config;
    this.services = ServiceLookup.of(resources);
    for (Resources.Located located : resources.all()) {
      if (located.resource() instanceof Service service) {
        known.put(service.meta().qualifiedName(), located);
      }
    }
    this.reader = new RouteReader(services, known, config);
    resources.ingressClasses().forEach(c -> c.meta().name().ifPresent(n -> classes.put(n, c)));
  }

  /** Total. Hosts are put together; their rows are made at the first question for each. */
  public static HaproxyTable compile(Resources resources, DialectConfig config) {
    return new Compiler(resources, config).compile();
  }

  private HaproxyTable compile() {
    for (Resources.Located located : resources.all()) {
      if (!(located.resource() instanceof Ingress ingress)) {
        continue;
      }
      Optional<String> foreign = foreign(ingress);
      if (foreign.isPresent()) {
        leftOut.add(new LeftOut(Location.of(located.id()), foreign.get()));
      } else {
        add(ingress, located.id());
      }
    }
    List<PathRoute> acls = new ArrayList<>();
    if (hasAcls()) {
      // What they ask is asked for all hosts, and a bad one stops everything.
      for (HostPart host : hosts.values()) {
        acls.addAll(host.acls());
      }
      refuseBad(acls);
    }
    boolean secure = tls || !config.get("ssl-certificate", "").isEmpty();
    return new HaproxyTable(refused, hosts, acls, defaults, all, leftOut, secure, own());
  }

  private boolean hasAcls() {
    return known.values().stream()
        .map(located -> Annotations.of(located.resource().meta(), located.id()))
        .anyMatch(annotations -> annotations.find("route-acl").isPresent());
  }

  private void refuseBad(List<PathRoute> acls) {
    for (PathRoute route : acls) {
      if (AclPath.of(route) == AclPath.NEVER && refused.isEmpty()) {
        refused =
            Optional.of(
                new ConfigRejected(
                    "The expression " + AclPath.expression(route.path()) + " cannot be read.",
                    Optional.of(route.at())));
      }
    }
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
    RouteReader.Owner owner = new RouteReader.Owner(ingress, id, made);
    for (int i = 0; i < written.size(); i++) {
      String host = HostIndex.lower(written.get(i).host().orElse(""));
      String stored = host.startsWith("*") ? host.substring(1) : host;
      HostPart part = hosts.get(stored);
      if (part == null) {
        part = new HostPart(stored, reader);
        hosts.put(stored, part);
      }
      part.add(new RouteReader.Source(owner, i));
    }
  }

  /** Annotations and TLS of an Ingress do not reach its default backend. */
  private void addDefault(Ingress ingress, ResourceId id, Backend backend) {
    HttpPath path = new HttpPath(Optional.of("/"), Optional.empty(), Optional.of(backend));
    RouteReader.Owner owner = new RouteReader.Owner(ingress, id, Rules.none(Annotations.none(id)));
    Location at = new Location(id, FieldPath.defaultBackend());
    reader.route(owner, "", path, at, leftOut).ifPresent(defaults::add);
  }

  private void refuse(String reason, Rules made) {
    if (refused.isEmpty()) {
      Annotations annotations = made.annotations();
      String key =
          annotations.find("path-rewrite").isPresent() ? "path-rewrite" : "request-redirect";
      refused = Optional.of(new ConfigRejected(reason, Optional.of(annotations.at(key))));
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
