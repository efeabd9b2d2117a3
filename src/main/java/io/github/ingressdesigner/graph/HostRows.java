package io.github.ingressdesigner.graph;

import io.github.ingressdesigner.graph.Graph.Chip;
import io.github.ingressdesigner.graph.Graph.DefaultEdge;
import io.github.ingressdesigner.graph.Graph.HostNode;
import io.github.ingressdesigner.graph.Graph.Marks;
import io.github.ingressdesigner.graph.Graph.PathNode;
import io.github.ingressdesigner.graph.GraphBuilder.Backends;
import io.github.ingressdesigner.graph.GraphBuilder.Flag;
import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.DocumentId;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.model.Rule;
import io.github.ingressdesigner.route.RouteTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gathers the host rows of a graph: first what the route table tries, in its order, then what
 * stands in the text and is not tried, then the default backends.
 */
final class HostRows {
  /**
   * What all elements of one Ingress share.
   *
   * @param chips of annotations that change its routing
   */
  private record Owner(
      ResourceId id,
      Ingress ingress,
      EffectChips chips,
      boolean stale,
      TlsCover tls,
      Map<Integer, int[]> flaggedTls) {
    Marks marks(int[] counts) {
      return counts[0] + counts[1] == 0 && !stale && !ingress.isLegacy()
          ? Marks.NONE
          : new Marks(counts[0], counts[1], stale, ingress.isLegacy());
    }
  }

  /** A host row while it grows. */
  private static final class Row {
    final String host;
    final Set<Location> rules = new LinkedHashSet<>();
    final List<PathNode> paths = new ArrayList<>();
    final List<DefaultEdge> defaults = new ArrayList<>();

    Row(String host) {
      this.host = host;
    }
  }

  private final Map<ResourceId, Owner> owners = new LinkedHashMap<>();
  private final Map<ResourceId, Integer> tried = new HashMap<>();
  private final Set<Location> triedPlaces = new HashSet<>();
  private final Map<String, Row> rows = new LinkedHashMap<>();
  private final RouteTable routes;
  private final FlagCounts flags;
  private final Backends backends;

  HostRows(
      Resources resources,
      RouteTable routes,
      List<Flag> flags,
      Set<DocumentId> stale,
      Backends backends) {
    this.routes = routes;
    this.flags = new FlagCounts(flags);
    this.backends = backends;
    Map<ResourceId, EffectChips> chips = EffectChips.of(routes.effects());
    resources
        .ingresses()
        .forEach(
            located -> {
              Ingress ingress = (Ingress) located.resource();
              ResourceId id = located.id();
              owners.put(
                  id,
                  new Owner(
                      id,
                      ingress,
                      chips.getOrDefault(id, EffectChips.NONE),
                      stale.contains(id.document()),
                      new TlsCover(ingress.spec().tls()),
                      flaggedTls(id, ingress)));
            });
  }

  private Map<Integer, int[]> flaggedTls(ResourceId id, Ingress ingress) {
    Map<Integer, int[]> flagged = new LinkedHashMap<>();
    for (int i = 0; i < ingress.spec().tls().size(); i++) {
      int[] counts = flags.of(new Location(id, FieldPath.tls(i)));
      if (counts[0] + counts[1] > 0) {
        flagged.put(i, counts);
      }
    }
    return flagged;
  }

  List<HostNode> build() {
    // Controllers sort hosts for themselves; for people they stand as in the files, but wildcards
    // stand behind the hosts that go before them.
    List<String> wildcards = new ArrayList<>();
    for (Owner owner : owners.values()) {
      for (Rule rule : owner.ingress().spec().rules()) {
        String host = rule.host().orElse("");
        if (host.startsWith("*")) {
          wildcards.add(host);
        } else {
          row(host);
        }
      }
    }
    wildcards.forEach(this::row);
    addTried();
    owners.values().forEach(this::addRest);
    Row catchAll = rows.remove("");
    if (catchAll != null) {
      rows.put("", catchAll);
    }
    Set<ResourceId> flagged = new HashSet<>();
    return rows.values().stream().map(row -> node(row, flagged)).toList();
  }

  private Row row(String host) {
    return rows.computeIfAbsent(host.toLowerCase(Locale.ROOT), key -> new Row(host));
  }

  private void addTried() {
    for (RouteTable.HostTable table : routes.hosts()) {
      Row row = row(table.host());
      row.rules.addAll(table.rules());
      Owner owner = null;
      for (RouteTable.Route route : table.routes()) {
        // Most routes of a host are of one Ingress, so the look-up is mostly spared.
        if (owner == null || !owner.id().equals(route.at().resource())) {
          owner = owners.get(route.at().resource());
        }
        if (owner == null || !isPathEntry(route.at())) {
          continue;
        }
        tried.merge(owner.id(), 1, Integer::sum);
        int rank = row.paths.size() + 1;
        Optional<Backend> written = written(owner, route.at()).or(route::backend);
        row.paths.add(path(owner, rank, route.type(), route.path(), written, route.at()));
      }
    }
  }

  /** The backend of a path entry in the words of the file: a controller may have resolved it. */
  private static Optional<Backend> written(Owner owner, Location at) {
    List<Rule> rules = owner.ingress().spec().rules();
    int rule = at.path().indexAt(0);
    int entry = at.path().indexAt(1);
    return rule < rules.size() && entry < rules.get(rule).paths().size()
        ? rules.get(rule).paths().get(entry).backend()
        : Optional.empty();
  }

  private static boolean isPathEntry(Location at) {
    return at.path().indexAt(1) >= 0;
  }

  /** Adds what the table leaves out: rules without tried paths, entries not tried, defaults. */
  private void addRest(Owner owner) {
    List<Rule> rules = owner.ingress().spec().rules();
    int entries = rules.stream().mapToInt(rule -> rule.paths().size()).sum();
    boolean allTried = entries == tried.getOrDefault(owner.id(), 0);
    Optional<Backend> fallback = owner.ingress().spec().defaultBackend();
    for (int i = 0; i < rules.size(); i++) {
      Rule rule = rules.get(i);
      if (allTried && !rule.paths().isEmpty()) {
        continue;
      }
      Row row = row(rule.host().orElse(""));
      row.rules.add(new Location(owner.id(), FieldPath.rule(i)));
      if (!allTried) {
        addUntried(owner, row, i, rule.paths());
      }
      if (!rule.hasHttp() && !row.host.isEmpty() && fallback.isPresent()) {
        row.defaults.add(defaultEdge(owner, fallback.get()));
      }
    }
    fallback.ifPresent(backend -> row("").defaults.add(defaultEdge(owner, backend)));
  }

  private void addUntried(Owner owner, Row row, int rule, List<HttpPath> entries) {
    if (triedPlaces.isEmpty()) {
      rows.values().forEach(r -> r.paths.forEach(path -> triedPlaces.add(path.at())));
    }
    for (int j = 0; j < entries.size(); j++) {
      Location at = new Location(owner.id(), FieldPath.path(rule, j));
      if (!triedPlaces.contains(at)) {
        HttpPath entry = entries.get(j);
        row.paths.add(path(owner, 0, entry.type(), entry.path().orElse(""), entry.backend(), at));
      }
    }
  }

  private PathNode path(
      Owner owner, int rank, PathType type, String path, Optional<Backend> backend, Location at) {
    return new PathNode(
        rank,
        type,
        path,
        backend.map(b -> key(owner, b)),
        at,
        owner.chips().at(at),
        owner.marks(flags.of(at)));
  }

  private DefaultEdge defaultEdge(Owner owner, Backend backend) {
    Location at = new Location(owner.id(), FieldPath.defaultBackend());
    String name = owner.ingress().meta().qualifiedName();
    return new DefaultEdge(key(owner, backend), at, name, owner.marks(flags.of(at)));
  }

  private String key(Owner owner, Backend backend) {
    return backends.key(owner.ingress().meta().namespaceOrDefault(), backend.display());
  }

  private HostNode node(Row row, Set<ResourceId> flagged) {
    Set<String> secrets = new LinkedHashSet<>();
    int errors = 0;
    int warnings = 0;
    boolean stale = false;
    boolean legacy = !row.rules.isEmpty();
    Set<ResourceId> asked = new HashSet<>();
    for (Location rule : row.rules) {
      Owner owner = owners.get(rule.resource());
      if (owner == null) {
        continue;
      }
      stale |= owner.stale();
      legacy &= owner.ingress().isLegacy();
      int[] own = flags.of(rule);
      errors += own[0];
      warnings += own[1];
      if (asked.add(owner.id())) {
        secrets.addAll(owner.tls().secretsFor(row.host));
        int[] whole = ofWhole(owner, row.host, flagged.add(owner.id()));
        errors += whole[0];
        warnings += whole[1];
      }
    }
    List<Chip> common = commonChips(row);
    return new HostNode(
        row.host,
        namespace(row),
        List.copyOf(row.rules),
        List.copyOf(secrets),
        common.isEmpty() ? row.paths : withoutChips(row.paths),
        row.defaults,
        common,
        new Marks(errors, warnings, stale, legacy));
  }

  /** The one namespace of all that belongs to a row. */
  private Optional<String> namespace(Row row) {
    String found = null;
    for (Location rule : row.rules) {
      Owner owner = owners.get(rule.resource());
      String name = owner == null ? null : owner.ingress().meta().namespaceOrDefault();
      if (name != null && found != null && !found.equals(name)) {
        return Optional.empty();
      }
      found = name == null ? found : name;
    }
    for (DefaultEdge edge : row.defaults) {
      String name = edge.ingress().substring(0, Math.max(0, edge.ingress().indexOf('/')));
      if (found != null && !found.equals(name)) {
        return Optional.empty();
      }
      found = name;
    }
    return Optional.ofNullable(found);
  }

  /**
   * Problems of an Ingress that belong to no rule: those of a TLS entry go to the hosts that it
   * covers, all others, and those of an entry that covers none, to the first host of the Ingress.
   */
  private int[] ofWhole(Owner owner, String host, boolean first) {
    int[] sum = {0, 0};
    if (first) {
      add(sum, flags.of(Location.of(owner.id())));
    }
    if (!owner.flaggedTls().isEmpty()) {
      List<Integer> covering = owner.tls().entriesFor(host);
      owner
          .flaggedTls()
          .forEach(
              (index, counts) -> {
                if (covering.contains(index) || first && coversNoRule(owner, index)) {
                  add(sum, counts);
                }
              });
    }
    return sum;
  }

  private static boolean coversNoRule(Owner owner, int tls) {
    return owner.ingress().spec().rules().stream()
        .noneMatch(rule -> owner.tls().entriesFor(rule.host().orElse("")).contains(tls));
  }

  private static void add(int[] sum, int[] more) {
    sum[0] += more[0];
    sum[1] += more[1];
  }

  /** Chips that several paths of a host all have stand once, on the host. */
  private static List<Chip> commonChips(Row row) {
    if (row.paths.size() < 2) {
      return List.of();
    }
    List<Chip> first = row.paths.getFirst().chips();
    return row.paths.stream().allMatch(path -> sameLabels(path.chips(), first)) ? first : List.of();
  }

  /** Several Ingresses may say the same of a host. */
  private static boolean sameLabels(List<Chip> some, List<Chip> others) {
    if (some == others) {
      return true;
    }
    if (some.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < some.size(); i++) {
      if (!some.get(i).label().equals(others.get(i).label())) {
        return false;
      }
    }
    return true;
  }

  private static List<PathNode> withoutChips(List<PathNode> paths) {
    return paths.stream()
        .map(
            p ->
                new PathNode(
                    p.rank(), p.type(), p.path(), p.backend(), p.at(), List.of(), p.marks()))
        .toList();
  }
}
