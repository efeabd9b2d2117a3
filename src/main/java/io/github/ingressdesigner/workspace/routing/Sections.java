package io.github.ingressdesigner.workspace.routing;

import io.github.ingressdesigner.yaml.ReadResult;
import io.github.ingressdesigner.yaml.YamlCursor;
import io.github.ingressdesigner.yaml.YamlReader;
import io.github.ingressdesigner.yaml.YamlTree;
import java.util.Optional;
import java.util.Set;

/** The top-level entries of a settings file as lines of text. */
final class Sections {
  private Sections() {}

  /** The lines of all entries but some, as they are written. */
  static String others(String text, Set<String> known) {
    Optional<YamlCursor> root = root(text);
    StringBuilder others = new StringBuilder();
    for (int i = 0; root.isPresent() && i < root.get().entries().size(); i++) {
      if (!known.contains(key(text, root.get(), i))) {
        others.append(text, start(text, root.get(), i), end(text, root.get(), i));
        if (!others.toString().endsWith("\n")) {
          others.append('\n');
        }
      }
    }
    return others.toString();
  }

  /** The text with other lines for an entry; without lines it goes. */
  static String replaced(String text, String key, String lines) {
    Optional<YamlCursor> root = root(text);
    for (int i = 0; root.isPresent() && i < root.get().entries().size(); i++) {
      if (key(text, root.get(), i).equals(key)) {
        return text.substring(0, start(text, root.get(), i))
            + lines
            + text.substring(end(text, root.get(), i));
      }
    }
    return text + (text.isEmpty() || text.endsWith("\n") ? "" : "\n") + lines;
  }

  private static Optional<YamlCursor> root(String text) {
    return new YamlReader().read(text) instanceof ReadResult.Parsed(YamlTree tree)
        ? Optional.of(tree.cursor())
        : Optional.empty();
  }

  private static String key(String text, YamlCursor root, int index) {
    var range = root.key(index).valueRange();
    return text.substring(range.start(), range.end());
  }

  private static int start(String text, YamlCursor root, int index) {
    return text.lastIndexOf('\n', root.key(index).start() - 1) + 1;
  }

  private static int end(String text, YamlCursor root, int index) {
    return index + 1 < root.entries().size() ? start(text, root, index + 1) : text.length();
  }
}
