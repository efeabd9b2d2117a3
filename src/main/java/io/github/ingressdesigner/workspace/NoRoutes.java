package io.github.ingressdesigner.workspace;

import io.github.ingressdesigner.route.Decision;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.RouteTable;
import io.github.ingressdesigner.route.Trace;
import java.util.List;
import java.util.Optional;

/** The table of a workspace that was not analysed yet: nothing matches. */
record NoRoutes() implements RouteTable {
  @Override
  public Outcome find(Request request) {
    return new Outcome.Status(404, Optional.empty());
  }

  @Override
  public Decision explain(Request request) {
    return new Decision(find(request), new Trace(List.of()), Decision.Confidence.UNKNOWN);
  }

  @Override
  public List<HostTable> hosts() {
    return List.of();
  }

  @Override
  public List<LeftOut> leftOut() {
    return List.of();
  }
}
