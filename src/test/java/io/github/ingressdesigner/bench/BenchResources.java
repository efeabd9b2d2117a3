package io.github.ingressdesigner.bench;

import io.github.ingressdesigner.bench.RouterPaths.Shape;
import io.github.ingressdesigner.model.DocumentId;
import io.github.ingressdesigner.model.FieldValue;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.ObjectMeta;
import io.github.ingressdesigner.model.OtherResource;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.route.Dialect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The resources that a dialect needs so that it takes part with the paths of a benchmark. */
final class BenchResources {
  private static final String GROUP = "gateway.networking.k8s.io/v1";

  private BenchResources() {}

  /**
   * One Ingress with the class that the dialect claims by custom, else nginx; for the Gateway API a
   * route for each host.
   */
  static Resources of(Optional<Dialect> dialect, int paths, Shape shape) {
    if (dialect.filter(known -> known.id().equals("gateway-api")).isPresent()) {
      return routes(RouterPaths.of(RouterPaths.ingress(paths, shape, Optional.empty())));
    }
    Optional<String> className =
        dialect.map(
            known -> known.claims().classes().stream().sorted().findFirst().orElse("nginx"));
    return SyntheticIngress.resources(RouterPaths.ingress(paths, shape, className));
  }

  private static Resources routes(List<RouterPaths.Path> paths) {
    Map<String, List<FieldValue>> rules = new LinkedHashMap<>();
    for (RouterPaths.Path path : paths) {
      rules.computeIfAbsent(path.host(), host -> new ArrayList<>()).add(rule(path));
    }
    List<Resources.Located> all = new ArrayList<>();
    rules.forEach(
        (host, own) -> {
          FieldValue spec =
              map(
                  "parentRefs", list(map("name", text("gateway"))),
                  "hostnames", list(text(host)),
                  "rules", new FieldValue.Listing(own));
          ResourceId id =
              ResourceId.whole(new FileId("/synthetic.yaml"), new DocumentId(all.size() + 1));
          ObjectMeta meta = ObjectMeta.named("route-" + all.size());
          all.add(
              new Resources.Located(
                  id, new OtherResource(GROUP, "HTTPRoute", meta, Map.of("spec", spec))));
        });
    return new Resources(all);
  }

  private static FieldValue rule(RouterPaths.Path path) {
    FieldValue type = text(path.isPrefix() ? "PathPrefix" : "Exact");
    FieldValue match = map("path", map("type", type, "value", text(path.path())));
    FieldValue backend = map("name", text("svc"), "port", new FieldValue.Scalar("80", false));
    return map("matches", list(match), "backendRefs", list(backend));
  }

  private static FieldValue text(String value) {
    return new FieldValue.Scalar(value, true);
  }

  private static FieldValue list(FieldValue value) {
    return new FieldValue.Listing(List.of(value));
  }

  private static FieldValue map(Object... keysAndValues) {
    Map<String, FieldValue> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], (FieldValue) keysAndValues[i + 1]);
    }
    return new FieldValue.Mapping(map);
  }
}
