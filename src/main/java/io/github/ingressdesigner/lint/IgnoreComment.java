package io.github.ingressdesigner.lint;

import io.github.ingressdesigner.bind.SourceMap;
import io.github.ingressdesigner.text.LineIndex;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.yaml.YamlCursor;
import io.github.ingressdesigner.yaml.YamlNode.Scalar;
import io.github.ingressdesigner.yaml.YamlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A comment {@code # ingress-designer:ignore RULE reason}; several rules are joined by commas. At
 * the end of a line it covers the element that begins on that line, on a line of its own the
 * element that begins below it, and above all content the whole document.
 *
 * @param comment where it stands, in offsets of the document
 * @param covered what it covers, in offsets of the document
 * @param reason empty where none is given
 */
record IgnoreComment(TextRange comment, TextRange covered, List<String> rules, String reason) {
  private static final String WORD = "ingress-designer:ignore";

  IgnoreComment {
    rules = List.copyOf(rules);
  }

  boolean covers(String rule, int offset) {
    return covered.touches(offset) && rules.contains(rule);
  }

  /** All of a document, in order; none of one that is not parsed. */
  static List<IgnoreComment> of(LintDocument document) {
    String file = document.fileText().string();
    int from = document.range().start();
    int at = file.indexOf(WORD, from);
    if (at < 0 || at >= document.range().end() || document.tree().isEmpty()) {
      return List.of();
    }
    List<IgnoreComment> comments = new ArrayList<>();
    for (; at >= 0 && at < document.range().end(); at = file.indexOf(WORD, at + 1)) {
      read(document, document.tree().get(), at).ifPresent(comments::add);
    }
    return comments;
  }

  private static Optional<IgnoreComment> read(LintDocument document, YamlTree tree, int at) {
    String file = document.fileText().string();
    LineIndex lines = document.fileText().lines();
    int line = lines.lineOf(at);
    int hash = at - 1;
    while (hash >= lines.startOf(line) && file.charAt(hash) == ' ') {
      hash--;
    }
    boolean comment =
        hash >= lines.startOf(line)
            && file.charAt(hash) == '#'
            && (hash == lines.startOf(line) || Character.isWhitespace(file.charAt(hash - 1)));
    int start = document.range().start();
    if (!comment || isText(tree.cursor(), hash - start)) {
      return Optional.empty();
    }
    TextRange whole = new TextRange(hash, lines.endOf(line));
    String rest = file.substring(at + WORD.length(), lines.endOf(line)).strip();
    int space = 0;
    while (space < rest.length() && !Character.isWhitespace(rest.charAt(space))) {
      space++;
    }
    List<String> rules = List.of(rest.substring(0, space).split(",")).stream().toList();
    TextRange covered = covered(document, tree, line, hash);
    return Optional.of(
        new IgnoreComment(
            whole.shift(-start),
            covered,
            rules.stream().filter(rule -> !rule.isBlank()).toList(),
            rest.substring(space).strip()));
  }

  /** Whether the offset lies in a scalar, where a hash begins no comment. */
  private static boolean isText(YamlCursor root, int offset) {
    YamlCursor cursor = root.at(offset);
    return cursor.node() instanceof Scalar
        && cursor.range().start() <= offset
        && offset < cursor.range().end();
  }

  private static TextRange covered(LintDocument document, YamlTree tree, int line, int hash) {
    LineIndex lines = document.fileText().lines();
    String file = document.fileText().string();
    int start = document.range().start();
    int below = line;
    if (file.substring(lines.startOf(line), hash).isBlank()) {
      if (hash - start < tree.rootOffset()) {
        return new TextRange(0, document.range().length());
      }
      do {
        below++;
      } while (below < lines.lineCount() && isBlankOrComment(file, lines, below));
    }
    if (below >= lines.lineCount()) {
      return TextRange.at(hash - start);
    }
    TextRange wanted =
        new TextRange(
            Math.max(0, lines.startOf(below) - start), Math.max(0, lines.endOf(below) - start));
    return outermost(tree.cursor(), wanted)
        .map(found -> new TextRange(wanted.start(), Math.max(found.end(), wanted.end())))
        .orElse(wanted);
  }

  private static boolean isBlankOrComment(String file, LineIndex lines, int line) {
    String text = file.substring(lines.startOf(line), lines.endOf(line)).strip();
    return text.isEmpty() || text.startsWith("#");
  }

  /** The largest element that begins on the line. */
  private static Optional<TextRange> outermost(YamlCursor cursor, TextRange line) {
    int count = cursor.entries().size() + cursor.items().size();
    for (int i = 0; i < count; i++) {
      YamlCursor child = cursor.entries().isEmpty() ? cursor.item(i) : cursor.value(i);
      TextRange element = SourceMap.elementRange(child);
      if (element.start() >= line.start() && element.start() <= line.end()) {
        return Optional.of(element);
      }
      if (element.start() < line.start() && element.end() >= line.start()) {
        return outermost(child, line);
      }
    }
    return Optional.empty();
  }
}
