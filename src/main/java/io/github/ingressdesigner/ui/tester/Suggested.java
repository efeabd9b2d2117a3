package io.github.ingressdesigner.ui.tester;

import io.github.ingressdesigner.graph.Elements;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.route.RouteTable;
import io.github.ingressdesigner.suggest.Suggestion;
import io.github.ingressdesigner.suggest.Suggestions;
import io.github.ingressdesigner.ui.common.Messages;
import java.util.List;
import java.util.Optional;

/**
 * Requests to try for a path.
 *
 * @param subject which path, for people
 */
record Suggested(String subject, List<Suggestion> requests) {
  Suggested {
    requests = List.copyOf(requests);
  }

  /**
   * The path that is meant: the selected one, the first of a selected rule, the one that decides
   * now, else the first of all.
   */
  static Optional<Location> place(
      RouteTable routes, Optional<Location> selected, Optional<Location> deciding) {
    return selected
        .flatMap(at -> ofSelected(routes, at))
        .or(() -> deciding.flatMap(at -> ofSelected(routes, at)))
        .or(
            () ->
                routes.hosts().stream()
                    .flatMap(host -> host.routes().stream())
                    .findFirst()
                    .map(RouteTable.Route::at));
  }

  private static Optional<Location> ofSelected(RouteTable routes, Location field) {
    Location element = new Location(field.resource(), Elements.of(field.path()));
    if (element.path().equals(FieldPath.defaultBackend())) {
      return Optional.of(element);
    }
    if (element.path().isRoot()) {
      return Optional.empty();
    }
    return routes.hosts().stream()
        .flatMap(host -> host.routes().stream())
        .map(RouteTable.Route::at)
        .filter(
            at -> at.resource().equals(element.resource()) && at.path().startsWith(element.path()))
        .findFirst();
  }

  /** Asks the table; takes a while where it is large. */
  static Suggested of(RouteTable routes, Location at) {
    String subject = Messages.text("tester.suggest.default");
    for (RouteTable.HostTable host : routes.hosts()) {
      for (RouteTable.Route route : host.routes()) {
        if (route.at().equals(at)) {
          subject =
              Messages.text(
                  "tester.suggest.path",
                  route.path().isEmpty() ? "/" : route.path(),
                  host.host().isEmpty() ? Messages.text("tester.suggest.anyHost") : host.host());
        }
      }
    }
    return new Suggested(subject, Suggestions.of(routes, at));
  }
}
