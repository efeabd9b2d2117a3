package io.github.ingressdesigner.ui.cluster;

import io.github.ingressdesigner.cluster.kubeconfig.KubeContext;
import java.util.List;
import java.util.Optional;

/**
 * Which cluster the window talks to.
 *
 * @param contexts all that the kubeconfigs name
 * @param problems of kubeconfigs, in full sentences
 * @param detail of the phase: the server's version, or why it failed
 * @param isProtected whether the name must be typed before a write
 */
public record ContextState(
    List<KubeContext> contexts,
    List<String> problems,
    Optional<KubeContext> chosen,
    Phase phase,
    String detail,
    boolean isProtected) {
  /** How far the connection is. */
  public enum Phase {
    NONE,
    CONNECTING,
    CONNECTED,
    FAILED
  }

  public static final ContextState NONE =
      new ContextState(List.of(), List.of(), Optional.empty(), Phase.NONE, "", false);

  public ContextState {
    contexts = List.copyOf(contexts);
    problems = List.copyOf(problems);
  }
}
