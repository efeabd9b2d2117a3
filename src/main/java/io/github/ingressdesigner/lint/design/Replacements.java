package io.github.ingressdesigner.lint.design;

import io.github.ingressdesigner.catalog.AnnotationDoc;
import io.github.ingressdesigner.catalog.History;
import io.github.ingressdesigner.catalog.Nearest;
import io.github.ingressdesigner.lint.Fix;
import io.github.ingressdesigner.lint.LintContext;
import io.github.ingressdesigner.lint.common.TextChange;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.text.TextEdits;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What to write in place of a removed annotation or of a bad value. */
final class Replacements {
  private static final Map<String, String> PROTOCOLS =
      Map.of("secure-backends", "HTTPS", "grpc-backend", "GRPC");

  private Replacements() {}

  static Optional<Fix> of(
      LintContext context, Location at, String key, String value, History history) {
    String name = key.substring(key.indexOf('/') + 1);
    Optional<String> instead =
        history.instead().filter(i -> !i.endsWith("*") && !i.contains("router."));
    if (instead.isEmpty()) {
      return Optional.empty();
    }
    String protocol = PROTOCOLS.get(name);
    if (protocol == null) {
      return TextChange.at(context, at)
          .flatMap(change -> change.renameKey(instead.get()))
          .map(edits -> Fix.edits("Write " + instead.get(), edits));
    }
    return RegexPaths.isTrue(value)
        ? TextChange.at(context, at)
            .flatMap(
                change ->
                    change
                        .renameKey(instead.get())
                        .flatMap(k -> change.replace(protocol).map(v -> joined(k, v))))
            .map(edits -> Fix.edits("Write %s: %s".formatted(instead.get(), protocol), edits))
        : Optional.empty();
  }

  private static TextEdits joined(TextEdits a, TextEdits b) {
    return TextEdits.of(a.edits().getFirst(), b.edits().getFirst());
  }

  static Optional<String> value(AnnotationDoc doc, String value) {
    String plain = value.strip().toLowerCase(Locale.ROOT);
    return switch (doc.type()) {
      case BOOL ->
          switch (plain) {
            case "yes", "y", "true" -> Optional.of("true");
            case "no", "n", "false" -> Optional.of("false");
            default -> Optional.empty();
          };
      case SECONDS, NUMBER ->
          plain.matches("[0-9]{1,9}\\s*s(ec(onds)?)?")
              ? Optional.of(plain.replaceAll("[^0-9]", ""))
              : Optional.empty();
      case SIZE ->
          plain.matches("[0-9]{1,9}\\s*[kmg](i?b)?")
              ? Optional.of(plain.replaceAll("[\\sib]", ""))
              : Optional.empty();
      case CHOICE -> Nearest.to(value, doc.choices());
      default -> Optional.empty();
    };
  }
}
