package io.github.ingressdesigner.dialect.spec;

import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.route.RouteTable.HostTable;
import io.github.ingressdesigner.route.RouteTable.Route;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All rules of one host pattern and their paths in one table. */
final class HostEntry {
  /**
   * A rule that names the host.
   *
   * @param ingress number of its Ingress in the table
   * @param index of the rule in its Ingress
   */
  record Part(int ingress, ResourceId id, int index, SpecPaths paths) {
    Location at() {
      return new Location(id, FieldPath.rule(index));
    }
  }

  final String host;
  final List<Part> parts;
  final SpecPaths paths;
  private final int[] starts;

  // Of the only part, nearer than the part itself: a decision touches little memory.
  private final boolean isSingle;
  private final int ingress;
  private final ResourceId id;
  private final int rule;

  private @Nullable HostTable shown;

  private HostEntry(String host, List<Part> parts, SpecPaths paths) {
    this.host = host;
    this.parts = List.copyOf(parts);
    this.paths = paths;
    Part first = parts.getFirst();
    this.isSingle = parts.size() == 1;
    this.ingress = first.ingress;
    this.id = first.id;
    this.rule = first.index;
    this.starts = new int[parts.size()];
    for (int i = 1; i < starts.length; i++) {
      starts[i] = starts[i - 1] + parts.get(i - 1).paths.size();
    }
  }

  /**
   * @param host as written
   * @param parts in the order in which they count
   * @param previous taken if it is the same
   */
  static HostEntry of(String host, List<Part> parts, @Nullable HostEntry previous) {
    if (previous != null && previous.host.equals(host) && same(previous.parts, parts)) {
      return previous;
    }
    return new HostEntry(host, parts, together(parts));
  }

  private static boolean same(List<Part> before, List<Part> now) {
    if (before.size() != now.size()) {
      return false;
    }
    for (int i = 0; i < now.size(); i++) {
      Part a = before.get(i);
      Part b = now.get(i);
      if (a.paths != b.paths
          || a.index != b.index
          || a.ingress != b.ingress
          || !a.id.equals(b.id)) {
        return false;
      }
    }
    return true;
  }

  private static SpecPaths together(List<Part> parts) {
    if (parts.size() == 1) {
      return parts.getFirst().paths();
    }
    List<HttpPath> all = new ArrayList<>();
    for (Part part : parts) {
      for (int i = 0; i < part.paths.size(); i++) {
        all.add(part.paths.get(i));
      }
    }
    return new SpecPaths(all);
  }

  Part partOf(int candidate) {
    return parts.get(isSingle ? 0 : partIndex(candidate));
  }

  /** The number of the Ingress in the table. */
  int ingressOf(int candidate) {
    return isSingle ? ingress : partOf(candidate).ingress;
  }

  Location at(int candidate) {
    if (isSingle) {
      return new Location(id, FieldPath.path(rule, candidate));
    }
    int part = partIndex(candidate);
    Part rule = parts.get(part);
    return new Location(rule.id, FieldPath.path(rule.index, candidate - starts[part]));
  }

  private int partIndex(int candidate) {
    int found = Arrays.binarySearch(starts, candidate);
    if (found < 0) {
      return -found - 2;
    }
    // A rule without paths starts where the next one does: the last of them has the candidate.
    while (found + 1 < starts.length && starts[found + 1] == candidate) {
      found++;
    }
    return found;
  }

  /** The same object each time, so that pictures of unchanged hosts can be kept. */
  HostTable shown() {
    HostTable known = shown;
    if (known == null) {
      List<Route> routes = new ArrayList<>(paths.size());
      for (int candidate : paths.order()) {
        HttpPath path = paths.get(candidate);
        routes.add(new Route(path.type(), paths.text(candidate), path.backend(), at(candidate)));
      }
      known = new HostTable(host, parts.stream().map(Part::at).toList(), List.copyOf(routes));
      shown = known;
    }
    return known;
  }
}
