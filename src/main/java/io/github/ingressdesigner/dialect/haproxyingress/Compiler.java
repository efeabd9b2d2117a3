package io.github.ingressdesigner.dialect.haproxyingress;

import io.github.ingressdesigner.dialect.common.IngressClassNames;
import io.github.ingressdesigner.dialect.common.IngressOrder;
import io.github.ingressdesigner.dialect.common.ServiceLookup;
import io.github.ingressdesigner.dialect.haproxyingress.HostMap.Alias;
import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.IngressClass;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
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

/** From Ingresses to hosts with their paths (pkg/converters/ingress/ingress.go). */
public final class Compiler {
  static final String CONTROLLER = "haproxy-ingress.github.io/controller";

  /** A host as the controller keeps it. */
  static final class Host {
    final String name;
    final List<Target> targets = new ArrayList<>();
    final Map<String, String> annotations = new HashMap<>();
    final Map<String, Location> places = new HashMap<>();
    final Set<Known> known = new HashSet<>();
    boolean secure;

    Host(String name) {
      this.name = name;
    }
  }

  /** What the annotations of an Ingress say of all its paths. */
  private record Common(
      Annotations annotations,
      String name,
      List<HeaderTest> headers,
      Optional<String> redirect,
      Optional<String> pathType,
      Optional<String> rewrite,
      boolean ssl) {
    static Common of(Annotations annotations, boolean ssl) {
      return new Common(
          annotations,
          annotations.ingress().meta().qualifiedName(),
          List.copyOf(
              HeaderTest.of(
                  annotations.find("http-header-match"),
                  annotations.find("http-header-match-regex"))),
          annotations.find("redirect-to").filter(v -> !v.isEmpty()),
          annotations.find("path-type"),
          annotations.find("rewrite-target"),
          annotations.isOn("ssl-redirect", ssl));
    }
  }

  /** What makes two paths of a host the same; expressions count by their text. */
  private record Known(MatchType match, String path, String headers) {}

  private static final List<String> OF_HOST =
      List.of(
          "app-root", "redirect-from", "redirect-from-regex", "server-alias", "server-alias-regex");

  private final Resources resources;
  private final DialectConfig config;
  private final ServiceLookup services;
  private final Map<String, Host> hosts = new LinkedHashMap<>();
  private final Host any = new Host("");
  private final List<LeftOut> leftOut = new ArrayList<>();
  private final List<Effect> effects = new ArrayList<>();
  private final Map<Ingress, Annotations> unmodelled = new LinkedHashMap<>();
  private final Map<String, IngressClass> classes = new HashMap<>();
  private final List<String> withoutRedirect;
  private Optional<Target> brokenRedirect = Optional.empty();

  private Compiler(Resources resources, DialectConfig config) {
    this.resources = resources;
    this.config = config;
    this.services = ServiceLookup.of(resources);
    this.withoutRedirect =
        List.of(config.get("no-tls-redirect-locations", "/.well-known/acme-challenge").split(","))
            .stream()
            .map(String::strip)
            .filter(start -> !start.isEmpty())
            .toList();
    resources.ingressClasses().forEach(c -> c.meta().name().ifPresent(n -> classes.put(n, c)));
  }

  /** Total. */
  public static HaproxyIngressTable compile(Resources resources, DialectConfig config) {
    return new Compiler(resources, config).compile();
  }

  private HaproxyIngressTable compile() {
    List<Resources.Located> sorted = new ArrayList<>(resources.ingresses().toList());
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
        map(false),
        map(true),
        redirects(false),
        redirects(true),
        defaults(),
        brokenRedirect,
        leftOut,
        effects,
        unmodelled);
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
    if (Annotations.UNKNOWN.stream().anyMatch(key -> annotations.find(key).isPresent())) {
      unmodelled.put(ingress, annotations);
    }
    EffectWords.add(annotations, effects);
    Common common = Common.of(annotations, config.isOn("ssl-redirect", true));
    Set<String> secure = new HashSet<>();
    ingress.spec().tls().forEach(tls -> tls.hosts().forEach(h -> secure.add(lower(h))));
    ingress
        .spec()
        .defaultBackend()
        .ifPresent(
            backend -> {
              HttpPath path =
                  new HttpPath(Optional.of("/"), Optional.empty(), Optional.of(backend));
              Location at = new Location(id, FieldPath.defaultBackend());
              add(any, common, path, at, MatchType.BEGIN, false);
            });
    List<Rule> rules = ingress.spec().rules();
    for (int i = 0; i < rules.size(); i++) {
      Rule rule = rules.get(i);
      String name = lower(rule.host().orElse(""));
      Host host = name.isEmpty() ? any : hosts.computeIfAbsent(name, Host::new);
      boolean isSecure = !name.isEmpty() && secure.contains(name);
      for (int j = 0; j < rule.paths().size(); j++) {
        HttpPath path = rule.paths().get(j);
        Location at = new Location(id, FieldPath.path(i, j));
        add(host, common, path, at, MatchType.of(path, common.pathType), isSecure);
      }
      host.secure |= isSecure && !rule.paths().isEmpty();
      if (rule.hasHttp()) {
        annotate(host, annotations);
      }
    }
  }

  private static void annotate(Host host, Annotations annotations) {
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

  private void add(
      Host host, Common common, HttpPath path, Location at, MatchType match, boolean secure) {
    String text = path.path().filter(p -> !p.isEmpty()).orElse("/");
    Ingress ingress = common.annotations.ingress();
    Optional<String> redirect = common.redirect;
    String namespace = ingress.meta().namespaceOrDefault();
    Optional<Backend> backend = path.backend();
    boolean ready = backend.filter(b -> services.isWithoutEndpoints(namespace, b)).isEmpty();
    Optional<Backend> resolved = backend.flatMap(b -> resolve(namespace, b));
    if (resolved.isEmpty() && redirect.isEmpty()) {
      leftOut.add(new LeftOut(at, missing(namespace, backend)));
      return;
    }
    if (!host.known.add(new Known(match, text, common.headers.toString()))) {
      leftOut.add(
          new LeftOut(
              at,
              "The same host, path and type stand in an older Ingress or above; that one counts."));
      return;
    }
    Target target =
        new Target(
            ingress,
            common.name,
            text,
            match,
            path.pathType().isEmpty() && path.path().equals(Optional.of("/"))
                ? PathType.PREFIX
                : path.type(),
            at,
            common.headers,
            resolved.orElse(new Backend.ServiceBackend(Optional.empty(), Optional.empty())),
            ready,
            secure && common.ssl && isRedirected(text),
            secure,
            redirect,
            common.rewrite.flatMap(
                value -> Rewrite.of(text, match, value, common.annotations.at("rewrite-target"))));
    if (redirect.isPresent() && host == any && brokenRedirect.isEmpty()) {
      brokenRedirect = Optional.of(target);
    }
    host.targets.add(target);
  }

  private boolean isRedirected(String path) {
    for (String start : withoutRedirect) {
      if (path.startsWith(start)) {
        return false;
      }
    }
    return true;
  }

  private Optional<Backend> resolve(String namespace, Backend backend) {
    return backend instanceof Backend.ServiceBackend
            && services.findWithoutEndpoints(namespace, backend)
                instanceof ServiceLookup.Found.Ready(Backend found)
        ? Optional.of(found)
        : Optional.empty();
  }

  private String missing(String namespace, Optional<Backend> backend) {
    if (backend.isPresent()
        && services.findWithoutEndpoints(namespace, backend.get())
            instanceof ServiceLookup.Found.Unavailable(String reason)) {
      return reason + " The path is left out.";
    }
    return "It names no Service. The path is left out.";
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
      for (Target target : host.targets) {
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
      List<Target> targets = host.targets.stream().filter(part::holds).toList();
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
        && host.targets.getFirst() != target;
  }

  private HostMap defaults() {
    List<MapEntry> entries = new ArrayList<>();
    boolean strict = config.isOn("strict-host", false);
    for (Target target : any.targets) {
      if (!(strict && isHiddenByStrictHost(any, target))) {
        entries.add(new MapEntry("", false, target, entries.size()));
      }
    }
    return new HostMap(entries.isEmpty() ? Map.of() : Map.of("", entries), List.of());
  }
}
