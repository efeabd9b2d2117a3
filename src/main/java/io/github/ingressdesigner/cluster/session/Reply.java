package io.github.ingressdesigner.cluster.session;

import io.github.ingressdesigner.cluster.KubeObject;
import java.util.List;

/**
 * A good answer.
 *
 * @param warnings what the server warns of, as it says it
 */
public record Reply(KubeObject object, List<String> warnings) {
  public Reply {
    warnings = List.copyOf(warnings);
  }
}
