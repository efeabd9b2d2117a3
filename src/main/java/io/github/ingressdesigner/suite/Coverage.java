package io.github.ingressdesigner.suite;

import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.Rule;
import io.github.ingressdesigner.route.Trace;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which paths of the manifests some test reaches. A path that several suites name counts once, by
 * the place where it is written.
 */
public record Coverage(List<Item> items) {
  /**
   * One path of a rule, or the default backend of an Ingress.
   *
   * @param host as written; empty for rules without host
   * @param path as written; empty for a default backend
   */
  public record Item(Spot spot, String ingress, String host, String path, boolean reached) {}

  public Coverage {
    items = List.copyOf(items);
  }

  /** Of all suites together. */
  public static Coverage of(List<SuiteResult.Ran> results) {
    Map<Spot, Item> items = new LinkedHashMap<>();
    for (SuiteResult.Ran ran : results) {
      Set<Location> reached = reached(ran);
      Manifests manifests = ran.suite().manifests();
      manifests
          .resources()
          .ingresses()
          .forEach(
              located -> {
                Ingress ingress = (Ingress) located.resource();
                Location root = Location.of(located.id());
                collect(ingress, root, reached, manifests, items);
              });
    }
    return new Coverage(List.copyOf(items.values()));
  }

  /** The places that the answers of a run name. */
  public static Set<Location> reached(SuiteResult.Ran ran) {
    Set<Location> reached = new HashSet<>();
    for (SuiteResult.CaseResult result : ran.cases()) {
      reached.addAll(result.decision().outcome().answering());
      for (Trace.Step step : result.decision().trace().steps()) {
        if (step instanceof Trace.PathStep path && path.verdict() == Trace.Verdict.WINS) {
          reached.add(path.at());
        }
      }
    }
    return reached;
  }

  private static void collect(
      Ingress ingress,
      Location root,
      Set<Location> reached,
      Manifests manifests,
      Map<Spot, Item> items) {
    String name = ingress.meta().qualifiedName();
    List<Rule> rules = ingress.spec().rules();
    for (int i = 0; i < rules.size(); i++) {
      List<HttpPath> paths = rules.get(i).paths();
      for (int j = 0; j < paths.size(); j++) {
        Location at = new Location(root.resource(), FieldPath.path(i, j));
        String host = rules.get(i).host().orElse("");
        String path = paths.get(j).path().orElse("/");
        add(manifests, at, new Item(NOWHERE, name, host, path, reached.contains(at)), items);
      }
    }
    if (ingress.spec().defaultBackend().isPresent()) {
      Location at = root.key("spec").key("defaultBackend");
      add(manifests, at, new Item(NOWHERE, name, "", "", reached.contains(at)), items);
    }
  }

  private static final Spot NOWHERE = new Spot("", 0, 0);

  private static void add(Manifests manifests, Location at, Item item, Map<Spot, Item> items) {
    Optional<Spot> spot = manifests.spot(at);
    spot.ifPresent(
        s ->
            items.merge(
                s,
                new Item(s, item.ingress(), item.host(), item.path(), item.reached()),
                (known, again) -> known.reached() ? known : again));
  }

  public long reachedCount() {
    return items.stream().filter(Item::reached).count();
  }

  /** Reached paths of a hundred, rounded down; 100 where there is no path. */
  public int percent() {
    return items.isEmpty() ? 100 : (int) (reachedCount() * 100 / items.size());
  }

  public List<Item> missed() {
    return items.stream().filter(item -> !item.reached()).toList();
  }
}
