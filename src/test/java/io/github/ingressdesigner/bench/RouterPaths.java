package io.github.ingressdesigner.bench;

import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.IngressSpec;
import io.github.ingressdesigner.model.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The same paths and requests for every router that is measured. */
public final class RouterPaths {
  /** How the paths lie: eight for each host, or all below one. */
  public enum Shape {
    MANY_HOSTS,
    ONE_HOST
  }

  /**
   * @param isPrefix else the path is taken as it is
   */
  record Path(String host, String path, boolean isPrefix) {}

  /** A request that its path takes: the path itself, or an element below a prefix. */
  record Asked(String host, String path) {}

  private RouterPaths() {}

  static Ingress ingress(int paths, Shape shape, Optional<String> className) {
    Ingress many = SyntheticIngress.of(paths);
    List<Rule> rules = many.spec().rules();
    if (shape == Shape.ONE_HOST) {
      List<HttpPath> all = new ArrayList<>();
      rules.forEach(rule -> all.addAll(rule.paths()));
      rules = List.of(new Rule(Optional.of("one.example.com"), true, all));
    }
    IngressSpec spec = new IngressSpec(className, Optional.empty(), List.of(), rules);
    return new Ingress(many.apiVersion(), many.meta(), spec);
  }

  static List<Path> of(Ingress ingress) {
    List<Path> all = new ArrayList<>();
    for (Rule rule : ingress.spec().rules()) {
      for (HttpPath path : rule.paths()) {
        boolean isPrefix = !path.pathType().orElseThrow().equals("Exact");
        all.add(new Path(rule.host().orElseThrow(), path.path().orElseThrow(), isPrefix));
      }
    }
    return all;
  }

  static List<Asked> requests(List<Path> paths, int count) {
    Random random = new Random(2);
    List<Asked> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Path path = paths.get(random.nextInt(paths.size()));
      all.add(new Asked(path.host(), path.path() + (path.isPrefix() ? "/more" : "")));
    }
    return all;
  }
}
