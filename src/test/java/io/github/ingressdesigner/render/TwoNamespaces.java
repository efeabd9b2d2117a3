package io.github.ingressdesigner.render;

import io.github.ingressdesigner.graph.Graph;
import io.github.ingressdesigner.graph.Sample;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.IngressSpec;
import io.github.ingressdesigner.model.ObjectMeta;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One host in each of two namespaces. */
final class TwoNamespaces {
  private TwoNamespaces() {}

  static Graph graph() {
    Sample sample = new Sample();
    for (String name : List.of("green", "blue")) {
      ObjectMeta meta =
          new ObjectMeta(
              Optional.of("shop"), Optional.of(name), Map.of(), Map.of(), Optional.empty());
      sample.add(
          new Ingress(
              "networking.k8s.io/v1",
              meta,
              new IngressSpec(
                  Optional.empty(),
                  Optional.empty(),
                  List.of(),
                  List.of(
                      Sample.rule(name + ".example.com", Sample.path("Exact", "/", "web", 80))))));
    }
    return sample.graph();
  }
}
