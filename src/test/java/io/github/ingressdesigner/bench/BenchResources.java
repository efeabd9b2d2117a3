package io.github.ingressdesigner.bench;

import io.github.ingressdesigner.bench.RouterPaths.Shape;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.route.Dialect;
import java.util.Optional;

/** The resources that a dialect needs so that it takes part with the paths of a benchmark. */
final class BenchResources {
  private BenchResources() {}

  /** One Ingress with the class that the dialect claims by custom, if it claims one; else nginx. */
  static Resources of(Optional<Dialect> dialect, int paths, Shape shape) {
    Optional<String> className =
        dialect.map(
            known -> known.claims().classes().stream().sorted().findFirst().orElse("nginx"));
    return SyntheticIngress.resources(RouterPaths.ingress(paths, shape, className));
  }
}
