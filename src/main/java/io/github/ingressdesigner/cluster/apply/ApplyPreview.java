package io.github.ingressdesigner.cluster.apply;

import io.github.ingressdesigner.cluster.ClusterException;
import io.github.ingressdesigner.cluster.KubeObject;
import io.github.ingressdesigner.cluster.apply.ApplyStep.State;
import io.github.ingressdesigner.cluster.session.Identity;
import io.github.ingressdesigner.cluster.session.KubeSession;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What an apply would do, object by object, in the order in which it would be done: what others
 * refer to comes before them.
 *
 * @param identity the cluster that answered
 */
public record ApplyPreview(Identity identity, List<ApplyStep> steps) {
  public ApplyPreview {
    steps = List.copyOf(steps);
  }

  /** What is to be decided before it can go on: conflicts and refusals. */
  public List<ApplyStep> in(State state) {
    return steps.stream().filter(s -> s.state() == state).toList();
  }

  /**
   * Tries all objects on the server, which stores nothing.
   *
   * @param namespace for objects that name none; empty where the person chose none, and then such
   *     objects are refused
   */
  public static ApplyPreview of(
      KubeSession session,
      List<Wanted> wanted,
      Optional<String> namespace,
      BooleanSupplier cancelled)
      throws ClusterException {
    Identity identity = session.identity(cancelled);
    Trial trial = new Trial(session, new WriteGate(session, identity), namespace, cancelled);
    List<Wanted> ordered = new ArrayList<>(wanted);
    ordered.sort(Comparator.comparingInt(w -> rank(w.object())));
    List<ApplyStep> steps = new ArrayList<>();
    for (Wanted one : ordered) {
      steps.add(trial.step(one));
    }
    return new ApplyPreview(identity, steps);
  }

  private static int rank(KubeObject object) {
    return switch (object.kind()) {
      case "IngressClass", "GatewayClass" -> 0;
      case "Service", "Issuer", "ClusterIssuer" -> 1;
      case "Gateway", "Certificate" -> 2;
      case "Ingress", "HTTPRoute", "IngressRoute", "HTTPProxy" -> 4;
      default -> 3;
    };
  }
}
