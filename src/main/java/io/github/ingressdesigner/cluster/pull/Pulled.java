package io.github.ingressdesigner.cluster.pull;

import io.github.ingressdesigner.cluster.KubeObject;
import java.util.List;
import java.util.Map;

/**
 * What was read.
 *
 * @param objects as the server says them, values of Secrets left out
 * @param readiness of Services, by {@code namespace/name}; without those that have no
 *     EndpointSlices
 * @param refused what could not be read, a sentence each
 */
public record Pulled(
    List<KubeObject> objects, Map<String, Readiness> readiness, List<String> refused) {
  /**
   * Endpoints of a Service.
   *
   * @param ready how many take requests
   * @param all how many there are
   */
  public record Readiness(int ready, int all) {}

  public Pulled {
    objects = List.copyOf(objects);
    readiness = Map.copyOf(readiness);
    refused = List.copyOf(refused);
  }
}
