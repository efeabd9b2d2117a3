package io.github.ingressdesigner.ui.editor;

import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.FieldPath.Index;
import io.github.ingressdesigner.model.FieldPath.Key;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.Resource;
import io.github.ingressdesigner.route.Decision;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Trace;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.workspace.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From addresses to the elements that people see: a path, a host, a TLS entry. */
final class Elements {
  private static final int RULE_DEPTH = 3;
  private static final int PATH_DEPTH = 6;

  private Elements() {}

  /** A step on the way to an element, to be shown and clicked. */
  record Crumb(String text, Location at) {}

  /** The element that a field belongs to: its path, else its rule or TLS entry, else itself. */
  static Location elementOf(Location field) {
    List<FieldPath.Element> steps = field.path().elements();
    if (isList(steps, "rules")) {
      boolean inPath = steps.size() >= PATH_DEPTH && steps.get(PATH_DEPTH - 1) instanceof Index;
      return cut(field, inPath ? PATH_DEPTH : RULE_DEPTH);
    }
    if (isList(steps, "tls")) {
      return cut(field, RULE_DEPTH);
    }
    boolean defaultBackend = steps.size() >= 2 && steps.get(1).equals(new Key("defaultBackend"));
    return defaultBackend ? cut(field, 2) : field;
  }

  /** The lines to mark for a selected field: the whole path, but of a rule only its host. */
  static List<TextRange> marked(Snapshot snapshot, Location field) {
    Location element = elementOf(field);
    int depth = element.path().elements().size();
    if (depth == 0) {
      return range(snapshot, element.key("metadata").key("name"));
    }
    if (depth == RULE_DEPTH && isList(element.path().elements(), "rules")) {
      return hostLine(snapshot, element);
    }
    return range(snapshot, element);
  }

  /** The lines that decide about a request: the host of the rule and the path, or the backend. */
  static List<TextRange> traced(Snapshot snapshot, Decision decision) {
    List<TextRange> ranges = new ArrayList<>();
    decidedAt(decision).ifPresent(at -> ranges.addAll(withHost(snapshot, elementOf(at))));
    return ranges;
  }

  /** Where the outcome is decided; for a request that is split, its first way. */
  static Optional<Location> decidedAt(Decision decision) {
    return outcomeAt(decision.outcome())
        .or(
            () ->
                decision.trace().steps().stream()
                    .filter(Trace.PathStep.class::isInstance)
                    .map(Trace.PathStep.class::cast)
                    .filter(step -> step.verdict() == Trace.Verdict.WINS)
                    .map(Trace.PathStep::at)
                    .findFirst());
  }

  private static Optional<Location> outcomeAt(Outcome outcome) {
    return outcome instanceof Outcome.Split split
        ? split.options().stream().findFirst().flatMap(option -> outcomeAt(option.outcome()))
        : outcome.at();
  }

  private static List<TextRange> withHost(Snapshot snapshot, Location element) {
    List<TextRange> ranges = new ArrayList<>();
    if (element.path().elements().size() == PATH_DEPTH) {
      ranges.addAll(hostLine(snapshot, cut(element, RULE_DEPTH)));
    }
    ranges.addAll(range(snapshot, element));
    return ranges;
  }

  private static List<TextRange> hostLine(Snapshot snapshot, Location rule) {
    List<TextRange> host = range(snapshot, rule.key("host"));
    return host.isEmpty()
        ? range(snapshot, rule).stream().map(range -> TextRange.at(range.start())).toList()
        : host;
  }

  private static List<TextRange> range(Snapshot snapshot, Location at) {
    return snapshot.rangeOf(at).map(List::of).orElse(List.of());
  }

  /** The way to a field: resource, section, element. The file comes before it. */
  static List<Crumb> crumbs(Snapshot snapshot, Location field) {
    Optional<Resource> resource = snapshot.resources().find(field.resource());
    if (resource.isEmpty()) {
      return List.of();
    }
    List<Crumb> crumbs = new ArrayList<>();
    crumbs.add(
        new Crumb(
            resource.get().meta().name().orElse(resource.get().kind()),
            Location.of(field.resource())));
    List<FieldPath.Element> steps = field.path().elements();
    int section = !steps.isEmpty() && steps.getFirst().equals(new Key("spec")) ? 2 : 1;
    if (steps.size() >= section) {
      crumbs.add(new Crumb(name(steps.get(section - 1)), cut(field, section)));
    }
    if (steps.size() > section) {
      Location element = elementOf(field);
      Optional<String> title = title(snapshot, element);
      crumbs.add(
          title
              .map(text -> new Crumb(text, element))
              .orElseGet(() -> new Crumb(lastName(steps), field)));
    }
    return crumbs;
  }

  private static Optional<String> title(Snapshot snapshot, Location element) {
    FieldPath path = element.path();
    return snapshot
        .resources()
        .findIngress(element.resource())
        .filter(ingress -> isList(path.elements(), "rules"))
        .map(ingress -> ingress.spec().rules())
        .filter(rules -> path.indexAt(0) < rules.size())
        .map(rules -> rules.get(path.indexAt(0)))
        .flatMap(
            rule -> {
              int index = path.indexAt(1);
              return index < 0 || index >= rule.paths().size()
                  ? rule.host()
                  : rule.paths().get(index).path();
            });
  }

  private static String lastName(List<FieldPath.Element> steps) {
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (steps.get(i) instanceof Key(String name)) {
        return name;
      }
    }
    return "";
  }

  private static String name(FieldPath.Element step) {
    return switch (step) {
      case Key(String name) -> name;
      case Index(int value) -> Integer.toString(value);
    };
  }

  private static boolean isList(List<FieldPath.Element> steps, String key) {
    return steps.size() >= RULE_DEPTH
        && steps.get(1).equals(new Key(key))
        && steps.get(2) instanceof Index;
  }

  private static Location cut(Location field, int steps) {
    FieldPath path = new FieldPath(field.path().elements().subList(0, steps));
    return new Location(field.resource(), path);
  }
}
