package io.github.ingressdesigner.dialect.contour;

import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.model.Rule;
import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.RouteTable.Effect;
import io.github.ingressdesigner.route.RouteTable.LeftOut;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From Ingresses to virtual hosts (internal/dag/ingress_processor.go). */
public final class Compiler {
  static final String REDIRECT = "ingress.kubernetes.io/force-ssl-redirect";
  static final String ALLOW_HTTP = "kubernetes.io/ingress.allow-http";

  private final Resources resources;
  private final Options options;
  private final RouteReader reader;
  private final Certificates certificates;
  private final Map<String, HostPart> hosts = new LinkedHashMap<>();
  private final List<Skipped> skipped = new ArrayList<>();
  private final List<Effect> effects = new ArrayList<>();

  private Compiler(Resources resources, DialectConfig config) {
    this.resources = resources;
    this.options = Options.of(config);
    this.reader = new RouteReader(resources, options);
    this.certificates = new Certificates(resources);
  }

  /** Total. Hosts are put together; their routes are read at the first question for each. */
  public static ContourTable compile(Resources resources, DialectConfig config) {
    return new Compiler(resources, config).compile();
  }

  private ContourTable compile() {
    Participation participation = new Participation(resources, options);
    for (Resources.Located located : resources.all()) {
      if (!(located.resource() instanceof Ingress ingress)) {
        continue;
      }
      Optional<String> foreign = participation.foreign(ingress);
      if (foreign.isPresent()) {
        LeftOut leftOut = new LeftOut(Location.of(located.id()), foreign.get());
        skipped.add(new Skipped(hosts(ingress), leftOut));
      } else {
        certificates.add(ingress);
        add(ingress, located.id());
      }
    }
    return new ContourTable(hosts.values(), skipped, effects, Proxies.of(resources), options);
  }

  private static Set<String> hosts(Ingress ingress) {
    Set<String> hosts = new HashSet<>();
    ingress.spec().rules().forEach(rule -> hosts.add(rule.host().orElse("")));
    if (ingress.spec().defaultBackend().isPresent()) {
      hosts.add("");
    }
    return hosts;
  }

  private void add(Ingress ingress, ResourceId id) {
    EffectWords.add(ingress, id, effects);
    if (ingress.spec().defaultBackend().isPresent()) {
      host("").add(new RouteReader.Source(ingress, id, RouteReader.DEFAULT));
    }
    List<Rule> rules = ingress.spec().rules();
    for (int i = 0; i < rules.size(); i++) {
      host(rules.get(i).host().orElse("")).add(new RouteReader.Source(ingress, id, i));
    }
  }

  private HostPart host(String host) {
    HostPart known = hosts.get(host);
    if (known == null) {
      known = new HostPart(host, reader, certificates);
      hosts.put(host, known);
    }
    return known;
  }
}
