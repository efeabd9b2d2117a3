package io.github.ingressdesigner.route;

import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import java.util.List;
import java.util.Optional;

/** Compiled, immutable routes of one dialect. */
public interface RouteTable {
  /** The answer alone, fast: independent of the number of paths where the dialect allows it. */
  Outcome find(Request request);

  /** The answer with every candidate and its reason. */
  Decision explain(Request request);

  /**
   * All hosts in any order, each with its paths in the order in which they are tried. A host that
   * did not change since the previous table is the same object.
   */
  List<HostTable> hosts();

  /** Ingresses that take no part, with the reason. */
  List<LeftOut> leftOut();

  /** What requests are told apart by; what a comparison is built from. */
  default Facets facets() {
    return Facets.plain(hosts());
  }

  /** Annotations that change routing, each with what it changes. */
  default List<Effect> effects() {
    return List.of();
  }

  /**
   * An annotation (or another object) that changes routing, as a chip on what it affects.
   *
   * @param annotation where it is written
   * @param affects the path, rule or Ingress whose routing it changes
   * @param label a word or two: {@code rewrite /$2}, {@code canary 20 %}
   * @param sentence what it does there
   */
  record Effect(Location annotation, Location affects, String label, String sentence) {}

  /**
   * The routes of one host.
   *
   * @param host pattern as written; empty for rules without host
   * @param rules the rules that name the host, of all Ingresses
   */
  record HostTable(String host, List<Location> rules, List<Route> routes) {}

  /** One path in the order tried. */
  record Route(PathType type, String path, Optional<Backend> backend, Location at) {}

  record LeftOut(Location ingress, String reason) {}
}
