package io.github.ingressdesigner.dialect.f5nginx;

import io.github.ingressdesigner.dialect.common.IngressClassNames;
import io.github.ingressdesigner.dialect.common.Later;
import io.github.ingressdesigner.dialect.common.ServiceLookup;
import io.github.ingressdesigner.dialect.nginx.Locations;
import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.Backend.ServiceBackend;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.IngressClass;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.model.Rule;
import io.github.ingressdesigner.model.TlsEntry;
import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.RouteTable.LeftOut;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * From Ingresses to server blocks (internal/k8s/configuration.go, buildHostsAndResources;
 * internal/configs/ingress.go, generateNginxCfg).
 */
public final class Compiler {
  static final String CONTROLLER = "nginx.org/ingress-controller";

  private final Resources resources;
  private final DialectConfig config;
  private final ServiceLookup services;
  private final Map<String, IngressClass> classes = new HashMap<>();
  private final List<LeftOut> leftOut = new ArrayList<>();
  private final List<Outcome.ConfigRejected> rejections = new ArrayList<>();

  /**
   * What all servers of an Ingress have in common.
   *
   * @param rules by host, the one rule that an Ingress may have for it
   * @param tls by host with TLS, whether a Secret is named (addSSLConfig; the last entry counts)
   * @param mayFail whether annotations may write what NGINX refuses
   */
  private record Common(
      Map<String, Integer> rules,
      Map<String, Boolean> tls,
      boolean sslRedirect,
      boolean redirectToHttps,
      int redirectCode,
      Optional<String> appRoot,
      boolean mayFail) {
    static Common of(Valid valid, DialectConfig config) {
      Annotations annotations = valid.annotations();
      List<Rule> written = valid.rules();
      Map<String, Integer> rules = HashMap.newHashMap(written.size());
      for (int i = 0; i < written.size(); i++) {
        rules.put(written.get(i).host().orElse(""), i);
      }
      Map<String, Boolean> secure = new HashMap<>();
      for (TlsEntry tls : valid.ingress().spec().tls()) {
        boolean named = tls.secretName().filter(name -> !name.isEmpty()).isPresent();
        tls.hosts().forEach(host -> secure.put(host, named));
      }
      return new Common(
          rules,
          secure,
          annotations.redirectsToTls(config.isOn("ssl-redirect", true)),
          annotations.isOn("redirect-to-https", config.isOn("redirect-to-https", false)),
          annotations
              .find("http-redirect-code")
              .or(() -> config.find("http-redirect-code"))
              .filter(AnnotationValues.REDIRECT_CODES::contains)
              .map(Integer::parseInt)
              .orElse(301),
          annotations.find("app-root").filter(r -> r.startsWith("/")),
          annotations.find("path-regex").isPresent()
              || annotations.find("rewrites").isPresent()
              || annotations.find("rewrite-target").isPresent());
    }
  }

  private final Map<Valid, Common> commons = new IdentityHashMap<>();

  private Compiler(Resources resources, DialectConfig config) {
    this.resources = resources;
    this.config = config;
    this.services = ServiceLookup.of(resources);
    resources.ingressClasses().forEach(c -> c.meta().name().ifPresent(n -> classes.put(n, c)));
  }

  /** Total. */
  public static F5NginxTable compile(Resources resources, DialectConfig config) {
    return new Compiler(resources, config).compile();
  }

  private F5NginxTable compile() {
    List<Valid> owners = new ArrayList<>();
    Map<String, List<Valid>> minions = new LinkedHashMap<>();
    for (Resources.Located located : resources.ingresses().toList()) {
      Ingress ingress = (Ingress) located.resource();
      Annotations annotations = new Annotations(ingress, located.id());
      BitSet odd = new BitSet();
      Optional<String> refusal =
          foreign(ingress).or(() -> Validation.refusal(annotations, config, odd));
      if (refusal.isPresent()) {
        leftOut.add(new LeftOut(Location.of(located.id()), refusal.get()));
        continue;
      }
      Valid valid = new Valid(annotations, ingress.meta().qualifiedName(), odd);
      if (annotations.mergeableType().equals("minion")) {
        String host = ingress.spec().rules().getFirst().host().orElse("");
        minions.computeIfAbsent(host, h -> new ArrayList<>()).add(valid);
      } else {
        owners.add(valid);
      }
    }
    Map<String, List<HostServer>> servers = new LinkedHashMap<>();
    Set<String> masters = new HashSet<>();
    hosts(owners)
        .forEach(
            (host, winners) -> {
              List<HostServer> built = new ArrayList<>(1);
              for (Valid winner : winners) {
                boolean master = winner.annotations().mergeableType().equals("master");
                if (master) {
                  masters.add(host);
                }
                built.addAll(servers(winner, host, minions.getOrDefault(host, List.of())));
              }
              servers.put(host, List.copyOf(built));
            });
    minions.forEach(
        (host, orphans) -> {
          if (!masters.contains(host)) {
            orphans.forEach(
                o ->
                    leftOut.add(
                        new LeftOut(
                            Location.of(o.annotations().id()),
                            "No master Ingress has the host " + host + ".")));
          }
        });
    return new F5NginxTable(config, servers, rejections, leftOut);
  }

  /** internal/k8s/controller.go, HasCorrectIngressClass: the annotation goes first. */
  private Optional<String> foreign(Ingress ingress) {
    String own = config.get("ingress-class", "nginx");
    Optional<String> name =
        Optional.ofNullable(ingress.meta().annotations().get(IngressClassNames.ANNOTATION))
            .filter(n -> !n.isEmpty())
            .or(() -> ingress.spec().ingressClassName().filter(n -> !n.isEmpty()))
            .or(this::defaultClass);
    if (name.isEmpty()) {
      return Optional.of("It names no class, and such an Ingress is not served.");
    }
    IngressClass document = classes.get(name.get());
    boolean ours = document != null && document.controller().filter(CONTROLLER::equals).isPresent();
    return name.get().equals(own) || ours && !classes.containsKey(own)
        ? Optional.empty()
        : Optional.of("Its class is " + name.get() + ", not " + own + ".");
  }

  private Optional<String> defaultClass() {
    return classes.values().stream()
        .filter(IngressClass::isDefault)
        .flatMap(c -> c.meta().name().stream())
        .findFirst();
  }

  /** A host belongs to the oldest; of one age, to the greater uid, which files do not tell. */
  private Map<String, List<Valid>> hosts(List<Valid> owners) {
    Map<String, List<Valid>> hosts = new LinkedHashMap<>();
    for (Valid valid : owners) {
      for (Rule rule : valid.rules()) {
        hosts.computeIfAbsent(rule.host().orElse(""), h -> new ArrayList<>(1)).add(valid);
      }
    }
    hosts.replaceAll((host, all) -> winners(host, all));
    return hosts;
  }

  private List<Valid> winners(String host, List<Valid> all) {
    if (all.size() == 1) {
      return all;
    }
    List<Valid> winners = new ArrayList<>();
    for (Valid valid : all) {
      int compared = winners.isEmpty() ? 0 : Valid.compare(valid, winners.getFirst());
      if (compared < 0) {
        winners.clear();
      }
      if (compared <= 0) {
        winners.add(valid);
      }
    }
    for (Valid valid : all) {
      if (!winners.contains(valid)) {
        leftOut.add(
            new LeftOut(
                Location.of(valid.annotations().id()),
                "The host %s belongs to %s, which is older. Rules of other Ingresses for it are not merged."
                    .formatted(host, winners.getFirst().name())));
      }
    }
    return winners;
  }

  /** Two where chance decides which minion has a path. */
  private List<HostServer> servers(Valid owner, String host, List<Valid> minions) {
    if (!owner.annotations().mergeableType().equals("master")) {
      return List.of(server(owner, host, Optional.empty()));
    }
    Merge merge = Merge.of(minions, false);
    HostServer first = server(owner, host, Optional.of(merge));
    return merge.tied()
        ? List.of(first, server(owner, host, Optional.of(Merge.of(minions, true))))
        : List.of(first);
  }

  private HostServer server(Valid owner, String host, Optional<Merge> merge) {
    Annotations annotations = owner.annotations();
    List<Location> rules = new ArrayList<>(1);
    Common common = commons.computeIfAbsent(owner, valid -> Common.of(valid, config));
    Integer rule = common.rules.get(host);
    if (rule != null) {
      rules.add(new Location(annotations.id(), FieldPath.rule(rule)));
    }
    Later<Locations<PathRoute>> later;
    if (rule == null || merge.isPresent() || common.mayFail || owner.odd().get(rule)) {
      Locations<PathRoute> built = locations(owner, rule, merge, rules);
      built
          .rejection()
          .ifPresent(
              reason -> {
                String where = reason + " (" + host + ")";
                rejections.add(new Outcome.ConfigRejected(where, rules.stream().findFirst()));
              });
      later = new Later<>(() -> built);
    } else {
      // Nothing of it can be refused or left out.
      ServiceLookup known = services;
      later = new Later<>(() -> locations(known, owner, rule));
    }
    return new HostServer(
        host,
        owner.name(),
        annotations,
        host.isEmpty() || common.tls.containsKey(host),
        !common.tls.getOrDefault(host, true) && config.get("wildcard-tls-secret", "").isEmpty(),
        common.sslRedirect,
        common.redirectToHttps,
        common.redirectCode,
        common.appRoot,
        rules,
        later);
  }

  private static Locations<PathRoute> locations(ServiceLookup services, Valid owner, int rule) {
    List<io.github.ingressdesigner.dialect.nginx.Location<PathRoute>> locations =
        new ArrayList<>(owner.rules().get(rule).paths().size());
    PathWriter writer = new PathWriter(services, owner, Optional.empty(), new ArrayList<>());
    List<HttpPath> paths = owner.rules().get(rule).paths();
    for (int i = 0; i < paths.size(); i++) {
      if (paths.get(i).backend().isPresent()) {
        locations.add(
            writer.of(
                paths.get(i), new Location(owner.annotations().id(), FieldPath.path(rule, i))));
      }
    }
    defaultBackend(writer, locations);
    return Locations.ofUnequal(locations, Optional.empty());
  }

  /**
   * With what of it is refused or left out.
   *
   * @param rules takes the rules of minions
   */
  private Locations<PathRoute> locations(
      Valid owner, @Nullable Integer rule, Optional<Merge> merge, List<Location> rules) {
    List<io.github.ingressdesigner.dialect.nginx.Location<PathRoute>> locations = new ArrayList<>();
    if (rule != null) {
      paths(owner, rule, locations, Optional.empty(), Optional.empty());
    }
    if (merge.isPresent()) {
      for (Valid minion : merge.get().minions()) {
        rules.add(new Location(minion.annotations().id(), FieldPath.rule(0)));
        paths(
            minion, 0, locations, Optional.of(owner), Optional.of(merge.get().held().get(minion)));
      }
    } else {
      defaultBackend(new PathWriter(services, owner, Optional.empty(), rejections), locations);
    }
    return Locations.of(locations);
  }

  private void paths(
      Valid owner,
      int rule,
      List<io.github.ingressdesigner.dialect.nginx.Location<PathRoute>> locations,
      Optional<Valid> master,
      Optional<Set<String>> held) {
    List<HttpPath> paths = owner.rules().get(rule).paths();
    PathWriter writer = new PathWriter(services, owner, master, rejections);
    for (int i = 0; i < paths.size(); i++) {
      HttpPath path = paths.get(i);
      Location at = new Location(owner.annotations().id(), FieldPath.path(rule, i));
      if (held.isPresent() && !held.get().contains(path.path().orElse(""))) {
        leftOut.add(
            new LeftOut(
                at,
                "Another minion of the host that is older has this path, or this one has it"
                    + " twice."));
      } else if (path.backend().filter(ServiceBackend.class::isInstance).isPresent()) {
        locations.add(writer.of(path, at));
      }
    }
  }

  private static void defaultBackend(
      PathWriter writer,
      List<io.github.ingressdesigner.dialect.nginx.Location<PathRoute>> locations) {
    Valid owner = writer.owner();
    Optional<Backend> backend = owner.ingress().spec().defaultBackend();
    if (backend.isEmpty()) {
      return;
    }
    boolean root =
        locations.stream()
            .anyMatch(l -> l.route().path().equals("/") && l.route().type() != PathType.EXACT);
    if (!root) {
      HttpPath path = new HttpPath(Optional.of("/"), Optional.of("Prefix"), backend);
      Location at = new Location(owner.annotations().id(), FieldPath.defaultBackend());
      locations.add(writer.of(path, at));
    }
  }
}
