package io.github.ingressdesigner.dialect;

import io.github.ingressdesigner.dialect.spec.SpecCompiler;
import io.github.ingressdesigner.dialect.spec.SpecTable;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.route.RouteTable;
import java.util.Optional;

/**
 * The Kubernetes specification itself: the text of networking.k8s.io/v1, the Ingress pages of the
 * documentation, and the features of the ingress conformance suite. Annotations have no meaning
 * here.
 *
 * <p>Where those are silent, the choice is made here, shown in the trace, and lowers the
 * confidence:
 *
 * <ul>
 *   <li>A request is first given to one host, then to its paths ("evaluated for a host match, then
 *       routed", IngressRule): paths that an exact host does not match are not offered to a
 *       wildcard or to rules without host, but to default backends.
 *   <li>Rules of several Ingresses for one host count as if they stood in one. The same path and
 *       type twice is a tie that nothing decides: the answer is an {@code Outcome.Split}, the older
 *       Ingress first, then by namespace and name. Naming one winner would be a guess.
 *   <li>Default backends are asked in this order: of the Ingresses that name the host, of Ingresses
 *       without rules, of the others; then the controller's own, with 404.
 *   <li>ImplementationSpecific, a missing and an unknown path type are compared like Prefix, after
 *       Prefix.
 *   <li>A class counts as known if an IngressClass of that name is there or, where no IngressClass
 *       is, if a controller is known by that name; an Ingress without class is served.
 * </ul>
 */
public record SpecDialect() implements Dialect {
  @Override
  public String id() {
    return "kubernetes-spec";
  }

  @Override
  public String displayName() {
    return "Kubernetes spec";
  }

  @Override
  public RouteTable compile(Resources resources, Optional<RouteTable> previous) {
    Optional<SpecTable> before =
        previous.filter(SpecTable.class::isInstance).map(SpecTable.class::cast);
    return SpecCompiler.compile(resources, before);
  }
}
