package io.github.ingressdesigner.cli;

import io.github.ingressdesigner.cluster.ClusterException;
import io.github.ingressdesigner.cluster.KubeObject;
import io.github.ingressdesigner.cluster.clean.Clean;
import io.github.ingressdesigner.cluster.clean.YamlText;
import io.github.ingressdesigner.cluster.pull.PullRequest;
import io.github.ingressdesigner.cluster.pull.PullRequest.Part;
import io.github.ingressdesigner.cluster.pull.Pulled;
import io.github.ingressdesigner.cluster.pull.Puller;
import io.github.ingressdesigner.cluster.session.KubeSession;
import io.github.ingressdesigner.suite.Manifests;
import io.github.ingressdesigner.text.SourceText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a cluster routes by, and the same with some objects changed. */
final class LiveObjects {
  private static final Set<String> WITHOUT_NAMESPACE = Set.of("IngressClass", "GatewayClass");

  private final Map<KubeObject.Key, KubeObject> objects = new LinkedHashMap<>();

  private LiveObjects() {}

  /** Reads all that routes, in all namespaces that the person may read. */
  static LiveObjects read(KubeSession session, Terminal terminal) throws ClusterException {
    PullRequest request =
        new PullRequest(
            List.of(), EnumSet.of(Part.INGRESSES, Part.CLASSES, Part.SERVICES, Part.GATEWAY_API));
    Pulled pulled = Puller.pull(session, request, (what, n) -> {}, () -> false);
    pulled.refused().forEach(refused -> terminal.err().println("not read: " + refused));
    LiveObjects live = new LiveObjects();
    pulled.objects().forEach(object -> live.objects.put(object.key(), object));
    return live;
  }

  /**
   * A copy in which these objects stand in place of those of the same name.
   *
   * @param namespace of objects that name none
   */
  LiveObjects with(List<KubeObject> changed, String namespace) {
    LiveObjects copy = new LiveObjects();
    copy.objects.putAll(objects);
    for (KubeObject object : changed) {
      KubeObject.Key key = object.key();
      boolean placed = key.namespace().isPresent() || WITHOUT_NAMESPACE.contains(key.kind());
      copy.objects.put(
          placed
              ? key
              : new KubeObject.Key(
                  key.apiVersion(), key.kind(), Optional.of(namespace), key.name()),
          placed ? object : object.inNamespace(namespace));
    }
    return copy;
  }

  Manifests manifests() {
    List<Manifests.Source> sources = new ArrayList<>();
    objects.forEach(
        (key, object) ->
            sources.add(
                Manifests.Source.of(key.shown(), SourceText.of(YamlText.of(Clean.of(object))))));
    return Manifests.read(sources);
  }
}
