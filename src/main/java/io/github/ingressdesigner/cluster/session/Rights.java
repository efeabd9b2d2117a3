package io.github.ingressdesigner.cluster.session;

import io.github.ingressdesigner.cluster.ClusterException;
import io.github.ingressdesigner.cluster.KubeKind;
import io.github.ingressdesigner.cluster.KubeObject;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the person may do, asked before they try. */
public final class Rights {
  private static final String REVIEW = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";
  private static final String WHO = "/apis/authentication.k8s.io/v1/selfsubjectreviews";

  private final KubeSession session;

  public Rights(KubeSession session) {
    this.session = session;
  }

  /**
   * Whether the server would allow it.
   *
   * @param verb get, list, patch, create, delete
   * @param namespace empty for all, or for kinds without one
   */
  public boolean allows(
      String verb,
      KubeKind kind,
      Optional<String> namespace,
      Optional<String> name,
      BooleanSupplier cancelled)
      throws ClusterException {
    ObjectNode review = JsonMapper.shared().createObjectNode();
    review.put("apiVersion", "authorization.k8s.io/v1");
    review.put("kind", "SelfSubjectAccessReview");
    ObjectNode attributes = review.putObject("spec").putObject("resourceAttributes");
    attributes.put("verb", verb);
    attributes.put("group", kind.group());
    attributes.put("resource", kind.plural());
    namespace.ifPresent(value -> attributes.put("namespace", value));
    name.ifPresent(value -> attributes.put("name", value));
    KubeObject answer = session.ask(REVIEW, review, cancelled);
    return answer.get("status").path("allowed").asBoolean(false);
  }

  /** Who the server takes the person for; empty where it does not tell. */
  public Optional<String> person(BooleanSupplier cancelled) throws ClusterException {
    ObjectNode review = JsonMapper.shared().createObjectNode();
    review.put("apiVersion", "authentication.k8s.io/v1");
    review.put("kind", "SelfSubjectReview");
    try {
      KubeObject answer = session.ask(WHO, review, cancelled);
      String name = answer.get("status").path("userInfo").path("username").asString("");
      return Optional.of(name).filter(n -> !n.isEmpty());
    } catch (ClusterException e) {
      return switch (e.kind()) {
        // servers before 1.28 do not know the question
        case NOT_FOUND, FORBIDDEN -> Optional.empty();
        default -> throw e;
      };
    }
  }
}
