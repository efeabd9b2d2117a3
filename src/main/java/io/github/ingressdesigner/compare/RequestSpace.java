package io.github.ingressdesigner.compare;

import io.github.ingressdesigner.compare.Conditions.Choice;
import io.github.ingressdesigner.compare.HostClasses.HostClass;
import io.github.ingressdesigner.compare.PathCells.Cell;
import io.github.ingressdesigner.route.Facets;
import io.github.ingressdesigner.route.Facets.PathFacet;
import io.github.ingressdesigner.route.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All requests, cut into classes by what some tables look at. */
final class RequestSpace {
  /**
   * One class: requests that no table tells apart.
   *
   * @param host label of the class of names
   */
  record Place(String host, Cell cell, Choice choice) {}

  private final HostClasses hosts;
  private final Conditions conditions;
  private final List<Choice> choices;
  private final Map<Set<PathFacet>, PathCells> cells = new HashMap<>();

  RequestSpace(Facets... tables) {
    hosts = HostClasses.of(tables);
    conditions = new Conditions(tables);
    choices = conditions.choices();
  }

  List<HostClass> hosts() {
    return hosts.all();
  }

  PathCells cells(HostClass host) {
    return cells.computeIfAbsent(host.paths(), PathCells::of);
  }

  List<Choice> choices() {
    return choices;
  }

  /** The class of a request; empty where its host or path would be normalised first. */
  Optional<Place> placeOf(Request request) {
    if (!CleanPaths.isClean(request.path())
        || !isClean(request.host())
        || !isUsual(request)
        || !conditions.isTold(request)) {
      return Optional.empty();
    }
    HostClass host = hosts.classOf(request.host());
    return Optional.of(
        new Place(host.label(), cells(host).cellOf(request.path()), conditions.choiceOf(request)));
  }

  /** As a browser sends it: the port of the scheme, the host as TLS name, a plain query. */
  private static boolean isUsual(Request request) {
    boolean tls = request.scheme().equals("https");
    return request.port() == (tls ? 443 : 80)
        && request.serverName().equals(tls ? Optional.of(request.host()) : Optional.empty())
        && request.query().filter(q -> !q.matches("[-A-Za-z0-9_.~=&]*")).isEmpty();
  }

  private static boolean isClean(String host) {
    return host.matches("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
  }

  /** What holds for every request; sentences for people. */
  List<String> complete() {
    List<String> complete = new ArrayList<>();
    if (hosts.patterns().isEmpty()) {
      complete.add("all host names");
    }
    complete.add("both schemes");
    if (cells.values().stream().allMatch(PathCells::isComplete)) {
      complete.add("all paths without empty, dot or encoded elements");
    }
    if (!conditions.isEmpty() && conditions.isComplete()) {
      complete.add("all methods, headers, cookies and query parameters that are looked at");
    }
    return complete;
  }

  /** What was asked by examples only. */
  List<String> sampled() {
    List<String> sampled = new ArrayList<>();
    Set<String> irregular = new LinkedHashSet<>();
    boolean cut = false;
    for (PathCells each : cells.values()) {
      irregular.addAll(each.irregular());
      cut |= !each.isComplete();
    }
    if (!irregular.isEmpty()) {
      sampled.add("paths for " + listed(irregular));
    } else if (cut) {
      sampled.add("paths of hosts with very many expressions");
    }
    if (!hosts.patterns().isEmpty()) {
      sampled.add("host names for " + listed(hosts.patterns()));
    }
    if (!conditions.isComplete()) {
      sampled.add("headers, cookies, methods and query parameters one at a time");
    }
    sampled.add("paths and host names that are normalised first");
    sampled.add("the usual ports, with the host as TLS name");
    return sampled;
  }

  private static String listed(Set<String> names) {
    List<String> first = names.stream().limit(3).toList();
    int more = names.size() - first.size();
    return String.join(", ", first) + (more > 0 ? " and " + more + " more" : "");
  }

  /** Whether every request without anything to normalise is in a class that was asked. */
  boolean isComplete() {
    return hosts.patterns().isEmpty()
        && conditions.isComplete()
        && cells.values().stream().allMatch(PathCells::isComplete);
  }
}
