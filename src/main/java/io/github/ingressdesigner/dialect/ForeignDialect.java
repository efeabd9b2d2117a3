package io.github.ingressdesigner.dialect;

import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.route.Decision;
import io.github.ingressdesigner.route.Decision.Confidence;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.route.Facets;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.RouteTable;
import java.util.List;
import java.util.Optional;

/**
 * A controller that is not modelled: the specification decides in its place, and every answer says
 * that it is not known.
 *
 * @param controller its name, for people
 */
public record ForeignDialect(String controller) implements Dialect {
  @Override
  public String id() {
    return Dialects.SPEC.id();
  }

  @Override
  public String displayName() {
    return Dialects.SPEC.displayName();
  }

  @Override
  public RouteTable compile(Resources resources, Optional<RouteTable> previous) {
    Optional<RouteTable> before =
        previous.filter(Table.class::isInstance).map(table -> ((Table) table).spec());
    return new Table(Dialects.SPEC.compile(resources, before), controller);
  }

  private record Table(RouteTable spec, String controller) implements RouteTable {
    @Override
    public Outcome find(Request request) {
      return spec.find(request);
    }

    @Override
    public Decision explain(Request request) {
      Decision decision = spec.explain(request);
      return new Decision(
          decision.outcome(),
          decision.trace(),
          Confidence.UNKNOWN,
          "%s is not modelled; the specification decides here.".formatted(controller));
    }

    @Override
    public List<HostTable> hosts() {
      return spec.hosts();
    }

    @Override
    public List<LeftOut> leftOut() {
      return spec.leftOut();
    }

    @Override
    public List<Effect> effects() {
      return spec.effects();
    }

    @Override
    public Facets facets() {
      return spec.facets();
    }
  }
}
