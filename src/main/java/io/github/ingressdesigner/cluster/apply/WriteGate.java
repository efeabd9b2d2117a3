package io.github.ingressdesigner.cluster.apply;

import io.github.ingressdesigner.cluster.ClusterException;
import io.github.ingressdesigner.cluster.ClusterException.Kind;
import io.github.ingressdesigner.cluster.KubeKind;
import io.github.ingressdesigner.cluster.KubeObject;
import io.github.ingressdesigner.cluster.session.Identity;
import io.github.ingressdesigner.cluster.session.KubeSession;
import io.github.ingressdesigner.cluster.session.Reply;
import io.github.ingressdesigner.cluster.session.Request;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The one door through which a cluster is changed. Right before each write it asks again which
 * cluster answers, and it holds that an object goes to the namespace that its manifest names.
 */
public final class WriteGate {
  /** The name under which our fields are kept; it never changes. */
  public static final String MANAGER = "ingress-designer";

  private static final String APPLY = "application/apply-patch+yaml";

  /**
   * Where an object goes.
   *
   * @param namespace empty for kinds without one
   */
  public record Place(KubeKind kind, Optional<String> namespace, String name) {
    String path() {
      return kind.path(namespace, name);
    }

    public String shown() {
      return kind.kind() + " " + namespace.map(n -> n + "/").orElse("") + name;
    }
  }

  private final KubeSession session;
  private final Identity shown;

  /**
   * @param shown the cluster that the person saw and agreed to
   */
  public WriteGate(KubeSession session, Identity shown) {
    this.session = session;
    this.shown = shown;
  }

  /**
   * What an apply would do; the server stores nothing.
   *
   * @param force whether fields of others are taken in the trial
   */
  Reply tryApply(Place place, KubeObject object, boolean force, BooleanSupplier cancelled)
      throws ClusterException {
    checkPlace(place, object);
    return session.change(apply(place, object, force).with("dryRun", "All"), cancelled);
  }

  /**
   * Applies.
   *
   * @param version of the object that the person saw; empty where there was none
   * @param force whether fields of others are taken: all conflicts that are to be left must be out
   *     of the object
   */
  Reply apply(
      Place place,
      KubeObject object,
      Optional<String> version,
      boolean force,
      BooleanSupplier cancelled)
      throws ClusterException {
    checkPlace(place, object);
    checkCluster(cancelled);
    KubeObject sent = version.map(v -> withVersion(object, v)).orElse(object);
    return session.change(apply(place, sent, force), cancelled);
  }

  /**
   * Puts an earlier state back in the place of one that is known.
   *
   * @param version of the object as it is now
   */
  Reply putBack(Place place, KubeObject before, String version, BooleanSupplier cancelled)
      throws ClusterException {
    checkPlace(place, before);
    if (place.kind().equals(KubeKind.SECRET)) {
      throw new IllegalArgumentException("a Secret, whose key is not known here");
    }
    checkCluster(cancelled);
    Request.Body body =
        new Request.Body("application/json", withVersion(before, version).json().toString());
    Request request =
        Request.of("PUT", place.path(), body)
            .with("fieldManager", MANAGER)
            .with("fieldValidation", "Strict");
    return session.change(request, cancelled);
  }

  /** Deletes exactly this object in this version. */
  void delete(Place place, KubeObject live, BooleanSupplier cancelled) throws ClusterException {
    checkPlace(place, live);
    checkCluster(cancelled);
    ObjectNode options = JsonMapper.shared().createObjectNode();
    options.put("apiVersion", "v1");
    options.put("kind", "DeleteOptions");
    options.put("propagationPolicy", "Background");
    ObjectNode preconditions = options.putObject("preconditions");
    preconditions.put("uid", live.uid().orElseThrow());
    preconditions.put("resourceVersion", live.resourceVersion().orElseThrow());
    Request.Body body = new Request.Body("application/json", options.toString());
    session.change(Request.of("DELETE", place.path(), body), cancelled);
  }

  private static Request apply(Place place, KubeObject object, boolean force) {
    Request request =
        Request.of("PATCH", place.path(), new Request.Body(APPLY, object.json().toString()))
            .with("fieldManager", MANAGER)
            .with("fieldValidation", "Strict");
    return force ? request.with("force", "true") : request;
  }

  private static KubeObject withVersion(KubeObject object, String version) {
    ObjectNode copy = object.copy();
    ((ObjectNode) copy.get("metadata")).put("resourceVersion", version);
    return new KubeObject(copy);
  }

  private static void checkPlace(Place place, KubeObject object) {
    boolean sameNamespace =
        object.namespace().isEmpty() || object.namespace().equals(place.namespace());
    if (!sameNamespace || !object.name().equals(place.name())) {
      throw new IllegalArgumentException(
          object.key().shown() + " to " + place.shown() + ", expected its own place");
    }
  }

  private void checkCluster(BooleanSupplier cancelled) throws ClusterException {
    Identity now = session.identity(cancelled);
    if (!now.equals(shown)) {
      throw new ClusterException(
          Kind.WRONG_SERVER,
          "%s (context \"%s\") is not the cluster that was shown: kube-system there is %s, and was %s. Nothing was written. Pull and compare again."
              .formatted(
                  now.server(),
                  session.context().name(),
                  now.kubeSystem().orElse("not readable"),
                  shown.kubeSystem().orElse("not readable")));
    }
  }
}
