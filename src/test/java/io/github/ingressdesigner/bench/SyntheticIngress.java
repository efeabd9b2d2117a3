package io.github.ingressdesigner.bench;

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
import io.github.ingressdesigner.model.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** One Ingress of many paths, eight for each host, of the shapes that real files have. */
final class SyntheticIngress {
  static final int PATHS_PER_HOST = 8;
  private static final List<String> WORDS =
      List.of("api", "web", "shop", "cart", "pay", "auth", "user", "order", "img", "docs");
  private static final List<String> TYPES =
      List.of("Prefix", "Exact", "Prefix", "ImplementationSpecific");

  private SyntheticIngress() {}

  static Ingress of(int paths) {
    Random random = new Random(1);
    List<Rule> rules = new ArrayList<>();
    for (int first = 0; first < paths; first += PATHS_PER_HOST) {
      List<HttpPath> entries = new ArrayList<>();
      for (int i = first; i < Math.min(paths, first + PATHS_PER_HOST); i++) {
        entries.add(path(random, i));
      }
      String host = WORDS.get(random.nextInt(WORDS.size())) + "-" + rules.size() + ".example.com";
      rules.add(new Rule(Optional.of(host), true, entries));
    }
    IngressSpec spec = new IngressSpec(Optional.empty(), Optional.empty(), List.of(), rules);
    return new Ingress("networking.k8s.io/v1", ObjectMeta.named("synthetic"), spec);
  }

  static HttpPath path(Random random, int number) {
    StringBuilder path = new StringBuilder();
    for (int i = random.nextInt(3); i >= 0; i--) {
      path.append('/').append(WORDS.get(random.nextInt(WORDS.size())));
    }
    return new HttpPath(
        Optional.of(path.append('/').append(number).toString()),
        Optional.of(TYPES.get(random.nextInt(TYPES.size()))),
        Optional.of(ServiceBackend.of("svc-" + random.nextInt(30), new Port.Number(80))));
  }

  static Resources resources(Ingress ingress) {
    ResourceId id = ResourceId.whole(new FileId("/synthetic.yaml"), new DocumentId(1));
    return new Resources(List.of(new Resources.Located(id, ingress)));
  }

  /** The same Ingress with one path longer by a character; all other records are the same. */
  static Ingress typedIn(Ingress ingress, int rule, int count) {
    List<Rule> rules = new ArrayList<>(ingress.spec().rules());
    Rule old = rules.get(rule);
    List<HttpPath> paths = new ArrayList<>(old.paths());
    HttpPath path = paths.getFirst();
    paths.set(
        0, new HttpPath(path.path().map(p -> p + count % 10), path.pathType(), path.backend()));
    rules.set(rule, new Rule(old.host(), true, paths));
    IngressSpec spec = ingress.spec();
    return new Ingress(
        ingress.apiVersion(),
        ingress.meta(),
        new IngressSpec(spec.ingressClassName(), spec.defaultBackend(), spec.tls(), rules));
  }
}
