package io.github.ingressdesigner.ui.explorer;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.graph.Graph.HostNode;
import io.github.ingressdesigner.graph.Graph.PathNode;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.Resource;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.model.Resources.Located;
import io.github.ingressdesigner.model.Rule;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.workspace.Problem;
import io.github.ingressdesigner.workspace.Snapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The lines of one snapshot. Lines below a line are made when asked for, so that a closed branch of
 * thousands of paths costs nothing.
 */
final class Rows {
  private final List<FileId> open;
  private final Predicate<FileId> dirty;
  private final Optional<Folder> folder;
  private final Map<FileId, List<Located>> byFile = new HashMap<>();
  private final Map<ResourceId, Resource> byId = new HashMap<>();
  private final Map<String, HostNode> hosts = new HashMap<>();
  private final Map<FileId, Severity> fileProblems = new HashMap<>();
  private final Map<ResourceId, List<Problem>> problems = new HashMap<>();

  /**
   * @param open the files of the workspace in their order, also those that the snapshot does not
   *     know yet
   */
  Rows(Snapshot snapshot, List<FileId> open, Predicate<FileId> dirty, Optional<Folder> folder) {
    this.open = List.copyOf(open);
    this.dirty = dirty;
    this.folder = folder;
    for (Located located : snapshot.resources().all()) {
      byFile.computeIfAbsent(located.id().file(), f -> new ArrayList<>()).add(located);
      byId.put(located.id(), located.resource());
    }
    snapshot.graph().hosts().forEach(host -> hosts.put(host.host(), host));
    for (Problem problem : snapshot.problems()) {
      fileProblems.merge(problem.file(), problem.severity(), Rows::worse);
      problem
          .at()
          .ifPresent(
              at -> problems.computeIfAbsent(at.resource(), r -> new ArrayList<>()).add(problem));
    }
  }

  private static Severity worse(Severity a, Severity b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  /** The files, those of the folder and others. */
  List<Row> files() {
    Set<FileId> all = new LinkedHashSet<>();
    folder.ifPresent(f -> f.files().forEach(path -> all.add(new FileId(path.toString()))));
    all.addAll(open);
    return all.stream().map(this::file).toList();
  }

  private Row file(FileId file) {
    boolean isOpen = open.contains(file);
    List<Located> resources = byFile.getOrDefault(file, List.of());
    long ingresses = resources.stream().filter(l -> l.resource() instanceof Ingress).count();
    long others = resources.size() - ingresses;
    return new Row(
        isOpen ? Row.Kind.FILE : Row.Kind.CLOSED_FILE,
        file,
        file,
        Optional.empty(),
        name(file),
        isOpen && ingresses == 0 && others > 0 ? Long.toString(others) : "",
        false,
        Optional.ofNullable(fileProblems.get(file)),
        isOpen && dirty.test(file),
        (int) ingresses + kinds(resources).size());
  }

  /** In a folder the way from it, else the name alone. */
  private String name(FileId file) {
    return folder
        .map(f -> f.root())
        .filter(root -> Path.of(file.value()).startsWith(root))
        .map(root -> root.relativize(Path.of(file.value())).toString())
        .orElseGet(file::name);
  }

  /** The lines right below a line. */
  List<Row> children(Row row) {
    return switch (row.kind()) {
      case FILE -> resources(row.file());
      case INGRESS -> ingress(row.at().orElseThrow().resource());
      case HOST -> paths(row.at().orElseThrow());
      case CLOSED_FILE, PATH, DEFAULT_BACKEND, KIND -> List.of();
    };
  }

  private List<Row> resources(FileId file) {
    List<Row> rows = new ArrayList<>();
    List<Located> resources = byFile.getOrDefault(file, List.of());
    for (Located located : resources) {
      if (located.resource() instanceof Ingress ingress) {
        Location at = Location.of(located.id());
        int defaults = ingress.spec().defaultBackend().isPresent() ? 1 : 0;
        rows.add(
            element(
                Row.Kind.INGRESS,
                at,
                ingress.meta().name().orElse(Messages.text("explorer.noName")),
                false,
                ingress.spec().rules().size() + defaults));
      }
    }
    kinds(resources)
        .forEach(
            (kind, count) ->
                rows.add(
                    new Row(
                        Row.Kind.KIND,
                        file.value() + " " + kind,
                        file,
                        first(resources, kind).map(located -> Location.of(located.id())),
                        kind,
                        Integer.toString(count),
                        false,
                        Optional.empty(),
                        false,
                        0)));
    return rows;
  }

  private static Map<String, Integer> kinds(List<Located> resources) {
    Map<String, Integer> kinds = new LinkedHashMap<>();
    for (Located located : resources) {
      if (!(located.resource() instanceof Ingress)) {
        kinds.merge(located.resource().kind(), 1, Integer::sum);
      }
    }
    return kinds;
  }

  private static Optional<Located> first(List<Located> resources, String kind) {
    return resources.stream().filter(l -> l.resource().kind().equals(kind)).findFirst();
  }

  private List<Row> ingress(ResourceId id) {
    List<Row> rows = new ArrayList<>();
    if (byId.get(id) instanceof Ingress ingress) {
      List<Rule> rules = ingress.spec().rules();
      for (int i = 0; i < rules.size(); i++) {
        Rule rule = rules.get(i);
        String host = rule.host().orElse("");
        Location at = new Location(id, FieldPath.rule(i));
        boolean locked =
            !host.isEmpty() && hosts.containsKey(host) && !hosts.get(host).tls().isEmpty();
        String text = host.isEmpty() ? Messages.text("explorer.anyHost") : host;
        rows.add(element(Row.Kind.HOST, at, text, locked, rule.paths().size()));
      }
      if (ingress.spec().defaultBackend().isPresent()) {
        Location at = new Location(id, FieldPath.defaultBackend());
        rows.add(
            element(
                Row.Kind.DEFAULT_BACKEND, at, Messages.text("explorer.defaultBackend"), false, 0));
      }
    }
    return rows;
  }

  /** In the order in which the controller tries them; what it does not try comes last. */
  private List<Row> paths(Location ruleAt) {
    if (!(byId.get(ruleAt.resource()) instanceof Ingress ingress)) {
      return List.of();
    }
    int index = ruleAt.path().indexAt(0);
    if (index >= ingress.spec().rules().size()) {
      return List.of();
    }
    Rule rule = ingress.spec().rules().get(index);
    Map<Integer, HttpPath> left = new LinkedHashMap<>();
    for (int i = 0; i < rule.paths().size(); i++) {
      left.put(i, rule.paths().get(i));
    }
    List<Row> rows = new ArrayList<>();
    Optional.ofNullable(hosts.get(rule.host().orElse("")))
        .map(HostNode::paths)
        .orElse(List.of())
        .stream()
        .filter(node -> isIn(node, ruleAt))
        .map(node -> node.at().path().indexAt(1))
        .forEach(
            i -> Optional.ofNullable(left.remove(i)).ifPresent(p -> rows.add(path(ruleAt, i, p))));
    left.forEach((i, path) -> rows.add(path(ruleAt, i, path)));
    return rows;
  }

  private static boolean isIn(PathNode node, Location rule) {
    return node.at().resource().equals(rule.resource())
        && node.at().path().indexAt(0) == rule.path().indexAt(0);
  }

  private Row path(Location rule, int index, HttpPath path) {
    Location at = new Location(rule.resource(), FieldPath.path(rule.path().indexAt(0), index));
    String text = path.path().orElse(Messages.text("explorer.noPath"));
    return element(Row.Kind.PATH, at, text, false, 0);
  }

  private Row element(Row.Kind kind, Location at, String text, boolean locked, int children) {
    Optional<Severity> problem =
        problems.getOrDefault(at.resource(), List.of()).stream()
            .filter(p -> p.at().orElseThrow().path().startsWith(at.path()))
            .map(Problem::severity)
            .reduce(Rows::worse);
    return new Row(
        kind,
        at,
        at.resource().file(),
        Optional.of(at),
        text,
        "",
        locked,
        problem,
        false,
        children);
  }
}
