package io.github.ingressdesigner.migrate;

import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.yaml.YamlCursor;
import io.github.ingressdesigner.yaml.YamlNode.Mapping;
import java.util.Optional;

/**
 * Inserts {@code pathType: ImplementationSpecific} behind {@code path}, or before the first key.
 */
final class NewPathType {
  private static final String VALUE = "ImplementationSpecific";

  private NewPathType() {}

  static Optional<TextEdit> insert(String text, YamlCursor path) {
    if (!(path.node() instanceof Mapping mapping) || mapping.entries().isEmpty()) {
      return Optional.empty();
    }
    int index = path.indexOf("path");
    YamlCursor key = path.key(Math.max(index, 0));
    int start = key.range().start();
    String quote = text.charAt(start) == '"' ? "\"" : "";
    String entry = quote + "pathType" + quote + ": " + quote + VALUE + quote;
    if (mapping.flow()) {
      return Optional.of(
          index < 0
              ? TextEdit.insert(start, entry + ", ")
              : TextEdit.insert(path.value(index).range().end(), ", " + entry));
    }
    String indent = " ".repeat(start - (text.lastIndexOf('\n', start - 1) + 1));
    if (index < 0) {
      return Optional.of(TextEdit.insert(start, entry + "\n" + indent));
    }
    int end = text.indexOf('\n', path.value(index).range().end());
    return Optional.of(TextEdit.insert(end < 0 ? text.length() : end, "\n" + indent + entry));
  }
}
