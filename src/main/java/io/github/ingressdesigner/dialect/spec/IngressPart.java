package io.github.ingressdesigner.dialect.spec;

import io.github.ingressdesigner.dialect.common.HostIndex;
import io.github.ingressdesigner.dialect.common.IngressClassNames;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.model.Rule;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An Ingress with its rules compiled one by one, before hosts are put together. */
final class IngressPart {
  final ResourceId id;
  final Ingress ingress;
  final String name;
  final Optional<String> className;
  private final SpecPaths[] rules;

  private IngressPart(ResourceId id, Ingress ingress, SpecPaths[] rules) {
    this.id = id;
    this.ingress = ingress;
    this.name = ingress.meta().qualifiedName();
    this.className = IngressClassNames.named(ingress);
    this.rules = rules;
  }

  /** Takes the compiled paths of rules that are the same records as in {@code previous}. */
  static IngressPart of(ResourceId id, Ingress ingress, @Nullable IngressPart previous) {
    List<Rule> now = ingress.spec().rules();
    List<Rule> before = previous == null ? List.of() : previous.ingress.spec().rules();
    SpecPaths[] compiled = new SpecPaths[now.size()];
    List<Integer> missing = new ArrayList<>();
    for (int i = 0; i < compiled.length; i++) {
      if (previous != null && i < before.size() && before.get(i) == now.get(i)) {
        compiled[i] = previous.rules[i];
      } else {
        missing.add(i);
      }
    }
    Map<Rule, SpecPaths> moved = moved(missing.size(), before, previous);
    for (int i : missing) {
      SpecPaths known = moved.get(now.get(i));
      compiled[i] = known == null ? new SpecPaths(now.get(i).paths()) : known;
    }
    return new IngressPart(id, ingress, compiled);
  }

  /** By identity; only worth making where several rules moved. */
  private static Map<Rule, SpecPaths> moved(
      int missing, List<Rule> before, @Nullable IngressPart previous) {
    Map<Rule, SpecPaths> known = new IdentityHashMap<>();
    if (previous != null && missing > 1) {
      for (int i = 0; i < before.size(); i++) {
        known.put(before.get(i), previous.rules[i]);
      }
    }
    return known;
  }

  int ruleCount() {
    return rules.length;
  }

  SpecPaths paths(int rule) {
    return rules[rule];
  }

  /** The host pattern of a rule in lower case; empty for every host. */
  String host(int rule) {
    return HostIndex.lower(ingress.spec().rules().get(rule).host().orElse(""));
  }

  boolean namesHost(String pattern) {
    String key = HostIndex.lower(pattern);
    for (int rule = 0; rule < rules.length; rule++) {
      if (host(rule).equals(key)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a rule names this request's host, or there is none and so every host is meant. */
  boolean wouldTake(String requestHost) {
    List<String> hosts = new ArrayList<>();
    for (int rule = 0; rule < rules.length; rule++) {
      hosts.add(host(rule));
    }
    return hosts.isEmpty() || HostIndex.of(hosts).find(requestHost) != HostIndex.NONE;
  }

  Location defaultBackendAt() {
    return Location.of(id).key("spec").key("defaultBackend");
  }

  /** Whether hosts are put together as before: only what stands inside rules may differ. */
  boolean isLaidOutAs(IngressPart other) {
    if (other == this) {
      return true;
    }
    if (!other.id.equals(id)
        || !other.name.equals(name)
        || !other.className.equals(className)
        || !other.ingress.meta().creationTimestamp().equals(ingress.meta().creationTimestamp())
        || other.rules.length != rules.length) {
      return false;
    }
    List<Rule> mine = ingress.spec().rules();
    List<Rule> others = other.ingress.spec().rules();
    for (int i = 0; i < rules.length; i++) {
      if (mine.get(i) != others.get(i) && !mine.get(i).host().equals(others.get(i).host())) {
        return false;
      }
    }
    return true;
  }
}
