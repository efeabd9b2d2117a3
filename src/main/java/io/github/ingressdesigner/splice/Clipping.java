package io.github.ingressdesigner.splice;

import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.yaml.ReadResult;
import io.github.ingressdesigner.yaml.YamlCursor;
import io.github.ingressdesigner.yaml.YamlHabits;
import io.github.ingressdesigner.yaml.YamlNode;
import io.github.ingressdesigner.yaml.YamlReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Elements of an Ingress as text that can be copied and put elsewhere: a YAML list of its own, with
 * the comments of the elements.
 *
 * @param count how many elements
 */
public record Clipping(Kind kind, String yaml, int count) {
  /** What the elements are. */
  public enum Kind {
    PATHS,
    RULES,
    TLS,
    /** One whole resource. */
    RESOURCE,
    /** Nothing that could be put into an Ingress. */
    OTHER
  }

  private static final Clipping NOTHING = new Clipping(Kind.OTHER, "", 0);

  /**
   * Copies elements of lists; aliases in them are written out.
   *
   * @param places in the order in which they are copied, all of one kind
   * @return empty where a place is not in the text, or is no element of a list
   */
  public static Optional<Clipping> of(List<Location> places, PlanContext context) {
    Planning planning = new Planning(context, Planning.Sharing.SHARED);
    StringBuilder yaml = new StringBuilder();
    try {
      for (Location place : places) {
        Way way = planning.look(place);
        Slice slice = planning.draft(place.resource()).slice();
        Optional<Element> element =
            way.isFound() ? Element.around(slice, way.occurrence()) : Optional.empty();
        if (element.isEmpty() || !element.get().isItem()) {
          return Optional.empty();
        }
        YamlHabits habits = YamlHabits.near(element.get().value(), slice.text());
        yaml.append(Items.sent(element.get(), Optional.empty()).lines(0, habits)).append('\n');
      }
    } catch (Stop _) {
      return Optional.empty();
    }
    return Optional.of(read(yaml.toString()));
  }

  /** Tells what a text holds. */
  public static Clipping read(String text) {
    String yaml = text.replace("\r\n", "\n").replace('\r', '\n');
    if (!(new YamlReader().read(yaml) instanceof ReadResult.Parsed parsed)) {
      return NOTHING;
    }
    YamlCursor root = parsed.tree().cursor();
    if (root.node() instanceof YamlNode.Sequence list && !list.items().isEmpty()) {
      Kind kind = kind(root.item(0));
      boolean same = true;
      for (int i = 1; i < list.items().size(); i++) {
        same &= kind(root.item(i)) == kind;
      }
      boolean fits = same && kind != Kind.OTHER && kind != Kind.RESOURCE;
      return fits ? new Clipping(kind, yaml, list.items().size()) : NOTHING;
    }
    Kind kind = kind(root);
    return switch (kind) {
      case RESOURCE -> new Clipping(kind, yaml, 1);
      case PATHS, RULES, TLS -> new Clipping(kind, asItem(yaml), 1);
      case OTHER -> NOTHING;
    };
  }

  private static Kind kind(YamlCursor cursor) {
    if (!(cursor.node() instanceof YamlNode.Mapping mapping)) {
      return Kind.OTHER;
    }
    Set<String> keys =
        mapping.entries().stream()
            .map(entry -> entry.key() instanceof YamlNode.Scalar key ? key.value() : "")
            .collect(Collectors.toSet());
    if (keys.contains("kind") && keys.contains("apiVersion")) {
      return Kind.RESOURCE;
    }
    if (keys.contains("path") || keys.contains("pathType") || keys.contains("backend")) {
      return Kind.PATHS;
    }
    if (keys.contains("http") || keys.contains("host")) {
      return Kind.RULES;
    }
    return keys.contains("secretName") || keys.contains("hosts") ? Kind.TLS : Kind.OTHER;
  }

  /** A mapping by itself as the only element of a list. */
  private static String asItem(String yaml) {
    StringBuilder item = new StringBuilder();
    boolean first = true;
    for (String line : yaml.stripIndent().strip().lines().toList()) {
      item.append(first ? "- " : line.isEmpty() ? "" : "  ").append(line).append('\n');
      first = false;
    }
    return item.toString();
  }
}
