package io.github.ingressdesigner.dialect.traefik;

import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.model.Resources.Located;
import io.github.ingressdesigner.model.Rule;
import io.github.ingressdesigner.route.RouteTable.LeftOut;
import java.util.ArrayList;
import java.util.HashMap;
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

  /** Routers by name; several where Ingresses overwrite each other's. */
  private final Map<String, List<Candidate>> byName = new LinkedHashMap<>();

  private final List<Candidate> defaults = new ArrayList<>();

  /**
   * A router by its name.
   *
   * @param problem why it cannot be built; its name is taken all the same
   */
  private record Candidate(Router router, Settings settings, Optional<String> problem) {}

  /**
   * What all routers of an Ingress have in common.
   *
   * @param problem why none of them can be built
   * @param entrances where they are
   */
  private record Settings(
      Owner owner,
      RouterAnnotations annotations,
      List<String> entryPoints,
      Entrances entrances,
      Way way,
      Optional<String> problem) {}

  /**
   * On which entry points routers are.
   *
   * @param known whether one of those that are named exists
   */
  private record Entrances(boolean known, boolean plain, boolean tls) {
    static Entrances of(List<String> entryPoints, boolean tls, TraefikOptions options) {
      boolean web = entryPoints.contains(EntryPoint.WEB);
      boolean websecure = entryPoints.contains(EntryPoint.WEBSECURE);
      boolean known = false;
      for (String name : EntryPoint.NAMES) {
        known |= entryPoints.contains(name);
      }
      return new Entrances(
          known,
          web && !(tls || options.hasTls(EntryPoint.WEB)),
          websecure && (tls || options.hasTls(EntryPoint.WEBSECURE)));
    }
  }

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

  static Routers build(Resources resources, TraefikOptions options) {
    NativeProvider provider = new NativeProvider(resources, options);
    for (Located located : resources.all()) {
      if (located.resource() instanceof Ingress ingress) {
        provider.add(Owner.of(located.id(), ingress));
      }
    }
    provider.byName.values().forEach(provider::place);
    provider.place(provider.defaults);
    return provider.out;
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
    List<Rule> rules = owner.ingress().spec().rules();
    if (rules.isEmpty()) {
      addDefault(settings);
      return;
    }
    Effects.add(out, owner, annotations, settings.way().tls());
    Map<String, List<Candidate>> own = HashMap.newHashMap(rules.size());
    for (int r = 0; r < rules.size(); r++) {
      Rule rule = rules.get(r);
      String host = rule.host().orElse("");
      List<String> hosts = host.isEmpty() ? List.of() : List.of(host);
      for (int p = 0; p < rule.paths().size(); p++) {
        Optional<Candidate> candidate = candidate(settings, r, p, hosts);
        if (candidate.isPresent()) {
          keep(own, candidate.get(), host);
        }
      }
    }
    own.forEach(this::keep);
  }

  private Settings settings(Owner owner, RouterAnnotations annotations) {
    List<String> named = annotations.entryPoints();
    List<String> entryPoints = named.isEmpty() ? options.defaultEntryPoints() : named;
    Middlewares.Read read = middlewares.find(annotations.middlewares());
    Entrances entrances = Entrances.of(entryPoints, annotations.tls(), options);
    return switch (read) {
      case Middlewares.Read.Built(List<Middleware> steps) ->
          new Settings(
              owner, annotations, entryPoints, entrances, Way.of(steps), annotations.problem());
      case Middlewares.Read.Broken(String reason) ->
          new Settings(
              owner,
              annotations,
              entryPoints,
              entrances,
              Way.STRAIGHT,
              Optional.of(reason + " Routers that refer to it are not built."));
    };
  }

  /** A later router with the same rule replaces the earlier one. */
  private void keep(Map<String, List<Candidate>> own, Candidate candidate, String host) {
    Owner owner = candidate.router.owner();
    String path = candidate.router.written();
    String name =
        RouterNames.normalized(
            owner.namespace() + "-" + owner.ingress().meta().name().orElse("") + "-" + host + path);
    List<Candidate> same = own.putIfAbsent(name, List.of(candidate));
    if (same == null) {
      return;
    }
    List<Candidate> more = new ArrayList<>(same);
    String rule = candidate.router.ruleText();
    for (int i = 0; i < more.size(); i++) {
      if (more.get(i).router.ruleText().equals(rule)) {
        out.dropped.add(
            new Routers.Dropped(
                more.set(i, candidate).router,
                "A later path of Ingress "
                    + owner.name()
                    + " has the same rule and replaces this one."));
        own.put(name, more);
        return;
      }
    }
    more.add(candidate);
    own.put(name, more);
  }

  /** Names that an Ingress gives twice get a hash of the rule behind them. */
  private void keep(String name, List<Candidate> candidates) {
    for (Candidate candidate : candidates) {
      String full = candidates.size() == 1 ? name : name + "\n" + candidate.router.ruleText();
      List<Candidate> rivals = byName.putIfAbsent(full, List.of(candidate));
      if (rivals != null) {
        List<Candidate> more = new ArrayList<>(rivals);
        more.add(candidate);
        byName.put(full, more);
      }
    }
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
            settings.way());
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
      Entrances entrances = candidate.settings.entrances;
      Router router = candidate.router.withRival(rival);
      if (!entrances.known || candidate.problem.isPresent()) {
        out.dropped.add(
            new Routers.Dropped(
                router,
                candidate.problem.orElse(
                    "None of its entry points exists: " + candidate.settings.entryPoints + ".")));
        continue;
      }
      if (entrances.tls) {
        out.tls.add(router);
      }
      if (entrances.plain) {
        out.plain.add(router);
      }
    }
  }
}
