package io.github.ingressdesigner.suite;

import io.github.ingressdesigner.compare.Difference;
import io.github.ingressdesigner.suite.AcceptedDifferences.Key;
import io.github.ingressdesigner.yaml.ReadResult;
import io.github.ingressdesigner.yaml.ScalarWriter;
import io.github.ingressdesigner.yaml.YamlCursor;
import io.github.ingressdesigner.yaml.YamlNode;
import io.github.ingressdesigner.yaml.YamlNode.Scalar;
import io.github.ingressdesigner.yaml.YamlNode.Sequence;
import io.github.ingressdesigner.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The text of a file of accepted differences, to which entries are added and from which they are
 * taken. All other entries and comments stay as they are.
 *
 * @param text with LF; one that {@link AcceptedDifferences#read} reads without a notice
 */
public record AcceptedText(String text) {
  static final String HEAD =
      "# Differences of routing that are wanted. Remove an entry to be asked again.";

  private static final String LIST = "accepted";

  /**
   * The text with an entry for each difference; one that has an entry keeps it.
   *
   * @param why for people; empty for none
   */
  public String with(List<Difference> differences, String why) {
    String result = text;
    for (Difference difference : differences) {
      result = new AcceptedText(result).plus(Key.of(difference), why.strip());
    }
    return result;
  }

  private String plus(Key key, String why) {
    Optional<YamlCursor> root = root();
    Optional<YamlCursor> list = root.flatMap(r -> r.get(LIST));
    if (list.isEmpty()) {
      String start = text.isBlank() ? HEAD + "\n" : ended(text);
      return start + LIST + ":\n" + entry(key, why, "");
    }
    YamlCursor items = list.get();
    for (int i = 0; i < items.items().size(); i++) {
      if (isOf(items.item(i), key)) {
        return text;
      }
    }
    if (items.node() instanceof Sequence sequence && !sequence.flow()) {
      int dash = items.start() + sequence.items().getLast().start();
      int at = lineEnd(items.item(sequence.items().size() - 1).range().end());
      String indent = text.substring(lineStart(dash), dash);
      return ended(text.substring(0, at)) + entry(key, why, indent) + text.substring(at);
    }
    return rewritten(items, List.of(entry(key, why, "")), Optional.empty());
  }

  /** The text without the entry of a difference; itself where there is none. */
  public String without(Difference difference) {
    Key key = Key.of(difference);
    Optional<YamlCursor> list = root().flatMap(r -> r.get(LIST));
    if (list.isEmpty() || !(list.get().node() instanceof Sequence sequence)) {
      return text;
    }
    YamlCursor items = list.get();
    for (int i = sequence.items().size() - 1; i >= 0; i--) {
      if (isOf(items.item(i), key)) {
        String shorter =
            sequence.flow() || sequence.items().size() == 1
                ? rewritten(items, List.of(), Optional.of(key))
                : cut(items.start() + sequence.items().get(i).start(), items.item(i).range().end());
        // An entry may stand twice.
        return new AcceptedText(shorter).without(difference);
      }
    }
    return text;
  }

  /** The lines of an entry go with the comment right above it. */
  private String cut(int dash, int end) {
    int from = lineStart(dash);
    while (from > 0 && text.substring(lineStart(from - 1), from).strip().startsWith("#")) {
      from = lineStart(from - 1);
    }
    return text.substring(0, from) + text.substring(lineEnd(end));
  }

  /** The list as a block of its own, behind its key; what stood in its lines besides goes. */
  private String rewritten(YamlCursor items, List<String> more, Optional<Key> except) {
    List<String> entries = new ArrayList<>();
    for (int i = 0; i < items.items().size(); i++) {
      YamlCursor item = items.item(i);
      if (except.isEmpty() || !isOf(item, except.get())) {
        entries.add(
            entry(
                new Key(field(item, "request"), field(item, "from"), field(item, "to")),
                field(item, "why"),
                ""));
      }
    }
    entries.addAll(more);
    YamlCursor parent = items.parent().orElseThrow();
    int colon = text.indexOf(':', parent.key(parent.indexOf(LIST)).range().end()) + 1;
    int end = lineEnd(Math.max(colon, items.range().end()));
    String list = entries.isEmpty() ? " []\n" : "\n" + String.join("", entries);
    return text.substring(0, colon) + list + text.substring(end);
  }

  private Optional<YamlCursor> root() {
    return new YamlReader().read(text) instanceof ReadResult.Parsed parsed
        ? Optional.of(parsed.tree().cursor()).filter(c -> c.node() instanceof YamlNode.Mapping)
        : Optional.empty();
  }

  private static boolean isOf(YamlCursor item, Key key) {
    return field(item, "request").equals(key.request())
        && field(item, "from").equals(key.from())
        && field(item, "to").equals(key.to());
  }

  private static String field(YamlCursor item, String name) {
    return item.get(name)
        .map(YamlCursor::node)
        .filter(Scalar.class::isInstance)
        .map(node -> ((Scalar) node).value())
        .orElse("");
  }

  private static String entry(Key key, String why, String indent) {
    List<String> lines = new ArrayList<>();
    lines.add(indent + "- request: " + plain(key.request()));
    lines.add(indent + "  from: " + plain(key.from()));
    lines.add(indent + "  to: " + plain(key.to()));
    if (!why.isEmpty()) {
      lines.add(indent + "  why: " + plain(why));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String plain(String value) {
    return ScalarWriter.inline(value, YamlNode.Style.PLAIN, false);
  }

  private static String ended(String text) {
    return text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
  }

  private int lineStart(int offset) {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** Behind the line break of the line; the end of the text where it has none. */
  private int lineEnd(int offset) {
    int end = text.indexOf('\n', offset);
    return end < 0 ? text.length() : end + 1;
  }
}
