package io.github.ingressdesigner.lint.common;

import io.github.ingressdesigner.bind.SourceMap;
import io.github.ingressdesigner.lint.LintContext;
import io.github.ingressdesigner.lint.LintDocument;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.yaml.ScalarWriter;
import io.github.ingressdesigner.yaml.YamlCursor;
import io.github.ingressdesigner.yaml.YamlNode.Mapping;
import io.github.ingressdesigner.yaml.YamlNode.Scalar;
import io.github.ingressdesigner.yaml.YamlNode.Sequence;
import io.github.ingressdesigner.yaml.YamlNode.Style;
import java.util.Optional;

/**
 * Small edits for fixes that no intent describes; offsets count from the start of the document.
 * Empty where the element is shared through an alias, or written in a way that wants a person.
 */
public record TextChange(String text, YamlCursor element) {
  /** The element at a place, if it may be edited. */
  public static Optional<TextChange> at(LintContext context, Location at) {
    return context
        .document(at)
        .flatMap(
            document ->
                document
                    .tree()
                    .flatMap(tree -> SourceMap.find(tree, at.resource().item(), at.path()))
                    .filter(found -> !found.shared())
                    .map(found -> of(document, found.occurrence())));
  }

  private static TextChange of(LintDocument document, YamlCursor cursor) {
    return new TextChange(document.text(), cursor);
  }

  /** The value of the scalar; empty for others. */
  public Optional<String> scalar() {
    return element.node() instanceof Scalar scalar ? Optional.of(scalar.value()) : Optional.empty();
  }

  /** Another value for a scalar, in its own quotes where it fits them. */
  public Optional<TextEdits> replace(String value) {
    if (!(element.node() instanceof Scalar scalar)) {
      return Optional.empty();
    }
    TextRange range = element.valueRange();
    String old = text.substring(range.start(), range.end());
    Style style = scalar.style();
    String written = ScalarWriter.inline(value, style, inFlow());
    return Optional.of(TextEdits.of(new TextEdit(range.start(), old, written)));
  }

  /** Another value without quotes: a number or a word of ours. */
  public Optional<TextEdits> replacePlain(String value) {
    if (!(element.node() instanceof Scalar)) {
      return Optional.empty();
    }
    TextRange range = element.valueRange();
    return Optional.of(
        TextEdits.of(
            new TextEdit(range.start(), text.substring(range.start(), range.end()), value)));
  }

  /** Another name for the key. */
  public Optional<TextEdits> renameKey(String key) {
    return element
        .place()
        .filter(place -> place.parent().node() instanceof Mapping)
        .map(place -> place.parent().key(place.index()))
        .filter(old -> old.node() instanceof Scalar)
        .map(
            old -> {
              TextRange range = old.valueRange();
              String written = ScalarWriter.inline(key, ((Scalar) old.node()).style(), inFlow());
              return TextEdits.of(
                  new TextEdit(range.start(), text.substring(range.start(), range.end()), written));
            });
  }

  private boolean inFlow() {
    return element
        .place()
        .filter(
            place ->
                place.parent().node() instanceof Mapping mapping && mapping.flow()
                    || place.parent().node() instanceof Sequence list && list.flow())
        .isPresent();
  }

  /** The element away, with its line or its comma; empty for the only one of its parent. */
  public Optional<TextEdits> remove() {
    if (element.place().isEmpty()) {
      return Optional.empty();
    }
    YamlCursor parent = element.place().get().parent();
    int index = element.place().get().index();
    int count = Math.max(parent.items().size(), parent.entries().size());
    if (count < 2) {
      return Optional.empty();
    }
    TextRange range = SourceMap.elementRange(element);
    if (inFlow()) {
      int start = index == 0 ? range.start() : text.lastIndexOf(',', range.start());
      int end = index == 0 ? afterComma(range.end()) : range.end();
      return Optional.of(edit(start, end));
    }
    int lineStart = text.lastIndexOf('\n', range.start() - 1) + 1;
    int lineEnd = text.indexOf('\n', range.end());
    if (!text.substring(lineStart, range.start()).isBlank()) {
      return Optional.empty();
    }
    return lineEnd < 0
        ? Optional.of(edit(Math.max(0, lineStart - 1), text.length()))
        : Optional.of(edit(lineStart, lineEnd + 1));
  }

  private int afterComma(int from) {
    int comma = text.indexOf(',', from);
    int end = comma + 1;
    while (end < text.length() && text.charAt(end) == ' ') {
      end++;
    }
    return end;
  }

  private TextEdits edit(int start, int end) {
    return TextEdits.of(new TextEdit(start, text.substring(start, end), ""));
  }

  /** One more scalar at the end of a list that has some. */
  public Optional<TextEdits> append(String value) {
    if (!(element.node() instanceof Sequence list) || list.items().isEmpty()) {
      return Optional.empty();
    }
    YamlCursor last = element.item(list.items().size() - 1);
    Style style = last.node() instanceof Scalar scalar ? scalar.style() : Style.PLAIN;
    String written = ScalarWriter.inline(value, style, list.flow());
    if (list.flow()) {
      return Optional.of(TextEdits.of(TextEdit.insert(last.range().end(), ", " + written)));
    }
    int dash = element.start() + list.items().getLast().start();
    int lineStart = text.lastIndexOf('\n', dash - 1) + 1;
    int column = dash - lineStart;
    int lineEnd = text.indexOf('\n', last.range().end());
    int at = lineEnd < 0 ? text.length() : lineEnd;
    return Optional.of(
        TextEdits.of(TextEdit.insert(at, "\n" + " ".repeat(column) + "- " + written)));
  }
}
