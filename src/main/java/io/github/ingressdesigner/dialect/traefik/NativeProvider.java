package io.github.ingressdesigner.dialect.traefik;

import io.github.ingressdesigner.dialect.common.BitsSeen;
import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.model.Resources.Located;
import io.github.ingressdesigner.model.Rule;
import io.github.ingressdesigner.model.Service;
import io.github.ingressdesigner.route.RouteTable.LeftOut;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The provider kubernetesIngress (pkg/provider/kubernetes/ingress kubernetes.go). */
final class NativeProvider {
  private static final Set<String> MATCHERS = Set.of("Path", "PathPrefix", "PathRegexp");

  private final TraefikOptions options;
  private final Services services;
  private final Middlewares middlewares;
  private final NativeClasses classes;
  private final Routers out = new Routers();

  /** Routers by the name that they get before rules are told apart. */
  private final Map<String, List<Candidate>> byName = new LinkedHashMap<>();

  private final List<Candidate> defaults = new ArrayList<>();
  private final List<Settings> served = new ArrayList<>();

  /**
   * A router by its name.
   *
   * @param problem why it cannot be built; its name is taken all the same
   */
  private record Candidate(Router router, Settings settings, Optional<String> problem) {}

  /**
   * What all routers of an Ingress have in common.
   *
   * @param plain whether they are asked on web
   * @param tls whether they are asked on websecure
   * @param problem why none of them can be built
   */
  private record Settings(
      Owner owner,
      RouterAnnotations annotations,
      List<String> entryPoints,
      boolean plain,
      boolean tls,
      Way way,
      Optional<String> problem) {}

  /** Where a backend leads, or why there is no router. */
  private sealed interface Reached {
    record There(Target target) implements Reached {}

    record Skipped(String reason) implements Reached {}
  }

  private NativeProvider(Resources resources, TraefikOptions options) {
    this.options = options;
    services = Services.of(resources);
    middlewares = Middlewares.of(resources);
    classes = NativeClasses.of(resources, options);
  }

  /** For the routers of one host. */
  private NativeProvider(NativeProvider whole) {
    options = whole.options;
    services = whole.services;
    middlewares = whole.middlewares;
    classes = whole.classes;
  }

  /** All routers, and all that is left out. */
  static Routers build(Resources resources, TraefikOptions options) {
    NativeProvider provider = new NativeProvider(resources, options);
    provider.read(resources);
    provider.served.forEach(provider::addRules);
    provider.byName.values().forEach(provider::placeNamed);
    provider.place(provider.defaults);
    return provider.out;
  }

  /** The same by hosts; empty where two routers may have one name. */
  static Optional<HostParts> hosts(Resources resources, TraefikOptions options) {
    NativeProvider provider = new NativeProvider(resources, options);
    provider.read(resources);
    return provider.hosts();
  }

  private void read(Resources resources) {
    for (Located located : resources.all()) {
      if (located.resource() instanceof Ingress ingress) {
        add(new Owner(located.id(), ingress));
      }
    }
  }

  private Optional<HostParts> hosts() {
    if (defaults.size() > 1) {
      return Optional.empty();
    }
    HostParts parts = new HostParts(false);
    int count = 0;
    for (Settings settings : served) {
      for (Rule rule : settings.owner.ingress().spec().rules()) {
        count += rule.paths().size();
      }
    }
    BitsSeen names = new BitsSeen(count);
    for (Settings settings : served) {
      RouterNames.Bits start = RouterNames.Bits.NONE.and(prefix(settings.owner));
      List<Rule> rules = settings.owner.ingress().spec().rules();
      for (int r = 0; r < rules.size(); r++) {
        String host = rules.get(r).host().orElse("");
        RouterNames.Bits ofHost = start.and(host);
        for (HttpPath path : rules.get(r).paths()) {
          RouterNames.Bits name = ofHost.and(path.path().orElse(""));
          if (!name.isPlain() || !names.add(name.value())) {
            return Optional.empty();
          }
        }
        int rule = r;
        parts.add(host, (plain, tls) -> addRule(settings, rule, plain, tls));
      }
    }
    if (!defaults.isEmpty()) {
      parts.add("", (plain, tls) -> addDefault(plain, tls));
    }
    return Optional.of(parts);
  }

  private void addRule(Settings settings, int rule, List<Router> plain, List<Router> tls) {
    NativeProvider own = new NativeProvider(this);
    List<HttpPath> paths = settings.owner.ingress().spec().rules().get(rule).paths();
    List<String> hosts =
        settings.owner.ingress().spec().rules().get(rule).host().filter(h -> !h.isEmpty()).stream()
            .toList();
    for (int p = 0; p < paths.size(); p++) {
      own.candidate(settings, rule, p, hosts).ifPresent(one -> own.place(List.of(one)));
    }
    plain.addAll(own.out.plain);
    tls.addAll(own.out.tls);
  }

  private void addDefault(List<Router> plain, List<Router> tls) {
    NativeProvider own = new NativeProvider(this);
    own.place(defaults);
    plain.addAll(own.out.plain);
    tls.addAll(own.out.tls);
  }

  private void add(Owner owner) {
    Optional<String> foreign = classes.notOurs(owner.ingress());
    if (foreign.isPresent()) {
      out.leaveOut(owner, new LeftOut(Location.of(owner.id()), foreign.get()));
      return;
    }
    switch (RouterAnnotations.read(owner.ingress().meta().annotations())) {
      case RouterAnnotations.Read.Unreadable(String key, String reason) ->
          out.leaveOut(
              owner,
              new LeftOut(
                  owner.annotationAt(key),
                  "Traefik drops Ingress " + owner.name() + ": " + reason + "."));
      case RouterAnnotations.Read.Ready(RouterAnnotations annotations) -> add(owner, annotations);
    }
  }

  private void add(Owner owner, RouterAnnotations annotations) {
    Settings settings = settings(owner, annotations);
    classes.doubt(owner.ingress()).ifPresent(basis -> out.doubt(owner, Doubts.modelled(basis)));
    annotations.doubt().ifPresent(basis -> out.doubt(owner, Doubts.modelled(basis)));
    if (owner.ingress().spec().rules().isEmpty()) {
      addDefault(settings);
      return;
    }
    served.add(settings);
  }

  private void addRules(Settings settings) {
    Effects.add(out, settings.owner, settings.annotations, settings.way.tls());
    for (int r = 0; r < settings.owner.ingress().spec().rules().size(); r++) {
      addRule(settings, r);
    }
  }

  private void addRule(Settings settings, int r) {
    String prefix = prefix(settings.owner);
    Rule rule = settings.owner.ingress().spec().rules().get(r);
    String host = rule.host().orElse("");
    List<String> hosts = host.isEmpty() ? List.of() : List.of(host);
    for (int p = 0; p < rule.paths().size(); p++) {
      Optional<Candidate> candidate = candidate(settings, r, p, hosts);
      if (candidate.isPresent()) {
        String path = rule.paths().get(p).path().orElse("");
        String name = RouterNames.normalized(prefix + host + path);
        byName.computeIfAbsent(name, n -> new ArrayList<>(1)).add(candidate.get());
      }
    }
  }

  /** What the names of all its routers begin with. */
  private static String prefix(Owner owner) {
    return owner.namespace() + "-" + owner.ingress().meta().name().orElse("") + "-";
  }

  private Settings settings(Owner owner, RouterAnnotations annotations) {
    List<String> named = annotations.entryPoints();
    List<String> entryPoints = named.isEmpty() ? options.defaultEntryPoints() : named;
    boolean tls = annotations.tls();
    boolean onWeb = entryPoints.contains(EntryPoint.WEB) && !tls && !options.hasTls(EntryPoint.WEB);
    boolean onWebsecure =
        entryPoints.contains(EntryPoint.WEBSECURE) && (tls || options.hasTls(EntryPoint.WEBSECURE));
    Way way = Way.STRAIGHT;
    Optional<String> problem = annotations.problem();
    switch (middlewares.find(annotations.middlewares())) {
      case Middlewares.Read.Built(List<Middleware> steps) -> way = Way.of(steps);
      case Middlewares.Read.Broken(String reason) ->
          problem = Optional.of(reason + " Routers that refer to it are not built.");
    }
    return new Settings(owner, annotations, entryPoints, onWeb, onWebsecure, way, problem);
  }

  /**
   * A later router of an Ingress replaces the one with the same rule; where several are left, their
   * rule becomes a part of their names. What then still has one name in two Ingresses, collides.
   */
  private void placeNamed(List<Candidate> sameName) {
    if (sameName.size() == 1) {
      place(sameName);
      return;
    }
    Map<Owner, Map<String, Candidate>> byOwner = new LinkedHashMap<>();
    for (Candidate candidate : sameName) {
      Candidate before =
          byOwner
              .computeIfAbsent(candidate.settings.owner, o -> new LinkedHashMap<>())
              .put(candidate.router.ruleText(), candidate);
      if (before != null) {
        out.dropped.add(
            new Routers.Dropped(
                before.router,
                "A later path of Ingress "
                    + candidate.settings.owner.name()
                    + " has the same rule and replaces this one."));
      }
    }
    Map<String, List<Candidate>> byFullName = new LinkedHashMap<>();
    for (Map<String, Candidate> own : byOwner.values()) {
      own.forEach(
          (rule, candidate) ->
              byFullName
                  .computeIfAbsent(own.size() == 1 ? "" : rule, n -> new ArrayList<>(1))
                  .add(candidate));
    }
    byFullName.values().forEach(this::place);
  }

  private Optional<Candidate> candidate(Settings settings, int r, int p, List<String> hosts) {
    HttpPath entry = settings.owner.ingress().spec().rules().get(r).paths().get(p);
    String text = entry.path().orElse("");
    String matcherName = matcherName(settings.annotations, entry.type());
    Optional<String> problem = settings.problem();
    PathMatcher matcher = PathMatcher.ANY;
    switch (text.isEmpty() ? new PathMatcher.Read.Ready(matcher) : matcher(matcherName, text)) {
      case PathMatcher.Read.Ready(PathMatcher ready) -> matcher = ready;
      case PathMatcher.Read.Refused(String reason) -> problem = Optional.of(reason);
    }
    if (hosts.isEmpty() && text.isEmpty()) {
      problem = Optional.of("Neither host nor path is given, and an empty rule makes no router.");
    }
    int priority =
        settings.annotations.priority(RuleText.bytes(hosts, matcher.form(), matcher.text()));
    Reached reached = reach(settings.owner, entry.backend());
    Way way = settings.way();
    if (reached instanceof Reached.There && !services.isAssumed()) {
      switch (ofService(settings, entry.backend())) {
        case Middlewares.Read.Built(List<Middleware> more) -> way = way.and(more);
        case Middlewares.Read.Broken(String reason) -> reached = new Reached.Skipped(reason);
      }
    }
    Target target =
        reached instanceof Reached.There(Target there) ? there : new Target.Unavailable("");
    Router router =
        new Router(
            settings.owner,
            r,
            p,
            hosts,
            matcher,
            priority,
            Condition.NONE,
            Router.NONE,
            target,
            way);
    if (reached instanceof Reached.Skipped(String reason)) {
      out.dropped.add(new Routers.Dropped(router, reason));
      return Optional.empty();
    }
    if (!text.isEmpty() && !MATCHERS.contains(matcherName)) {
      out.dropped.add(new Routers.Dropped(router, problem.orElse("")));
      return Optional.empty();
    }
    return Optional.of(new Candidate(router, settings, problem));
  }

  /** What the annotations of a Service add. */
  private Middlewares.Read ofService(Settings settings, Optional<Backend> backend) {
    Optional<Service> service = services.of(settings.owner.namespace(), backend);
    if (service.isEmpty() || service.get().meta().annotations().isEmpty()) {
      return Middlewares.Read.NOTHING;
    }
    return switch (ServiceAnnotations.read(service.get().meta())) {
      case ServiceAnnotations.Read.Unreadable(String reason) -> new Middlewares.Read.Broken(reason);
      case ServiceAnnotations.Read.Ready(List<String> names) -> {
        if (!names.isEmpty()) {
          out.doubt(
              settings.owner,
              Doubts.modelled("The annotation service.middlewares was read from source."));
        }
        yield middlewares.find(names);
      }
    };
  }

  private static String matcherName(RouterAnnotations annotations, PathType type) {
    if (type == PathType.EXACT) {
      return "Path";
    }
    String chosen = annotations.pathMatcher();
    return type == PathType.PREFIX || chosen.isEmpty() ? "PathPrefix" : chosen;
  }

  private PathMatcher.Read matcher(String matcher, String path) {
    return switch (matcher) {
      case "Path" -> PathMatcher.whole(path);
      case "PathRegexp" -> PathMatcher.regex(path);
      case "PathPrefix" ->
          options.strictPrefixMatching() ? PathMatcher.elements(path) : PathMatcher.prefix(path);
      default ->
          new PathMatcher.Read.Refused(
              "router.pathmatcher "
                  + matcher
                  + " is none of Path, PathPrefix and PathRegexp, so the path is skipped.");
    };
  }

  private Reached reach(Owner owner, Optional<Backend> backend) {
    String namespace = owner.namespace();
    if (services.isExternal(namespace, backend)
        && !options.isOn("allowExternalNameServices", false)) {
      return new Reached.Skipped(
          "Its Service is an ExternalName, which Traefik does not allow unless"
              + " allowExternalNameServices is on, so there is no router.");
    }
    return switch (services.find(namespace, backend)) {
      case Services.Found.Ready(Backend ready) -> new Reached.There(Target.of(ready));
      case Services.Found.Empty(String reason) ->
          options.isOn("allowEmptyServices", false)
              ? new Reached.There(new Target.Unavailable(reason))
              : new Reached.Skipped(reason + " Traefik makes no router for it.");
      case Services.Found.Missing(String reason) ->
          new Reached.Skipped(reason + " Traefik makes no router for it.");
    };
  }

  private void addDefault(Settings settings) {
    Owner owner = settings.owner;
    Optional<Backend> backend = owner.ingress().spec().defaultBackend();
    if (backend.isEmpty()) {
      return;
    }
    Target target = new Target.Unavailable("");
    Optional<String> skipped = Optional.empty();
    switch (reach(owner, backend)) {
      case Reached.There(Target there) -> target = there;
      case Reached.Skipped(String reason) -> skipped = Optional.of(reason);
    }
    Router router = Router.ofEverything(owner, target, settings.way());
    if (skipped.isPresent()) {
      out.dropped.add(new Routers.Dropped(router, skipped.get()));
    } else {
      defaults.add(new Candidate(router, settings, settings.problem()));
    }
  }

  /** Routers of one name: where there are several, only one of them is there. */
  private void place(List<Candidate> sameName) {
    int rival = Router.NONE;
    if (sameName.size() > 1) {
      rival = out.rivals.size();
      out.rivals.add(sameName.size());
    }
    for (Candidate candidate : sameName) {
      Settings settings = candidate.settings;
      Router router = candidate.router.withRival(rival);
      Optional<String> problem = candidate.problem;
      if (problem.isEmpty()) {
        problem = placed(router, settings);
      }
      if (problem.isPresent()) {
        out.dropped.add(new Routers.Dropped(router, problem.get()));
      }
    }
  }

  /** Puts a router on its entry points; returns why it is on none that serves it. */
  private Optional<String> placed(Router router, Settings settings) {
    if (settings.plain) {
      out.plain.add(router);
    }
    if (settings.tls) {
      out.tls.add(router);
    }
    if (settings.plain || settings.tls) {
      return Optional.empty();
    }
    return Optional.of(
        settings.entryPoints.contains(EntryPoint.WEBSECURE)
            ? "It is on entry point websecure without router.tls, so HTTPS does not reach it."
            : settings.entryPoints.contains(EntryPoint.WEB)
                ? "It is on entry point web with router.tls, so plain HTTP does not reach it."
                : "None of its entry points exists: "
                    + String.join(", ", settings.entryPoints)
                    + ".");
  }
}
