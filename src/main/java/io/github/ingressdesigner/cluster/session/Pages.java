package io.github.ingressdesigner.cluster.session;

import io.github.ingressdesigner.cluster.ClusterException;
import io.github.ingressdesigner.cluster.ClusterException.Kind;
import io.github.ingressdesigner.cluster.KubeKind;
import io.github.ingressdesigner.cluster.KubeObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads all objects of a kind, page by page. */
public final class Pages {
  /** The server's own client reads as many at a time. */
  private static final int PAGE = 500;

  private static final int TRIES = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /**
   * What was read.
   *
   * @param version from which a watch goes on
   */
  public record Listing(List<KubeObject> objects, String version) {
    public Listing {
      objects = List.copyOf(objects);
    }
  }

  private final KubeSession session;
  private final int page;

  public Pages(KubeSession session) {
    this(session, PAGE);
  }

  Pages(KubeSession session, int page) {
    this.session = session;
    this.page = page;
  }

  /**
   * All objects at one moment. Where the server forgets that moment while we read, it is read from
   * the start.
   *
   * @param namespace empty for all
   * @param query selectors
   * @param progress told after each page how many there are so far
   */
  public Listing list(
      KubeKind kind,
      Optional<String> namespace,
      Map<String, String> query,
      IntConsumer progress,
      BooleanSupplier cancelled)
      throws ClusterException {
    for (int tries = 1; ; tries++) {
      try {
        return once(kind, namespace, query, progress, cancelled);
      } catch (ClusterException e) {
        if (e.kind() != Kind.EXPIRED || tries == TRIES) {
          throw e;
        }
      }
    }
  }

  private Listing once(
      KubeKind kind,
      Optional<String> namespace,
      Map<String, String> query,
      IntConsumer progress,
      BooleanSupplier cancelled)
      throws ClusterException {
    List<KubeObject> objects = new ArrayList<>();
    Request first = Request.get(kind.path(namespace)).with("limit", Integer.toString(page));
    for (Map.Entry<String, String> parameter : query.entrySet()) {
      first = first.with(parameter.getKey(), parameter.getValue());
    }
    first = first.within(PATIENCE);
    Request request = first;
    while (true) {
      KubeObject list = session.read(request, cancelled);
      for (JsonNode item : list.get("items")) {
        if (item instanceof ObjectNode object) {
          // the entries of a list do not say what they are
          object.put("apiVersion", kind.apiVersion());
          object.put("kind", kind.kind());
          objects.add(new KubeObject(object));
        }
      }
      progress.accept(objects.size());
      Optional<String> next = list.meta("continue");
      if (next.isEmpty()) {
        return new Listing(objects, list.resourceVersion().orElse(""));
      }
      request = first.with("continue", next.get());
    }
  }
}
