package io.github.ingressdesigner.workspace.recovery;

import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.yaml.DocumentScanner;
import io.github.ingressdesigner.yaml.ReadResult;
import io.github.ingressdesigner.yaml.YamlCursor;
import io.github.ingressdesigner.yaml.YamlNode;
import io.github.ingressdesigner.yaml.YamlReader;
import io.github.ingressdesigner.yaml.YamlTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the values of Secrets stand in a text: all but what is known to be harmless, comments
 * included, and the copy that kubectl keeps in an annotation. Where it is not certain, rather too
 * much than too little: a text that names a Secret and cannot be read counts as a whole.
 */
final class SecretRanges {
  private static final Pattern KIND =
      Pattern.compile("(?:^|[{,\\s-])[\"']?kind[\"']?[ \\t]*:[ \\t]*[\"']?([^\\s\"',}#]*)");
  private static final Pattern VALUES =
      Pattern.compile("(?:^|[{,\\s-])[\"']?(data|stringData)[\"']?[ \\t]*:");
  private static final Pattern SECRET = Pattern.compile("\\bSecret\\b");

  /** Of a Secret; under any other key a value may stand, {@code data} half renamed say. */
  private static final Set<String> HARMLESS =
      Set.of("apiVersion", "kind", "metadata", "type", "immutable");

  private static final Set<String> HARMLESS_METADATA =
      Set.of("name", "namespace", "generateName", "labels", "annotations", "creationTimestamp");
  private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";
  private static final int DEEPEST_LIST = 4;

  private final YamlReader reader = new YamlReader();
  private final List<TextRange> found = new ArrayList<>();

  private SecretRanges() {}

  /**
   * @param wanted only documents for whose slice this is true are looked at
   * @return in order, not overlapping
   */
  static List<TextRange> in(String text, Predicate<TextRange> wanted) {
    SecretRanges ranges = new SecretRanges();
    for (TextRange slice : DocumentScanner.scan(text)) {
      int end = endOfComments(text, slice.end());
      if (wanted.test(new TextRange(slice.start(), end))) {
        String document = text.substring(slice.start(), slice.end());
        ranges.look(document, slice.start());
        if (end > slice.end() && SECRET.matcher(document).find()) {
          ranges.found.add(new TextRange(slice.end(), end));
        }
      }
    }
    return joined(ranges.found);
  }

  /** Comments behind a document are cut off with the next one; they may be its last lines. */
  private static int endOfComments(String text, int from) {
    int at = from;
    while (at < text.length() && (text.charAt(at) == '#' || text.charAt(at) == '\n')) {
      int end = text.indexOf('\n', at);
      at = end < 0 ? text.length() : end + 1;
    }
    return at;
  }

  private void look(String slice, int start) {
    boolean named = SECRET.matcher(slice).find();
    if (!named && !mayHoldSecrets(slice)) {
      return;
    }
    if (reader.read(slice) instanceof ReadResult.Parsed(YamlTree tree) && !tree.hasAnchors()) {
      resource(tree.cursor(), slice, start, 0);
    } else if (named) {
      found.add(new TextRange(start, start + slice.length()));
    } else {
      fromFirstKey(slice, start);
    }
  }

  /** Saves reading: a document with kinds, all of them harmless, needs no second look. */
  private static boolean mayHoldSecrets(String slice) {
    if (!mentionsValues(slice) && !slice.contains(LAST_APPLIED)) {
      return false;
    }
    boolean anyKind = false;
    boolean harmless = !slice.contains("stringData");
    Matcher kind = KIND.matcher(slice);
    while (kind.find()) {
      anyKind = true;
      harmless &= !isSecretKind(kind.group(1)) && !kind.group(1).endsWith("List");
    }
    return !(anyKind && harmless);
  }

  /** The key itself, not {@code metadata}; faster than a pattern on large texts. */
  private static boolean mentionsValues(String slice) {
    for (int at = slice.indexOf("data"); at >= 0; at = slice.indexOf("data", at + 4)) {
      if (at == 0 || !Character.isLetterOrDigit(slice.charAt(at - 1))) {
        return true;
      }
    }
    return slice.contains("stringData");
  }

  /** A kind still being typed counts, and so do kinds built on Secret. */
  private static boolean isSecretKind(String kind) {
    return "Secret".startsWith(kind) || kind.contains("ecret") || kind.contains("{{");
  }

  private void fromFirstKey(String slice, int start) {
    Matcher values = VALUES.matcher(slice);
    int first = values.find() ? values.start() : 0;
    int applied = slice.indexOf(LAST_APPLIED);
    int from = applied >= 0 ? Math.min(applied, first) : first;
    found.add(new TextRange(start + from, start + slice.length()));
  }

  private void resource(YamlCursor cursor, String slice, int start, int depth) {
    Optional<YamlCursor> items = cursor.get("items");
    if (items.isPresent() && depth < DEEPEST_LIST) {
      for (int i = 0; i < items.get().items().size(); i++) {
        resource(items.get().item(i), slice, start, depth + 1);
      }
    }
    String kind = cursor.get("kind").map(SecretRanges::scalar).orElse("");
    boolean secret = isSecretKind(kind);
    for (int i = 0; i < cursor.entries().size(); i++) {
      String key = scalar(cursor.key(i));
      boolean listItems = key.equals("items") && items.isPresent();
      if (key.equals("stringData") || secret && !listItems && !HARMLESS.contains(key)) {
        values(cursor.value(i), start);
      } else if (secret && key.equals("metadata")) {
        metadata(cursor.value(i), start);
      }
    }
    if (secret) {
      comments(slice, cursor, start);
    }
  }

  private void metadata(YamlCursor metadata, int start) {
    for (int i = 0; i < metadata.entries().size(); i++) {
      String key = scalar(metadata.key(i));
      YamlCursor value = metadata.value(i);
      if (!HARMLESS_METADATA.contains(key)) {
        values(value, start);
        continue;
      }
      for (int j = 0; j < value.entries().size(); j++) {
        YamlCursor inner = value.value(j);
        boolean odd = !(inner.node() instanceof YamlNode.Scalar);
        if (odd || scalar(value.key(j)).equals(LAST_APPLIED)) {
          add(inner.valueRange(), start);
        }
      }
    }
  }

  private static String scalar(YamlCursor cursor) {
    return cursor.node() instanceof YamlNode.Scalar scalar ? scalar.value() : "";
  }

  private void values(YamlCursor values, int start) {
    if (values.entries().isEmpty()) {
      add(values.valueRange(), start);
    }
    for (int i = 0; i < values.entries().size(); i++) {
      add(values.value(i).valueRange(), start);
    }
  }

  /** A value that was commented out is a value; so no comment of a Secret is kept. */
  private void comments(String slice, YamlCursor resource, int start) {
    boolean whole = resource.place().isEmpty();
    int from = whole ? 0 : resource.range().start();
    int to = whole ? slice.length() : resource.range().end();
    int mark = slice.indexOf('#', from);
    while (mark >= 0 && mark < to) {
      int end = slice.indexOf('\n', mark);
      int lineEnd = end < 0 ? slice.length() : end;
      if (mark == 0 || Character.isWhitespace(slice.charAt(mark - 1))) {
        found.add(new TextRange(start + mark, start + lineEnd));
        mark = slice.indexOf('#', lineEnd);
      } else {
        mark = slice.indexOf('#', mark + 1);
      }
    }
  }

  private void add(TextRange range, int start) {
    if (!range.isEmpty()) {
      found.add(range.shift(start));
    }
  }

  private static List<TextRange> joined(List<TextRange> ranges) {
    List<TextRange> sorted = new ArrayList<>(ranges);
    sorted.sort(Comparator.comparingInt(TextRange::start));
    List<TextRange> joined = new ArrayList<>();
    for (TextRange range : sorted) {
      if (!joined.isEmpty() && joined.getLast().end() >= range.start()) {
        TextRange last = joined.removeLast();
        joined.add(new TextRange(last.start(), Math.max(last.end(), range.end())));
      } else {
        joined.add(range);
      }
    }
    return joined;
  }
}
