package io.github.ingressdesigner.dialect.haproxyingress;

import io.github.ingressdesigner.dialect.common.IngressClassNames;
import io.github.ingressdesigner.dialect.common.IngressOrder;
import io.github.ingressdesigner.dialect.haproxyingress.HostMap.Alias;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.IngressClass;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.model.Rule;
import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.RouteTable.Effect;
import io.github.ingressdesigner.route.RouteTable.LeftOut;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** From Ingresses to hosts (pkg/converters/ingress/ingress.go). */
public final class Compiler {
  static final String CONTROLLER = "haproxy-ingress.github.io/controller";

  private static final List<String> OF_HOST =
      List.of(
          "app-root", "redirect-from", "redirect-from-regex", "server-alias", "server-alias-regex");

  /** What concerns more than the host of a path, so that all of it must be known. */
  private static final List<String> ACROSS_HOSTS =
      List.of(
          "app-root",
          "redirect-from",
          "redirect-from-regex",
          "server-alias",
          "server-alias-regex",
          "redirect-to",
          "http-header-match",
          "http-header-match-regex",
          "path-type");

  private final Resources resources;
  private final DialectConfig config;
  private final TargetReader reader;
  private final Map<String, Host> hosts = new LinkedHashMap<>();
  private final Host any;
  private final List<LeftOut> leftOut = new ArrayList<>();
  private final List<Effect> effects = new ArrayList<>();
  private final Map<Ingress, Annotations> unmodelled = new LinkedHashMap<>();
  private final Map<String, IngressClass> classes = new HashMap<>();
  private boolean isAcross;

  private Compiler(Resources resources, DialectConfig config) {
    this.resources = resources;
    this.config = config;
    this.reader = new TargetReader(resources, config);
    this.any = new Host("", reader);
    this.isAcross = config.isOn("strict-host", false);
    resources.ingressClasses().forEach(c -> c.meta().name().ifPresent(n -> classes.put(n, c)));
  }

  /** Total. Hosts are put together; their paths are read at the first question for each. */
  public static HaproxyIngressTable compile(Resources resources, DialectConfig config) {
    return new Compiler(resources, config).compile();
  }

  private HaproxyIngressTable compile() {
    List<Resources.Located> sorted = new ArrayList<>();
    for (Resources.Located located : resources.all()) {
      if (located.resource() instanceof Ingress) {
        sorted.add(located);
      }
    }
    sorted.sort(Comparator.comparing(l -> (Ingress) l.resource(), IngressOrder.OLDEST_FIRST));
    for (Resources.Located located : sorted) {
      Ingress ingress = (Ingress) located.resource();
      Optional<String> foreign = foreign(ingress);
      if (foreign.isPresent()) {
        leftOut.add(new LeftOut(Location.of(located.id()), foreign.get()));
      } else {
        add(ingress, located.id());
      }
    }
    return new HaproxyIngressTable(
        config,
        hosts,
        any,
        isAcross ? map(false) : HostMap.later(hosts.values().stream()),
        isAcross ? map(true) : HostMap.later(hosts.values().stream().filter(h -> h.secure)),
        isAcross ? redirects(false) : HostMap.NONE,
        isAcross ? redirects(true) : HostMap.NONE,
        defaults(),
        brokenRedirect(),
        leftOut,
        effects,
        unmodelled);
  }

  private Optional<Target> brokenRedirect() {
    return isAcross
        ? any.targets().stream().filter(target -> target.redirectTo().isPresent()).findFirst()
        : Optional.empty();
  }

  /** Why an Ingress takes no part (pkg/controller/services, IsValidIngress). */
  private Optional<String> foreign(Ingress ingress) {
    Optional<String> annotation =
        Optional.ofNullable(ingress.meta().annotations().get(IngressClassNames.ANNOTATION))
            .filter(c -> !c.isEmpty());
    String own = config.get("ingress-class", "haproxy");
    if (annotation.isPresent()) {
      return annotation.get().equals(own)
          ? Optional.empty()
          : Optional.of("Its class annotation is " + annotation.get() + ", not " + own + ".");
    }
    Optional<String> name = ingress.spec().ingressClassName().filter(n -> !n.isEmpty());
    if (name.isEmpty()) {
      return config.isOn("watch-ingress-without-class", true)
          ? Optional.empty()
          : Optional.of("It names no class, and watch-ingress-without-class is off.");
    }
    IngressClass document = classes.get(name.get());
    if (document == null) {
      return classes.isEmpty() && name.get().startsWith("haproxy")
          ? Optional.empty()
          : Optional.of("There is no IngressClass " + name.get() + " in the files.");
    }
    String controller = document.controller().orElse("");
    return controller.equals(CONTROLLER)
        ? Optional.empty()
        : Optional.of("IngressClass " + name.get() + " belongs to " + controller + ".");
  }

  private void add(Ingress ingress, ResourceId id) {
    Annotations annotations = new Annotations(ingress, id);
    if (!ingress.meta().annotations().isEmpty()) {
      if (Annotations.UNKNOWN.stream().anyMatch(key -> annotations.find(key).isPresent())) {
        unmodelled.put(ingress, annotations);
      }
      EffectWords.add(annotations, effects);
      isAcross |= ACROSS_HOSTS.stream().anyMatch(key -> annotations.find(key).isPresent());
    }
    TargetReader.Common common =
        TargetReader.Common.of(annotations, config.isOn("ssl-redirect", true));
    Set<String> secure = new HashSet<>();
    ingress.spec().tls().forEach(tls -> tls.hosts().forEach(h -> secure.add(lower(h))));
    if (ingress.spec().defaultBackend().isPresent()) {
      any.add(new TargetReader.Source(common, TargetReader.DEFAULT, false));
    }
    List<Rule> rules = ingress.spec().rules();
    for (int i = 0; i < rules.size(); i++) {
      Rule rule = rules.get(i);
      String name = lower(rule.host().orElse(""));
      Host host = name.isEmpty() ? any : host(name);
      boolean isSecure = !name.isEmpty() && secure.contains(name);
      host.add(new TargetReader.Source(common, i, isSecure));
      host.secure |= isSecure && !rule.paths().isEmpty();
      if (rule.hasHttp()) {
        annotate(host, annotations);
      }
    }
  }

  private Host host(String name) {
    Host known = hosts.get(name);
    if (known == null) {
      known = new Host(name, reader);
      hosts.put(name, known);
    }
    return known;
  }

  private static void annotate(Host host, Annotations annotations) {
    if (annotations.ingress().meta().annotations().isEmpty()) {
      return;
    }
    for (String key : OF_HOST) {
      annotations
          .find(key)
          .filter(value -> !value.isEmpty())
          .ifPresent(
              value -> {
                if (host.annotations.putIfAbsent(key, value) == null) {
                  host.places.put(key, annotations.at(key));
                }
              });
    }
  }

  private static String lower(String host) {
    return host.toLowerCase(Locale.ROOT);
  }

  private interface Part {
    boolean holds(Target target);
  }

  private HostMap map(boolean tls) {
    return map(target -> target.redirectTo().isEmpty() && (!tls || target.secure()), tls);
  }

  private HostMap redirects(boolean tls) {
    return map(target -> target.redirectTo().isPresent() && (!tls || target.secure()), false);
  }

  /** Entries of hosts of their own come before those of aliases for them. */
  private HostMap map(Part part, boolean tls) {
    Map<String, List<MapEntry>> entries = new LinkedHashMap<>();
    List<Alias> aliases = new ArrayList<>();
    int order = 0;
    boolean strict = config.isOn("strict-host", false);
    for (Host host : hosts.values()) {
      List<MapEntry> own = new ArrayList<>();
      for (Target target : host.targets()) {
        if (part.holds(target) && !(strict && isHiddenByStrictHost(host, target))) {
          own.add(new MapEntry(host.name, false, target, order++));
        }
      }
      if (!own.isEmpty() || host.annotations.containsKey("server-alias")) {
        entries.put(host.name, own);
      }
    }
    for (Host host : hosts.values()) {
      if (host.annotations.isEmpty()) {
        continue;
      }
      List<Target> targets = host.targets().stream().filter(part::holds).toList();
      Optional<String> alias = Optional.ofNullable(host.annotations.get("server-alias"));
      if (alias.isPresent()) {
        String name = lower(alias.get().strip());
        List<MapEntry> own = entries.computeIfAbsent(name, h -> new ArrayList<>());
        for (Target target : targets) {
          own.add(new MapEntry(name, true, target, order++));
        }
      }
      Optional.ofNullable(host.annotations.get("server-alias-regex"))
          .ifPresent(e -> aliases.add(new Alias(lower(e), targets)));
    }
    entries.values().removeIf(List::isEmpty);
    return new HostMap(entries, aliases);
  }

  /** An implicit begin / of a strict host goes before every begin / but the host's first path. */
  static boolean isHiddenByStrictHost(Host host, Target target) {
    return target.match() == MatchType.BEGIN
        && target.path().equals("/")
        && target.headers().isEmpty()
        && host.targets().getFirst() != target;
  }

  private HostMap defaults() {
    if (!isAcross) {
      return HostMap.later(Stream.of(any));
    }
    List<MapEntry> entries = new ArrayList<>();
    boolean strict = config.isOn("strict-host", false);
    for (Target target : any.targets()) {
      if (!(strict && isHiddenByStrictHost(any, target))) {
        entries.add(new MapEntry("", false, target, entries.size()));
      }
    }
    return new HostMap(entries.isEmpty() ? Map.of() : Map.of("", entries), List.of());
  }
}
