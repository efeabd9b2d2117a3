package io.github.ingressdesigner.dialect.ingressnginx;

import io.github.ingressdesigner.dialect.common.ServiceLookup;
import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.Backend.ServiceBackend;
import io.github.ingressdesigner.model.DocumentId;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ObjectMeta;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.model.Port;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.model.Rule;
import io.github.ingressdesigner.model.Secret;
import io.github.ingressdesigner.model.Service;
import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.RouteTable.LeftOut;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * From Ingresses to servers, locations and upstreams, in the steps of the controller
 * (internal/ingress/controller/controller.go: getBackendServers, createUpstreams, createServers,
 * mergeAlternativeBackends).
 */
public final class Compiler {
  private final DialectConfig config;
  private final Resources resources;
  private final ServiceLookup services;
  private final Map<String, Service> known;
  private final List<Ing> ingresses = new ArrayList<>();
  private final List<LeftOut> leftOut = new ArrayList<>();
  private final Map<String, Upstream> upstreams = new LinkedHashMap<>();
  private final Map<String, Server> servers = new LinkedHashMap<>();
  private final Upstream own;

  private Compiler(Resources resources, DialectConfig config) {
    this.config = config;
    this.resources = resources;
    this.services = ServiceLookup.of(resources);
    this.known =
        resources
            .services()
            .collect(Collectors.toMap(s -> s.meta().qualifiedName(), s -> s, (a, b) -> b));
    this.own = ownDefault();
  }

  /** Total. */
  public static IngressNginxTable compile(Resources resources, DialectConfig config) {
    return new Compiler(resources, config).compile();
  }

  private IngressNginxTable compile() {
    load();
    createUpstreams();
    createServers();
    addPaths();
    mergeCanaries();
    return new IngressNginxTable(
        config, ingresses, Servers.of(servers, config), upstreams, this::standIn, leftOut);
  }

  /** The built-in default backend, or the Service of the flag where it has endpoints. */
  private Upstream ownDefault() {
    String flag = config.get("default-backend-service", "");
    int slash = flag.indexOf('/');
    if (slash <= 0) {
      return nowhere();
    }
    String namespace = flag.substring(0, slash);
    String name = flag.substring(slash + 1);
    return firstPort(namespace, name)
        .map(backend -> new Upstream(Server.ANY, namespace, backend, Optional.empty(), null))
        .orElseGet(Compiler::nowhere);
  }

  private static Upstream nowhere() {
    Backend none = new ServiceBackend(Optional.empty(), Optional.empty());
    return new Upstream("", "", none, Optional.of("built-in"), null);
  }

  /** A Service by its first port; empty where it is not there or has no endpoints. */
  private Optional<Backend> firstPort(String namespace, String name) {
    Service service = known.get(namespace + "/" + name);
    if (service == null) {
      return services.isAssumed()
          ? Optional.of(ServiceBackend.of(name, new Port.Number(80)))
          : Optional.empty();
    }
    Optional<Integer> port = service.ports().stream().findFirst().flatMap(p -> p.port());
    Optional<Backend> backend = port.map(p -> ServiceBackend.of(name, new Port.Number(p)));
    return backend.filter(b -> !services.isWithoutEndpoints(namespace, b));
  }

  /** Who answers for a Service without endpoints, by the annotation default-backend. */
  private Optional<Backend> standIn(Ing ing, String name) {
    return services.isAssumed() ? Optional.empty() : firstPort(ing.namespace(), name);
  }

  private void load() {
    Participation participation = new Participation(resources, config);
    String prefix = config.get("annotations-prefix", "nginx.ingress.kubernetes.io") + "/";
    Set<String> secrets = new HashSet<>();
    resources.all().stream()
        .map(Resources.Located::resource)
        .filter(Secret.class::isInstance)
        .forEach(s -> secrets.add(s.meta().qualifiedName()));
    List<Resources.Located> sorted = new ArrayList<>(resources.ingresses().toList());
    sorted.sort(
        Comparator.comparing((Resources.Located l) -> age(l))
            .thenComparing(l -> l.resource().meta().qualifiedName(), Comparator.reverseOrder()));
    for (Resources.Located located : sorted) {
      Ingress ingress = (Ingress) located.resource();
      Annotations annotations = new Annotations(ingress.meta(), located.id(), prefix);
      Optional<String> refusal = participation.refusal(ingress, annotations);
      if (refusal.isPresent()) {
        leftOut.add(new LeftOut(Location.of(located.id()), refusal.get()));
      } else {
        Rules rules = Rules.of(annotations, config, secrets);
        String name = ingress.meta().qualifiedName();
        ingresses.add(new Ing(ingress, located.id(), name, rules, Canary.of(annotations)));
      }
    }
  }

  private static String age(Resources.Located located) {
    return located.resource().meta().creationTimestamp().orElse("9999");
  }

  private void createUpstreams() {
    for (Ing ing : ingresses) {
      // A defaultBackend makes its upstream anew, whoever made it before.
      ing.ingress()
          .spec()
          .defaultBackend()
          .filter(ServiceBackend.class::isInstance)
          .ifPresent(b -> upstreams.put(nameOf(ing, b), upstream(ing, b)));
      for (Rule rule : ing.ingress().spec().rules()) {
        for (HttpPath path : rule.paths()) {
          path.backend()
              .filter(ServiceBackend.class::isInstance)
              .ifPresent(b -> upstreams.computeIfAbsent(nameOf(ing, b), n -> upstream(ing, b)));
        }
      }
    }
  }

  private static String nameOf(Ing ing, Backend backend) {
    return ing.namespace() + " " + backend.display();
  }

  private Upstream upstream(Ing ing, Backend backend) {
    return switch (find(ing.namespace(), backend)) {
      case ServiceLookup.Found.Ready(Backend found) ->
          new Upstream(nameOf(ing, backend), ing.namespace(), found, Optional.empty(), canary(ing));
      case ServiceLookup.Found.Unavailable(String reason) ->
          new Upstream(
              nameOf(ing, backend), ing.namespace(), backend, Optional.of(reason), canary(ing));
    };
  }

  /** A port is found by its number, its name or its targetPort (serviceEndpoints). */
  private ServiceLookup.Found find(String namespace, Backend backend) {
    ServiceLookup.Found found = services.find(namespace, backend);
    if (found instanceof ServiceLookup.Found.Ready
        || !(backend instanceof ServiceBackend(Optional<String> name, Optional<Port> port))
        || services.isWithoutEndpoints(namespace, backend)) {
      return found;
    }
    Service service = known.get(namespace + "/" + name.orElse(""));
    if (service == null || port.isEmpty()) {
      return found;
    }
    return service.ports().stream()
        .filter(p -> p.targetPort().filter(t -> t.equals(port.get().display())).isPresent())
        .flatMap(p -> p.port().stream())
        .findFirst()
        .<ServiceLookup.Found>map(
            p ->
                new ServiceLookup.Found.Ready(
                    ServiceBackend.of(name.orElseThrow(), new Port.Number(p))))
        .orElse(found);
  }

  private static @Nullable Ing canary(Ing ing) {
    return ing.canary().enabled() ? ing : null;
  }

  private void createServers() {
    Server any = new Server(Server.ANY, null);
    MutableBlock root = new MutableBlock("/", PathType.PREFIX, noRules(), own);
    root.isDefaultLocation = true;
    root.isDefault = true;
    any.add(root);
    servers.put(Server.ANY, any);
    for (Ing ing : ingresses) {
      if (!ing.canary().enabled()) {
        createServers(ing, root);
      }
    }
    Certificates.configure(ingresses, servers);
  }

  private Rules noRules() {
    Annotations none =
        new Annotations(
            ObjectMeta.EMPTY, new ResourceId(new FileId(""), new DocumentId(0), -1), "");
    return Rules.of(none, DialectConfig.NONE, Set.of()).asCatchAll();
  }

  private void createServers(Ing ing, MutableBlock root) {
    Upstream target = own;
    Optional<Backend> backend = ing.ingress().spec().defaultBackend();
    Location backendAt = new Location(ing.id(), FieldPath.defaultBackend());
    if (backend.isPresent()
        && upstreams.get(nameOf(ing, backend.get())) instanceof Upstream found) {
      target = found;
      if (root.isDefaultLocation && ing.ingress().spec().rules().isEmpty()) {
        root.isDefaultLocation = false;
        root.isDefault = false;
        root.owner = ing;
        root.upstream = found;
        root.rules = ing.rules().asCatchAll();
        root.at = Optional.of(backendAt);
      }
    }
    List<Rule> rules = ing.ingress().spec().rules();
    for (int i = 0; i < rules.size(); i++) {
      String host = rules.get(i).host().orElse("");
      Location at = new Location(ing.id(), FieldPath.rule(i));
      Server server = servers.get(host.isEmpty() ? Server.ANY : host);
      if (server == null) {
        server = new Server(host, ing);
        MutableBlock implicit = new MutableBlock("/", PathType.PREFIX, ing.rules(), target);
        implicit.isDefaultLocation = true;
        implicit.isDefault = target == own;
        implicit.owner = ing;
        implicit.at = Optional.of(target == own ? at : backendAt);
        server.add(implicit);
        servers.put(host, server);
      }
      server.rules.add(at);
    }
  }

  private void addPaths() {
    for (Ing ing : ingresses) {
      List<Rule> rules = ing.ingress().spec().rules();
      for (int i = 0; i < rules.size(); i++) {
        String host = rules.get(i).host().orElse("");
        Server server = servers.get(host.isEmpty() ? Server.ANY : host);
        if (server == null) {
          server = servers.get(Server.ANY);
        }
        List<HttpPath> paths = rules.get(i).paths();
        for (int j = 0; j < paths.size(); j++) {
          add(server, ing, paths.get(j), new Location(ing.id(), FieldPath.path(i, j)));
        }
      }
    }
  }

  private void add(Server server, Ing ing, HttpPath path, Location at) {
    Optional<Backend> backend = path.backend().filter(ServiceBackend.class::isInstance);
    if (backend.isEmpty()) {
      leftOut.add(new LeftOut(at, "Its backend is no Service; the controller skips such paths."));
      return;
    }
    Upstream upstream = upstreams.get(nameOf(ing, backend.get()));
    if (upstream == null) {
      return;
    }
    if (upstream.isCanary()) {
      if (!ing.canary().enabled()) {
        leftOut.add(
            new LeftOut(
                at,
                "The canary Ingress %s names the same Service and port and defines it, so this path is skipped."
                    .formatted(upstream.canary.name())));
      }
      return;
    }
    String text = path.path().filter(p -> !p.isEmpty()).orElse("/");
    PathType type = path.type() == PathType.EXACT ? PathType.EXACT : PathType.PREFIX;
    List<MutableBlock> same = server.byPath.getOrDefault(text, List.of());
    MutableBlock block = same.isEmpty() || same.getFirst().type != type ? null : same.getFirst();
    if (block != null && !block.isDefaultLocation) {
      leftOut.add(
          new LeftOut(
              at,
              "The same path and type of this host stand in %s before it; the first one counts."
                  .formatted(block.owner == null ? "another Ingress" : block.owner.name())));
      return;
    }
    if (block == null) {
      block = new MutableBlock(text, type, ing.rules(), upstream);
      server.add(block);
    }
    block.isDefaultLocation = false;
    block.isDefault = false;
    block.isPath = true;
    block.written = path.type();
    block.owner = ing;
    block.rules = ing.rules();
    block.upstream = upstream;
    block.at = Optional.of(at);
    server.fromToWww |= ing.rules().fromToWww();
  }

  private void mergeCanaries() {
    if (ingresses.stream().allMatch(ing -> ing.canary().enabled())) {
      return;
    }
    Set<String> deleted = new HashSet<>();
    for (Ing ing : ingresses) {
      if (!ing.canary().enabled()) {
        continue;
      }
      ing.ingress()
          .spec()
          .defaultBackend()
          .filter(ServiceBackend.class::isInstance)
          .ifPresent(
              b ->
                  merge(
                      nameOf(ing, b),
                      servers.get(Server.ANY).building,
                      new Location(ing.id(), FieldPath.defaultBackend()),
                      deleted));
      List<Rule> rules = ing.ingress().spec().rules();
      for (int i = 0; i < rules.size(); i++) {
        String host = rules.get(i).host().orElse("");
        Server server = servers.get(host.isEmpty() ? Server.ANY : host);
        List<HttpPath> paths = rules.get(i).paths();
        for (int j = 0; j < paths.size(); j++) {
          HttpPath path = paths.get(j);
          Location at = new Location(ing.id(), FieldPath.path(i, j));
          if (server == null) {
            leftOut.add(new LeftOut(at, "No other Ingress has the host " + host + "."));
          } else if (path.backend().filter(ServiceBackend.class::isInstance).isPresent()) {
            merge(nameOf(ing, path.backend().get()), matching(server, path), at, deleted);
          }
        }
      }
    }
    deleted.forEach(upstreams::remove);
  }

  private static List<MutableBlock> matching(Server server, HttpPath path) {
    String text = path.path().filter(p -> !p.isEmpty()).orElse("/");
    PathType type = path.type() == PathType.EXACT ? PathType.EXACT : PathType.PREFIX;
    return server.byPath.getOrDefault(text, List.of()).stream()
        .filter(block -> block.type == type)
        .toList();
  }

  private void merge(String name, List<MutableBlock> blocks, Location at, Set<String> deleted) {
    Upstream canary = upstreams.get(name);
    if (canary == null || deleted.contains(name)) {
      return;
    }
    boolean merged = false;
    for (MutableBlock block : blocks) {
      Upstream main = block.upstream;
      if (main == canary) {
        return;
      }
      if (main != own && !main.isCanary()) {
        if (!main.alternatives.contains(name)) {
          main.alternatives.add(name);
        }
        merged = true;
      }
    }
    if (!merged) {
      deleted.add(name);
      leftOut.add(
          new LeftOut(
              at,
              "No path of an ordinary Ingress has this host, path and type, so the canary gets no"
                  + " traffic at all."));
    }
  }
}
