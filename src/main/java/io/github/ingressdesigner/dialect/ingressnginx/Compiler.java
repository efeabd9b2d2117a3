package io.github.ingressdesigner.dialect.ingressnginx;

import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.DocumentId;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ObjectMeta;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.model.Rule;
import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.RouteTable.LeftOut;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From Ingresses to servers, locations and upstreams, in the steps of the controller
 * (internal/ingress/controller/controller.go: getBackendServers, createServers).
 */
public final class Compiler {
  private final DialectConfig config;
  private final Resources resources;
  private final Upstreams upstreams;
  private final List<Ing> ingresses = new ArrayList<>();
  private final List<LeftOut> leftOut = new ArrayList<>();
  private final Map<String, Server> servers = new LinkedHashMap<>();

  private Compiler(Resources resources, DialectConfig config) {
    this.config = config;
    this.resources = resources;
    this.upstreams = new Upstreams(resources, config);
  }

  /** Total. */
  public static IngressNginxTable compile(Resources resources, DialectConfig config) {
    return new Compiler(resources, config).compile();
  }

  private IngressNginxTable compile() {
    load();
    upstreams.create(ingresses);
    createServers();
    addPaths();
    leftOut.addAll(new Canaries(upstreams, servers).merge(ingresses));
    return new IngressNginxTable(
        config, ingresses, Servers.of(servers, config), upstreams, resources, leftOut);
  }

  private void load() {
    Participation participation = new Participation(resources, config);
    String prefix = config.get("annotations-prefix", "nginx.ingress.kubernetes.io") + "/";
    Secrets secrets = Secrets.of(resources, config);
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

  private void createServers() {
    Server any = new Server(Server.ANY, null);
    MutableBlock root = new MutableBlock("/", PathType.PREFIX, noRules(), upstreams.own());
    root.isDefaultLocation = true;
    root.isDefault = true;
    any.add(root, null);
    servers.put(Server.ANY, any);
    for (Ing ing : ingresses) {
      if (!ing.canary().enabled()) {
        createServers(ing, root);
      }
    }
    Certificates.configure(ingresses, servers);
  }

  private static Rules noRules() {
    Annotations none =
        new Annotations(
            ObjectMeta.EMPTY, new ResourceId(new FileId(""), new DocumentId(0), -1), "/");
    return Rules.of(none, DialectConfig.NONE, Secrets.NONE).asCatchAll();
  }

  private void createServers(Ing ing, MutableBlock root) {
    Upstream target = upstreams.own();
    Optional<Backend> backend = ing.ingress().spec().defaultBackend();
    Location backendAt = new Location(ing.id(), FieldPath.defaultBackend());
    if (backend.isPresent() && upstreams.get(ing, backend.get()) instanceof Upstream found) {
      target = found;
      if (root.isDefaultLocation && ing.ingress().spec().rules().isEmpty()) {
        root.isDefaultLocation = false;
        root.isDefault = false;
        root.owner = ing;
        root.upstream = found;
        root.rules = ing.rules().asCatchAll();
        root.implicitAt = Optional.of(backendAt);
      }
    }
    List<Rule> rules = ing.ingress().spec().rules();
    for (int i = 0; i < rules.size(); i++) {
      String host = hostOf(rules.get(i));
      Location at = new Location(ing.id(), FieldPath.rule(i));
      Server server = servers.get(host);
      if (server == null) {
        server = new Server(host, ing);
        MutableBlock implicit = new MutableBlock("/", PathType.PREFIX, ing.rules(), target);
        implicit.isDefaultLocation = true;
        implicit.isDefault = target == upstreams.own();
        implicit.owner = ing;
        implicit.implicitAt = Optional.of(implicit.isDefault ? at : backendAt);
        server.add(implicit, null);
        servers.put(host, server);
      }
      server.rules.add(at);
    }
  }

  static String hostOf(Rule rule) {
    String host = rule.host().orElse("");
    return host.isEmpty() ? Server.ANY : host;
  }

  private void addPaths() {
    for (Ing ing : ingresses) {
      List<Rule> rules = ing.ingress().spec().rules();
      int place = 0;
      for (int i = 0; i < rules.size(); i++) {
        Rule rule = rules.get(i);
        Server server = servers.get(hostOf(rule));
        if (server == null) {
          server = servers.get(Server.ANY);
        }
        List<HttpPath> paths = rule.paths();
        if (rule.hasHttp()) {
          needCertificate(server, ing);
        }
        for (int j = 0; j < paths.size(); j++) {
          add(server, ing, i, j, upstreams.ofPath(ing, place++));
        }
      }
    }
  }

  private static void needCertificate(Server server, Ing ing) {
    if (ing.rules().access() == Access.FREE) {
      return;
    }
    if (server.certificateProblem.isEmpty()) {
      server.certificateProblem = ing.rules().access().certificate();
    }
    boolean wanted = ing.rules().annotations().text("auth-tls-secret").isPresent();
    server.needsCertificate |= wanted && ing.rules().access().certificate().isEmpty();
  }

  private void add(Server server, Ing ing, int rule, int place, @Nullable Upstream upstream) {
    if (upstream == null) {
      leaveOut(ing, rule, place, "Its backend is no Service; the controller skips such paths.");
      return;
    }
    if (upstream.isCanary()) {
      if (!ing.canary().enabled()) {
        leaveOut(
            ing,
            rule,
            place,
            ("The canary Ingress %s names the same Service and port and defines it, so this"
                    + " path is skipped.")
                .formatted(upstream.canary.name()));
      }
      return;
    }
    HttpPath path = ing.ingress().spec().rules().get(rule).paths().get(place);
    String text = text(path);
    PathType written = path.type();
    PathType type = type(written);
    MutableBlock first = server.first(text);
    MutableBlock block = first == null || first.type != type ? null : first;
    if (block != null && !block.isDefaultLocation) {
      leaveOut(
          ing,
          rule,
          place,
          "The same path and type of this host stand in %s before it; the first one counts."
              .formatted(block.owner == null ? "another Ingress" : block.owner.name()));
      return;
    }
    if (block == null) {
      block = new MutableBlock(text, type, ing.rules(), upstream);
      server.add(block, first);
    }
    block.isDefaultLocation = false;
    block.isDefault = false;
    block.isPath = true;
    block.written = written;
    block.owner = ing;
    block.rules = ing.rules();
    block.upstream = upstream;
    block.rule = rule;
    block.place = place;
    server.fromToWww |= ing.rules().redirection().fromToWww();
  }

  private void leaveOut(Ing ing, int rule, int place, String reason) {
    leftOut.add(new LeftOut(new Location(ing.id(), FieldPath.path(rule, place)), reason));
  }

  /** The path as the controller reads it. */
  static String text(HttpPath path) {
    String text = path.path().orElse("");
    return text.isEmpty() ? "/" : text;
  }

  /** Only Prefix and Exact are left (SetDefaultNGINXPathType). */
  static PathType type(HttpPath path) {
    return type(path.type());
  }

  private static PathType type(PathType written) {
    return written == PathType.EXACT ? PathType.EXACT : PathType.PREFIX;
  }
}
