package io.github.ingressdesigner.cluster.pull;

import io.github.ingressdesigner.bind.BoundDocument;
import io.github.ingressdesigner.bind.ResourceBinder;
import io.github.ingressdesigner.cluster.ClusterException;
import io.github.ingressdesigner.cluster.KubeObject;
import io.github.ingressdesigner.cluster.clean.YamlText;
import io.github.ingressdesigner.cluster.pull.PullRequest.Part;
import io.github.ingressdesigner.cluster.session.KubeSession;
import io.github.ingressdesigner.model.DocumentId;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.yaml.ReadResult;
import io.github.ingressdesigner.yaml.YamlReader;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** What a cluster routes by, and the same with some objects changed. */
public final class LiveObjects {
  private static final Set<String> WITHOUT_NAMESPACE = Set.of("IngressClass", "GatewayClass");

  private final Map<KubeObject.Key, KubeObject> objects = new LinkedHashMap<>();
  private final List<String> refused;

  private LiveObjects(List<String> refused) {
    this.refused = refused;
  }

  /** Reads all that routes, in all namespaces that the person may read. */
  public static LiveObjects read(
      KubeSession session, Puller.Progress progress, BooleanSupplier cancelled)
      throws ClusterException {
    PullRequest request =
        new PullRequest(
            List.of(), EnumSet.of(Part.INGRESSES, Part.CLASSES, Part.SERVICES, Part.GATEWAY_API));
    Pulled pulled = Puller.pull(session, request, progress, cancelled);
    LiveObjects live = new LiveObjects(pulled.refused());
    pulled.objects().forEach(object -> live.objects.put(object.key(), object));
    return live;
  }

  /** What could not be read, a sentence each. */
  public List<String> refused() {
    return refused;
  }

  /**
   * A copy in which these objects stand in place of those of the same name.
   *
   * @param namespace of objects that name none
   */
  public LiveObjects with(List<KubeObject> changed, String namespace) {
    LiveObjects copy = new LiveObjects(refused);
    copy.objects.putAll(objects);
    for (KubeObject object : changed) {
      boolean placed = object.namespace().isPresent() || WITHOUT_NAMESPACE.contains(object.kind());
      KubeObject there = placed ? object : object.inNamespace(namespace);
      copy.objects.put(there.key(), there);
    }
    return copy;
  }

  /** As the routing engine reads them. */
  public Resources resources() {
    List<Resources.Located> located = new ArrayList<>();
    for (KubeObject object : objects.values()) {
      Optional<BoundDocument> bound = bind(object);
      DocumentId id = new DocumentId(located.size());
      FileId file = new FileId(object.key().shown());
      bound.ifPresent(
          b ->
              b.resources()
                  .forEach(
                      one ->
                          located.add(
                              new Resources.Located(
                                  new ResourceId(file, id, one.item()), one.resource()))));
    }
    return new Resources(located);
  }

  private static Optional<BoundDocument> bind(KubeObject object) {
    return new YamlReader().read(YamlText.of(object)) instanceof ReadResult.Parsed parsed
        ? Optional.of(new ResourceBinder().bind(parsed.tree()))
        : Optional.empty();
  }
}
