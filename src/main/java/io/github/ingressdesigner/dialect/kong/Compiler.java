package io.github.ingressdesigner.dialect.kong;

import io.github.ingressdesigner.dialect.common.IngressClassNames;
import io.github.ingressdesigner.dialect.common.IngressOrder;
import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.Backend.ServiceBackend;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.IngressClass;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.model.Rule;
import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.Outcome.ConfigRejected;
import io.github.ingressdesigner.route.RouteTable.Effect;
import io.github.ingressdesigner.route.RouteTable.LeftOut;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From Ingresses to routes of Kong (the controller's ingress.go and translate_ingress.go). */
public final class Compiler {
  private final Resources resources;
  private final DialectConfig config;
  private final Flavor flavor;
  private final RouteReader reader;
  private final Set<String> rewritten = new HashSet<>();
  private final Map<String, HostPart> hosts = new LinkedHashMap<>();
  private final List<LeftOut> leftOut = new ArrayList<>();
  private final List<Effect> effects = new ArrayList<>();
  private @Nullable ConfigRejected rejection;

  /** Whether a route is asked for more hosts than that of its rule. */
  private boolean isAcross;

  private Compiler(Resources resources, DialectConfig config) {
    this.resources = resources;
    this.config = config;
    this.flavor = Flavor.of(config);
    this.reader = new RouteReader(resources, flavor, rewritten);
    this.isAcross = flavor == Flavor.TRADITIONAL;
  }

  /** Total. Hosts are put together; their routes are read at the first question for each. */
  public static KongTable compile(Resources resources, DialectConfig config) {
    return new Compiler(resources, config).compile();
  }

  private KongTable compile() {
    List<Resources.Located> taken = new ArrayList<>();
    for (Resources.Located located : resources.all()) {
      if (!(located.resource() instanceof Ingress ingress)) {
        continue;
      }
      Optional<String> foreign = foreign(ingress);
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
    // What Kong refuses in one path stops all of them.
    hosts.values().stream().filter(HostPart::mayFail).forEach(this::reject);
    return new KongTable(
        flavor,
        List.copyOf(hosts.values()),
        isAcross,
        Optional.ofNullable(rejection),
        leftOut,
        effects);
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

  static String serviceKey(Ingress ingress, Backend backend) {
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
    Options options = Options.of(annotations, flavor);
    reject(options);
    RouteReader.Owner owner = new RouteReader.Owner(ingress, options);
    isAcross |= !options.aliases().isEmpty();
    List<Rule> rules = ingress.spec().rules();
    for (int i = 0; i < rules.size(); i++) {
      String host = rules.get(i).host().orElse("");
      isAcross |=
          flavor == Flavor.EXPRESSIONS
              && !host.isEmpty()
              && Annotations.hostsOnly(List.of(host)).isEmpty();
      host(host).add(new RouteReader.Source(owner, i));
    }
  }

  private HostPart host(String host) {
    HostPart known = hosts.get(host);
    if (known == null) {
      known = new HostPart(host, reader);
      hosts.put(host, known);
    }
    return known;
  }

  private void reject(Options options) {
    for (HeaderMatch header : options.headers()) {
      for (HeaderMatch.Value value : header.values()) {
        reject(value.refusal(), options.annotations().at("headers." + header.written()));
      }
    }
  }

  private void reject(HostPart host) {
    for (Candidate candidate : host.candidates()) {
      for (PathMatcher matcher : candidate.matchers) {
        reject(matcher.refusal(), matcher.from().at());
      }
    }
  }

  private void reject(String refusal, Location at) {
    if (!refusal.isEmpty() && rejection == null) {
      rejection = new ConfigRejected(refusal, Optional.of(at));
    }
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
      } else if (ingress.spec().defaultBackend().orElseThrow() instanceof ServiceBackend) {
        Annotations annotations = new Annotations(ingress.meta(), with.get(i).id());
        Options written = Options.of(annotations, flavor);
        Options options = flavor == Flavor.EXPRESSIONS ? written.notNarrowed() : written;
        reject(options);
        host("")
            .add(
                new RouteReader.Source(
                    new RouteReader.Owner(ingress, options), RouteReader.DEFAULT));
      } else {
        leftOut.add(new LeftOut(at, "The default backend is no Service, so it is ignored."));
      }
    }
  }
}
