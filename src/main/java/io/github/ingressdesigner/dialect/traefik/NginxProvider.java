package io.github.ingressdesigner.dialect.traefik;

import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.Backend.ServiceBackend;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.model.Resources.Located;
import io.github.ingressdesigner.model.Rule;
import io.github.ingressdesigner.route.RouteTable.LeftOut;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The provider kubernetesIngressNGINX (pkg/provider/kubernetes/ingress-nginx). */
final class NginxProvider {
  /** The older first; of one age by namespace and name, backwards. */
  private static final Comparator<Ingress> ORDER =
      Comparator.comparing((Ingress i) -> i.meta().creationTimestamp().orElse("9999"))
          .thenComparing(i -> i.meta().qualifiedName(), Comparator.reverseOrder());

  private final TraefikOptions options;
  private final Services services;
  private final NginxClasses classes;
  private final NginxCanaries canaries = new NginxCanaries();
  private final Set<String> hosts = new HashSet<>();
  private final Set<String> regexHosts;
  private final Map<String, String> aliases = new HashMap<>();
  private final Routers out = new Routers();
  private boolean hasGlobalDefault;

  private NginxProvider(Resources resources, TraefikOptions options) {
    this.options = options;
    services = Services.of(resources);
    classes = NginxClasses.of(resources, options);
    regexHosts = new HashSet<>();
  }

  static Routers build(Resources resources, TraefikOptions options) {
    return new NginxProvider(resources, options).build(resources);
  }

  /** For the routers of one host. */
  private NginxProvider(
      TraefikOptions options, Services services, NginxClasses classes, Set<String> regexHosts) {
    this.options = options;
    this.services = services;
    this.classes = classes;
    this.regexHosts = regexHosts;
  }

  /** By hosts; empty where an Ingress concerns other hosts than those of its rules. */
  static Optional<HostParts> hosts(Resources resources, TraefikOptions options) {
    NginxProvider provider = new NginxProvider(resources, options);
    return options.text("defaultBackendService").isPresent()
        ? Optional.empty()
        : provider.hosts(provider.accepted(resources));
  }

  private Optional<HostParts> hosts(List<NginxIngress> ingresses) {
    HostParts parts = new HostParts(true);
    for (NginxIngress ingress : ingresses) {
      NginxAnnotations annotations = ingress.annotations();
      if (annotations.isCanary()
          || annotations.isOn("from-to-www-redirect")
          || annotations.text("server-alias").isPresent()
          || ingress.owner().ingress().spec().defaultBackend().isPresent()) {
        return Optional.empty();
      }
      boolean isRegex = annotations.isRegex();
      List<Rule> rules = ingress.owner().ingress().spec().rules();
      for (int r = 0; r < rules.size(); r++) {
        String host = rules.get(r).host().orElse("");
        if (isRegex) {
          regexHosts.add(host);
        }
        int rule = r;
        parts.add(host, (plain, tls) -> addRule(ingress, rule, plain));
      }
    }
    return Optional.of(parts);
  }

  private void addRule(NginxIngress ingress, int rule, List<Router> plain) {
    NginxProvider own = new NginxProvider(options, services, classes, regexHosts);
    own.addRule(ingress, rule, new HashSet<>());
    plain.addAll(own.out.plain);
  }

  private Routers build(Resources resources) {
    List<NginxIngress> regular = new ArrayList<>();
    List<NginxIngress> canaryIngresses = new ArrayList<>();
    for (NginxIngress ingress : accepted(resources)) {
      NginxEffects.add(out, ingress.owner());
      if (ingress.annotations().isCanary()) {
        canaryIngresses.add(ingress);
      } else {
        collect(ingress);
        regular.add(ingress);
      }
    }
    canaryIngresses.forEach(this::addCanary);
    options.text("defaultBackendService").ifPresent(this::addProviderDefault);
    regular.forEach(this::add);
    return out.forBoth();
  }

  private List<NginxIngress> accepted(Resources resources) {
    List<Owner> owners = new ArrayList<>();
    for (Located located : resources.all()) {
      if (located.resource() instanceof Ingress ingress) {
        owners.add(new Owner(located.id(), ingress));
      }
    }
    owners.sort(Comparator.comparing(Owner::ingress, ORDER));
    List<NginxIngress> accepted = new ArrayList<>();
    for (Owner owner : owners) {
      Optional<LeftOut> leftOut =
          classes
              .notOurs(owner.ingress())
              .map(reason -> new LeftOut(Location.of(owner.id()), reason))
              .or(() -> NginxValidation.refused(owner, options));
      if (leftOut.isPresent()) {
        out.leaveOut(owner, leftOut.get());
      } else {
        accepted.add(NginxIngress.of(owner));
      }
    }
    return accepted;
  }

  private void collect(NginxIngress ingress) {
    Owner owner = ingress.owner();
    for (String alias : ingress.annotations().list("server-alias")) {
      aliases.putIfAbsent(alias.toLowerCase(Locale.ROOT), owner.name());
    }
    for (Rule rule : owner.ingress().spec().rules()) {
      String host = rule.host().orElse("");
      hosts.add(host);
      if (ingress.annotations().isRegex()) {
        regexHosts.add(host);
      }
      rule.paths().forEach(path -> canaries.addPath(ingress, host, path));
    }
  }

  private void addCanary(NginxIngress ingress) {
    NginxCanaries.Targets targets =
        (primary, owner, at, backend) ->
            target(primary, backend).map(t -> owned(t, owner, owner.at(at)));
    for (NginxCanaries.Unused unused : canaries.add(ingress.owner(), targets)) {
      out.leftOut.add(
          new LeftOut(
              ingress.owner().at(unused.at()),
              "A path of canary Ingress "
                  + ingress.owner().name()
                  + " has no effect. "
                  + unused.reason()));
    }
  }

  private static Target owned(Target target, Owner owner, Location at) {
    return target instanceof Target.Ready(Backend backend, _, _)
        ? new Target.Ready(backend, Optional.of(owner), Optional.of(at))
        : target;
  }

  /** Where a backend leads; empty where nothing serves. */
  private Optional<Target> target(NginxIngress ingress, Optional<Backend> backend) {
    Target target = reach(ingress, backend);
    return target instanceof Target.Unavailable ? Optional.empty() : Optional.of(target);
  }

  private Target reach(NginxIngress ingress, Optional<Backend> backend) {
    String namespace = ingress.owner().namespace();
    if (services.isExternal(namespace, backend) && options.isOn("disableSvcExternalName", false)) {
      return new Target.Unavailable("Its Service is an ExternalName, which is switched off.");
    }
    return switch (services.find(namespace, backend)) {
      case Services.Found.Ready(Backend ready) -> Target.of(ready);
      case Services.Found.Missing(String reason) -> new Target.Unavailable(reason);
      case Services.Found.Empty(String reason) -> {
        if (ingress.annotations().isOn("service-upstream")) {
          yield Target.of(backend.orElseThrow());
        }
        yield fallback(ingress, namespace, backend).orElse(new Target.Unavailable(reason));
      }
    };
  }

  /** The annotation default-backend replaces a Service without endpoints. */
  private Optional<Target> fallback(
      NginxIngress ingress, String namespace, Optional<Backend> backend) {
    String name = ingress.annotations().textOr("default-backend", "");
    boolean same =
        backend.orElse(null) instanceof ServiceBackend service
            && service.name().filter(name::equals).isPresent();
    return !name.isEmpty()
            && !same
            && services.findFirstPort(namespace, name)
                instanceof Services.Found.Ready(Backend ready)
        ? Optional.of(Target.of(ready))
        : Optional.empty();
  }

  private void add(NginxIngress ingress) {
    Owner owner = ingress.owner();
    ingress.doubts().forEach(doubt -> out.doubt(owner, doubt));
    List<Rule> rules = owner.ingress().spec().rules();
    Set<String> redirected = new HashSet<>();
    for (int r = 0; r < rules.size(); r++) {
      addRule(ingress, r, redirected);
    }
    addDefault(ingress, rules, redirected);
  }

  /**
   * @param redirected takes the hosts whose other spelling was thought of
   */
  private void addRule(NginxIngress ingress, int r, Set<String> redirected) {
    Rule rule = ingress.owner().ingress().spec().rules().get(r);
    String host = rule.host().orElse("");
    List<String> names = names(ingress, host);
    boolean regex = regexHosts.contains(host);
    for (int p = 0; p < rule.paths().size(); p++) {
      HttpPath path = rule.paths().get(p);
      if (!(path.backend().orElse(null) instanceof ServiceBackend)) {
        continue;
      }
      NginxLocation location =
          new NginxLocation(ingress, r, p, names, path.path().orElse(""), path.type(), regex);
      add(location, reach(ingress, path.backend()), path.backend(), Router.NONE);
      if (redirected.add(host)) {
        addWww(location, host);
      }
    }
  }

  /** The host and the aliases that are free. */
  private List<String> names(NginxIngress ingress, String host) {
    if (host.isEmpty()) {
      return List.of();
    }
    List<String> names = new ArrayList<>(List.of(host));
    for (String alias : ingress.annotations().list("server-alias")) {
      String name = alias.toLowerCase(Locale.ROOT);
      if (!hosts.contains(name) && ingress.owner().name().equals(aliases.get(name))) {
        names.add(alias);
      }
    }
    return List.copyOf(names);
  }

  private void add(NginxLocation location, Target primary, Optional<Backend> backend, int rival) {
    Owner owner = location.ingress().owner();
    Optional<NginxCanaries.Canary> found =
        backend.flatMap(b -> canaries.find(owner.namespace(), b));
    if (found.isEmpty()) {
      add(location, Condition.NONE, primary, rival);
      return;
    }
    NginxCanaries.Canary canary = found.get();
    Target mixed =
        canary.share() <= 0
            ? primary
            : canary.share() >= 1
                ? canary.target()
                : new Target.Weighted(primary, canary.target(), canary.share());
    add(location, Condition.NONE, mixed, rival);
    if (!canary.yes().isNone()) {
      add(location, canary.yes(), canary.target(), rival);
    }
    if (!canary.no().isNone()) {
      add(location, canary.no(), primary, rival);
    }
  }

  private void add(NginxLocation location, Condition condition, Target target, int rival) {
    switch (location.router(condition, target, rival)) {
      case NginxLocation.Made.Ready(Router router) -> out.plain.add(router);
      case NginxLocation.Made.Refused(Router router, String reason) ->
          out.dropped.add(new Routers.Dropped(router, reason));
    }
  }

  /** The same router for the other spelling of the host, which only redirects. */
  private void addWww(NginxLocation location, String host) {
    boolean www = host.startsWith("www.");
    String other = www ? host.substring(4) : "www." + host;
    boolean on = location.ingress().annotations().isOn("from-to-www-redirect");
    if (on && !host.isEmpty() && !host.startsWith("*.") && !hosts.contains(other)) {
      out.plain.add(location.wwwRedirect(other, host));
    }
  }

  private void addDefault(NginxIngress ingress, List<Rule> rules, Set<String> redirected) {
    Optional<Backend> backend = ingress.owner().ingress().spec().defaultBackend();
    if (!(backend.orElse(null) instanceof ServiceBackend)) {
      return;
    }
    Target target = reach(ingress, backend);
    if (rules.isEmpty()) {
      if (!hasGlobalDefault) {
        hasGlobalDefault = true;
        Way way = NginxWay.of(ingress, "", false).way();
        out.plain.add(Router.ofEverything(ingress.owner(), target, way));
      } else {
        out.leftOut.add(
            new LeftOut(
                ingress.owner().at(FieldPath.defaultBackend()),
                "Another Ingress without rules, or the provider, has the default backend"
                    + " already."));
      }
      return;
    }
    Set<String> seen = new HashSet<>();
    rules.forEach(rule -> seen.add(rule.host().orElse("")));
    int rival = Router.NONE;
    if (seen.size() > 1) {
      rival = out.rivals.size();
      out.rivals.add(seen.size());
    }
    for (int r = 0; r < rules.size(); r++) {
      String host = rules.get(r).host().orElse("");
      if (seen.remove(host)) {
        NginxLocation location =
            new NginxLocation(
                ingress,
                r,
                Router.NONE,
                names(ingress, host),
                "",
                PathType.PREFIX,
                regexHosts.contains(host));
        add(location, target, Optional.empty(), rival);
        if (redirected.add(host)) {
          addWww(location, host);
        }
      }
    }
  }

  /** Option defaultBackendService, {@code namespace/name}: serves what no router takes. */
  private void addProviderDefault(String text) {
    int slash = text.indexOf('/');
    if (slash > 0
        && services.findFirstPort(text.substring(0, slash), text.substring(slash + 1))
            instanceof Services.Found.Ready(Backend ready)) {
      hasGlobalDefault = true;
      out.providerDefault = Optional.of(ready);
    }
  }
}
