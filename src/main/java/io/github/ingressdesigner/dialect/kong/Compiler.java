package io.github.ingressdesigner.dialect.kong;

import io.github.ingressdesigner.dialect.common.IngressClassNames;
import io.github.ingressdesigner.dialect.common.IngressOrder;
import io.github.ingressdesigner.dialect.common.ServiceLookup;
import io.github.ingressdesigner.dialect.common.UriText;
import io.github.ingressdesigner.dialect.kong.KongRoute.Target;
import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.Backend.ServiceBackend;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.IngressClass;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.model.Port;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.model.Rule;
import io.github.ingressdesigner.model.Service;
import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.Outcome.ConfigRejected;
import io.github.ingressdesigner.route.RouteTable.Effect;
import io.github.ingressdesigner.route.RouteTable.LeftOut;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From Ingresses to routes of Kong (the controller's ingress.go and translate_ingress.go). */
public final class Compiler {
  /** One Kong route. */
  private record Key(String host, String service, String port) {}

  private record Group(ServiceBackend backend, List<KongPath> paths) {}

  private final Resources resources;
  private final DialectConfig config;
  private final Flavor flavor;
  private final ServiceLookup services;
  private final Map<String, Resources.Located> documents = new HashMap<>();
  private final Set<String> rewritten = new HashSet<>();
  private final List<Candidate> candidates = new ArrayList<>();
  private final Map<String, List<Location>> rules = new LinkedHashMap<>();
  private final List<LeftOut> leftOut = new ArrayList<>();
  private final List<Effect> effects = new ArrayList<>();
  private @Nullable ConfigRejected rejection;

  private Compiler(Resources resources, DialectConfig config) {
    this.resources = resources;
    this.config = config;
    this.flavor = Flavor.of(config);
    this.services = ServiceLookup.of(resources);
    for (Resources.Located located : resources.all()) {
      if (located.resource() instanceof Service service) {
        documents.put(service.meta().qualifiedName(), located);
      }
    }
  }

  /** Total. */
  public static KongTable compile(Resources resources, DialectConfig config) {
    return new Compiler(resources, config).compile();
  }

  private KongTable compile() {
    List<Resources.Located> taken = new ArrayList<>();
    for (Resources.Located located : resources.ingresses().toList()) {
      Optional<String> foreign = foreign((Ingress) located.resource());
      if (foreign.isPresent()) {
        leftOut.add(new LeftOut(Location.of(located.id()), foreign.get()));
      } else {
        taken.add(located);
      }
    }
    boolean allowed = allowsRewrites();
    taken.forEach(located -> collectRewritten(located, allowed));
    taken.forEach(this::add);
    addDefault(taken);
    Candidate.rank(candidates);
    return new KongTable(
        flavor, candidates, Optional.ofNullable(rejection), rules, leftOut, effects);
  }

  private boolean allowsRewrites() {
    for (String gate : config.get("feature-gates", "").split(",")) {
      if (gate.strip().equalsIgnoreCase("RewriteURIs=true")) {
        return true;
      }
    }
    return false;
  }

  /** internal/store, ListIngressesV1: the old annotation is read first. */
  private Optional<String> foreign(Ingress ingress) {
    String own = config.get("ingress-class", "kong");
    Optional<String> named =
        Optional.ofNullable(ingress.meta().annotations().get(IngressClassNames.ANNOTATION))
            .filter(name -> !name.isEmpty())
            .or(() -> ingress.spec().ingressClassName());
    if (named.isPresent()) {
      return named.get().equals(own)
          ? Optional.empty()
          : Optional.of("Its class is " + named.get() + ", not " + own + ".");
    }
    List<IngressClass> classes = resources.ingressClasses().toList();
    boolean isDefault =
        classes.stream()
            .anyMatch(c -> c.isDefault() && c.meta().name().filter(own::equals).isPresent());
    return classes.isEmpty() || isDefault
        ? Optional.empty()
        : Optional.of("It names no class, and IngressClass " + own + " is not the default.");
  }

  private static String serviceKey(Ingress ingress, Backend backend) {
    return ingress.meta().namespaceOrDefault() + "/" + backend.display();
  }

  /** ingress.go, MaybeRewriteURI: a rewrite without its gate, or a bad one, fails the Service. */
  private void collectRewritten(Resources.Located located, boolean allowed) {
    Ingress ingress = (Ingress) located.resource();
    Annotations annotations = new Annotations(ingress.meta(), located.id());
    if (annotations.find("rewrite").isEmpty() || allowed && annotations.rewrite().isPresent()) {
      return;
    }
    for (Rule rule : ingress.spec().rules()) {
      for (HttpPath path : rule.paths()) {
        path.backend().ifPresent(b -> rewritten.add(serviceKey(ingress, b)));
      }
    }
  }

  private void add(Resources.Located located) {
    Ingress ingress = (Ingress) located.resource();
    Annotations annotations = new Annotations(ingress.meta(), located.id());
    EffectWords.add(annotations, effects);
    Map<Key, Group> routes = new LinkedHashMap<>();
    Options options = Options.of(annotations, flavor);
    reject(options);
    String regexPrefix =
        annotations
            .find("regex-prefix")
            .filter(text -> !text.isEmpty() || flavor != Flavor.EXPRESSIONS)
            .orElse("/~");
    Map<String, Target> targets = new HashMap<>();
    List<Rule> written = ingress.spec().rules();
    for (int i = 0; i < written.size(); i++) {
      String host = written.get(i).host().orElse("");
      Location ruleAt = new Location(located.id(), FieldPath.rule(i));
      rules.computeIfAbsent(host, h -> new ArrayList<>()).add(ruleAt);
      List<HttpPath> paths = written.get(i).paths();
      for (int j = 0; j < paths.size(); j++) {
        Location at = new Location(located.id(), FieldPath.path(i, j));
        if (!(paths.get(j).backend().orElse(null) instanceof ServiceBackend service)
            || service.name().isEmpty()) {
          leftOut.add(new LeftOut(at, "Its backend is no Service, so the path is left out."));
        } else if (!rewritten.isEmpty() && rewritten.contains(serviceKey(ingress, service))) {
          leftOut.add(
              new LeftOut(
                  at,
                  "Its Service gets no routes: konghq.com/rewrite needs the gate RewriteURIs, and a"
                      + " dollar in it a number behind or a backslash before."));
        } else {
          String port = service.port().map(Port::display).orElse("");
          Key key = new Key(host, service.name().get(), port);
          routes
              .computeIfAbsent(key, k -> new Group(service, new ArrayList<>()))
              .paths()
              .add(KongPath.of(paths.get(j), at, regexPrefix));
        }
      }
    }
    String owner = ingress.meta().qualifiedName();
    routes.forEach(
        (key, group) -> {
          String name =
              String.join(
                  ".",
                  ingress.meta().namespaceOrDefault(),
                  ingress.meta().name().orElse(""),
                  key.service(),
                  key.host().replace('*', '_'),
                  key.port());
          Target target =
              targets.computeIfAbsent(
                  key.service() + ":" + key.port(), k -> target(ingress, group.backend()));
          add(new KongRoute(owner, name, target, key.host(), group.paths(), options, false));
        });
  }

  private void reject(Options options) {
    for (HeaderMatch header : options.headers()) {
      for (HeaderMatch.Value value : header.values()) {
        reject(value.refusal(), options.annotations().at("headers." + header.written()));
      }
    }
  }

  private void add(KongRoute route) {
    for (Candidate candidate : Candidate.of(route, flavor)) {
      for (PathMatcher matcher : candidate.matchers) {
        reject(matcher.refusal(), matcher.from().at());
      }
      candidates.add(candidate);
    }
  }

  private void reject(String refusal, Location at) {
    if (!refusal.isEmpty() && rejection == null) {
      rejection = new ConfigRejected(refusal, Optional.of(at));
    }
  }

  private Target target(Ingress ingress, ServiceBackend written) {
    String namespace = ingress.meta().namespaceOrDefault();
    String name = written.name().orElse("");
    Resources.Located document = documents.get(namespace + "/" + name);
    Map<String, String> service =
        document == null ? Map.of() : document.resource().meta().annotations();
    boolean upstream = "true".equals(service.get(Annotations.UPSTREAM));
    ServiceLookup.Found found =
        upstream
            ? services.findWithoutEndpoints(namespace, written)
            : services.find(namespace, written);
    String base = service.getOrDefault(Annotations.PREFIX + "path", "/");
    boolean grpc = service.getOrDefault(Annotations.PREFIX + "protocol", "").startsWith("grpc");
    String path = base.startsWith("/") && !grpc ? UriText.bytes(base) : "/";
    String address = upstream ? name + "." + namespace + ".svc" : "the endpoint's address";
    String host = service.getOrDefault(Annotations.PREFIX + "host-header", address);
    String unknown =
        Annotations.UNKNOWN.stream()
            .filter(key -> service.containsKey(Annotations.PREFIX + key))
            .findFirst()
            .orElse("");
    return switch (found) {
      case ServiceLookup.Found.Ready(Backend resolved) ->
          new Target(resolved, "", path, host, unknown);
      case ServiceLookup.Found.Unavailable(String reason) ->
          new Target(written, reason, path, host, unknown);
    };
  }

  /** translate_ingress.go: the oldest Ingress that has one. */
  private void addDefault(List<Resources.Located> taken) {
    List<Resources.Located> with =
        taken.stream()
            .filter(l -> ((Ingress) l.resource()).spec().defaultBackend().isPresent())
            .sorted(
                (a, b) ->
                    IngressOrder.OLDEST_FIRST.compare(
                        (Ingress) a.resource(), (Ingress) b.resource()))
            .toList();
    for (int i = 0; i < with.size(); i++) {
      Ingress ingress = (Ingress) with.get(i).resource();
      Location at = new Location(with.get(i).id(), FieldPath.defaultBackend());
      if (i > 0) {
        leftOut.add(new LeftOut(at, "An older Ingress has a default backend; one counts."));
      } else if (ingress.spec().defaultBackend().orElseThrow() instanceof ServiceBackend service) {
        Annotations annotations = new Annotations(ingress.meta(), with.get(i).id());
        Options written = Options.of(annotations, flavor);
        Options options = flavor == Flavor.EXPRESSIONS ? written.notNarrowed() : written;
        reject(options);
        String name = ingress.meta().namespaceOrDefault() + "." + ingress.meta().name().orElse("");
        List<KongPath> paths =
            List.of(new KongPath(PathType.IMPLEMENTATION_SPECIFIC, "/", "/", at, "/~"));
        String owner = ingress.meta().qualifiedName();
        add(new KongRoute(owner, name, target(ingress, service), "", paths, options, true));
      } else {
        leftOut.add(new LeftOut(at, "The default backend is no Service, so it is ignored."));
      }
    }
  }
}
