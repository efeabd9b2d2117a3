package io.github.ingressdesigner.cluster.apply;

import io.github.ingressdesigner.cluster.KubeObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What stays in a cluster though the file does not have it: a server-side apply removes only what
 * its own manager set before.
 */
final class Leftovers {
  private Leftovers() {}

  static List<String> of(KubeObject wanted, KubeObject after) {
    List<String> paths = new ArrayList<>();
    collect(wanted.json(), after.json(), "", paths);
    paths.remove(".metadata.namespace");
    return paths;
  }

  private static void collect(
      ObjectNode wanted, ObjectNode after, String path, List<String> paths) {
    for (Map.Entry<String, JsonNode> entry : after.properties()) {
      String at = path + "." + entry.getKey();
      JsonNode other = wanted.path(entry.getKey());
      if (other.isMissingNode()) {
        paths.add(at);
      } else if (other instanceof ObjectNode inner && entry.getValue() instanceof ObjectNode have) {
        collect(inner, have, at, paths);
      }
    }
  }
}
