package io.github.ingressdesigner.dialect.spec;

import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.Backend.ServiceBackend;
import io.github.ingressdesigner.model.DocumentId;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.IngressSpec;
import io.github.ingressdesigner.model.ObjectMeta;
import io.github.ingressdesigner.model.Port;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.model.Resources.Located;
import io.github.ingressdesigner.model.Rule;
import io.github.ingressdesigner.route.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Small random sets over few names, so that hosts and paths meet often. */
final class RandomIngresses {
  private static final List<String> HOSTS =
      List.of("a.x", "b.x", "A.x", "*.x", "*.a.x", "x", "c.a.x", "");
  private static final List<String> ELEMENTS = List.of("a", "b", "ab", "A", "");
  private static final List<String> TYPES =
      List.of("Exact", "Prefix", "Prefix", "ImplementationSpecific", "Odd");

  private final Random random;
  private int services;

  RandomIngresses(long seed) {
    random = new Random(seed);
  }

  Resources resources() {
    List<Located> all = new ArrayList<>();
    for (int i = random.nextInt(4) + 1; i > 0; i--) {
      all.add(located(all.size()));
    }
    return new Resources(all);
  }

  private Located located(int document) {
    ResourceId id = ResourceId.whole(new FileId("/t.yaml"), new DocumentId(document));
    return new Located(id, ingress(meta(document), rules()));
  }

  private ObjectMeta meta(int document) {
    Optional<String> age =
        random.nextInt(4) > 0
            ? Optional.empty()
            : Optional.of("2024-01-0" + (random.nextInt(3) + 1) + "T00:00:00Z");
    String name = random.nextInt(8) == 0 ? "same" : "i" + random.nextInt(3) + document;
    return new ObjectMeta(Optional.of(name), Optional.empty(), Map.of(), Map.of(), age);
  }

  private Ingress ingress(ObjectMeta meta, List<Rule> rules) {
    Optional<String> className =
        random.nextInt(8) == 0
            ? Optional.of(random.nextBoolean() ? "nginx" : "odd")
            : Optional.empty();
    Optional<Backend> fallback = random.nextInt(3) == 0 ? backend() : Optional.empty();
    return new Ingress(
        "networking.k8s.io/v1", meta, new IngressSpec(className, fallback, List.of(), rules));
  }

  private List<Rule> rules() {
    List<Rule> rules = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      rules.add(rule());
    }
    return rules;
  }

  Rule rule() {
    List<HttpPath> paths = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      paths.add(
          new HttpPath(
              random.nextInt(12) == 0 ? Optional.empty() : Optional.of(path()),
              random.nextInt(12) == 0 ? Optional.empty() : Optional.of(pick(TYPES)),
              random.nextInt(20) == 0 ? Optional.empty() : backend()));
    }
    return new Rule(Optional.of(pick(HOSTS)).filter(h -> !h.isEmpty()), !paths.isEmpty(), paths);
  }

  private Optional<Backend> backend() {
    return Optional.of(ServiceBackend.of("s" + services++ % 40, new Port.Number(80)));
  }

  private String path() {
    StringBuilder path = new StringBuilder();
    for (int i = random.nextInt(4); i > 0; i--) {
      path.append('/').append(pick(ELEMENTS));
    }
    return path.append(random.nextInt(3) == 0 || path.isEmpty() ? "/" : "").toString();
  }

  Request request() {
    String host = random.nextInt(5) == 0 ? "d.x" : pick(HOSTS).replace("*", "w");
    return Request.of("GET", "http://" + (host.isEmpty() ? "none" : host) + path(), Map.of());
  }

  /** The next version of a text: one thing differs, and what does not is the same record. */
  Resources edited(Resources before) {
    List<Located> all = new ArrayList<>(before.all());
    int place = random.nextInt(all.size());
    Located old = all.get(place);
    Ingress ingress = (Ingress) old.resource();
    List<Rule> rules = new ArrayList<>(ingress.spec().rules());
    int rule = rules.isEmpty() ? -1 : random.nextInt(rules.size());
    switch (random.nextInt(8)) {
      case 0 -> rules.add(random.nextInt(rules.size() + 1), rule());
      case 1 -> all.add(place, located(100 + all.size() + random.nextInt(1000)));
      case 2 -> {
        if (all.size() > 1) {
          all.remove(place);
          return new Resources(all);
        }
      }
      case 3 -> {
        if (rule >= 0) {
          rules.remove(rule);
        }
      }
      case 4 -> {
        if (rule >= 0) {
          rules.add(0, rules.remove(rule));
        }
      }
      case 5 -> {
        all.set(place, new Located(old.id(), ingress(meta(place), rules)));
        return new Resources(all);
      }
      default -> {
        if (rule >= 0) {
          Rule kept = rules.get(rule);
          rules.set(rule, new Rule(kept.host(), kept.hasHttp(), rule().paths()));
        }
      }
    }
    int now = all.indexOf(old);
    IngressSpec spec = ingress.spec();
    IngressSpec changed =
        new IngressSpec(spec.ingressClassName(), spec.defaultBackend(), spec.tls(), rules);
    all.set(now, new Located(old.id(), new Ingress(ingress.apiVersion(), ingress.meta(), changed)));
    return new Resources(all);
  }

  private String pick(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}
