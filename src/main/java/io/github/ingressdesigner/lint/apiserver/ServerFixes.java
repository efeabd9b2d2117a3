package io.github.ingressdesigner.lint.apiserver;

import io.github.ingressdesigner.bind.SourceMap;
import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.lint.Fix;
import io.github.ingressdesigner.lint.LintDocument;
import io.github.ingressdesigner.migrate.ApiVersions;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.yaml.ScalarWriter;
import io.github.ingressdesigner.yaml.YamlCursor;
import io.github.ingressdesigner.yaml.YamlNode.Mapping;
import io.github.ingressdesigner.yaml.YamlNode.Scalar;
import io.github.ingressdesigner.yaml.YamlNode.Style;
import io.github.ingressdesigner.yaml.YamlTree;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What mends what the API server refuses; none where the text is shared through an alias. */
record ServerFixes(LintDocument document, YamlTree tree) {
  /** Takes out the entry that has no effect. */
  Optional<Fix> removeEarlier(JsonReader.Duplicate duplicate) {
    return duplicate.earlier() < 0
        ? Optional.empty()
        : removal(duplicate.mapping(), duplicate.earlier())
            .map(
                edits ->
                    Fix.safeEdits(
                        "Remove the first %s, which has no effect"
                            .formatted(duplicate.field().name()),
                        edits));
  }

  Optional<Fix> remove(Location at, String label) {
    return cursor(at)
        .flatMap(YamlCursor::place)
        .flatMap(place -> removal(place.parent(), place.index()))
        .map(edits -> Fix.safeEdits(label, edits));
  }

  Optional<Fix> rename(Location at, String name) {
    return cursor(at)
        .flatMap(YamlCursor::place)
        .filter(place -> place.parent().get(name).isEmpty())
        .map(place -> place.parent().key(place.index()))
        .filter(key -> key.node() instanceof Scalar)
        .map(
            key -> {
              String before = ((Scalar) key.node()).value();
              Style style = ((Scalar) key.node()).style();
              TextEdits edits = replaced(key.valueRange(), ScalarWriter.inline(name, style, false));
              String label = "Rename %s to %s".formatted(before, name);
              return name.equalsIgnoreCase(before)
                  ? Fix.safeEdits(label, edits)
                  : Fix.edits(label, edits);
            });
  }

  /** Puts text in quotes, or takes them away from a number. */
  Optional<Fix> retype(Location at, Schema wanted, Json value) {
    Optional<YamlCursor> cursor = cursor(at).filter(c -> c.node() instanceof Scalar);
    if (cursor.isEmpty() || cursor.get().node().tag().isPresent()) {
      return Optional.empty();
    }
    Scalar scalar = (Scalar) cursor.get().node();
    TextRange range = cursor.get().valueRange();
    boolean plain = scalar.style() == Style.PLAIN;
    boolean text = value instanceof Json.Bool || value instanceof Json.Num;
    if (wanted instanceof Schema.Text && text && plain) {
      return Optional.of(
          Fix.safeEdits("Put the value in quotes", replaced(range, '"' + scalar.value() + '"')));
    }
    boolean digits =
        value instanceof Json.Str(String written) && written.matches("0|[1-9][0-9]{0,8}");
    return wanted instanceof Schema.Whole && digits && !plain
        ? Optional.of(Fix.safeEdits("Take the quotes away", replaced(range, scalar.value())))
        : Optional.empty();
  }

  /** For apiVersion and kind. */
  Optional<Fix> ofType(Location at) {
    String field = at.path().toString();
    Optional<YamlCursor> cursor = cursor(at);
    Optional<YamlCursor> root = cursor(Location.of(at.resource()));
    Optional<String> kind = root.flatMap(r -> r.get("kind")).flatMap(ServerFixes::text);
    if (field.equals("kind") && cursor.isPresent()) {
      return cursor
          .flatMap(ServerFixes::text)
          .flatMap(
              written ->
                  List.of(ServedKind.values()).stream()
                      .map(ServedKind::kind)
                      .filter(k -> k.equalsIgnoreCase(written))
                      .findFirst())
          .flatMap(right -> scalar(at, right, true));
    }
    if (!field.equals("apiVersion") || root.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> api = kind.flatMap(ServedKind::named).map(ServedKind::apiVersion);
    boolean beta = cursor.flatMap(ServerFixes::text).filter(t -> t.endsWith("beta1")).isPresent();
    if (beta) {
      return ApiVersions.toV1(document.text(), tree, at.resource().item())
          .map(edits -> Fix.safeEdits("Convert to " + ApiVersions.V1, edits));
    }
    return cursor.isPresent()
        ? api.flatMap(version -> scalar(at, version, false))
        : api.filter(_ -> root.get().node() instanceof Mapping mapping && !mapping.flow())
            .filter(_ -> at.resource().item() < 0)
            .map(
                version ->
                    Fix.safeEdits(
                        "Write the apiVersion",
                        TextEdits.of(
                            TextEdit.insert(root.get().start(), "apiVersion: " + version + "\n"))));
  }

  /** Moves the class from the annotation to the field. */
  Optional<Fix> classField(Location annotation, Json object) {
    String name = object.get("metadata", "annotations").text(IngressValidation.CLASS_ANNOTATION);
    return name.isEmpty() || cursor(annotation).isEmpty()
        ? Optional.empty()
        : Optional.of(
            Fix.intent(
                "Use ingressClassName",
                new Intent.Together(
                    "Use ingressClassName",
                    List.of(
                        new Intent.SetIngressClass(annotation.resource(), Optional.of(name)),
                        new Intent.Remove(annotation)))));
  }

  Optional<Fix> ofCause(Cause cause, Location at, Json object) {
    if (at.resource().item() >= 0
        || cursor(at).isEmpty() && cause.rule() != ServerRules.PATH_TYPE) {
      return Optional.empty();
    }
    String written = cursor(at).flatMap(ServerFixes::text).orElse("");
    if (cause.rule() == ServerRules.HOST || cause.rule() == ServerRules.TLS_HOST) {
      return host(written).flatMap(right -> scalar(at, right, true));
    }
    if (cause.rule() == ServerRules.PATH_TYPE) {
      return pathType(at, written);
    }
    if (cause.rule() == ServerRules.PATH) {
      return path(at.parent(), written);
    }
    if (cause.rule() == ServerRules.CLASS_MISMATCH) {
      return Optional.of(Fix.intent("Remove the annotation", new Intent.Remove(at)));
    }
    if (cause.rule() == ServerRules.CLASS_NAME && written.isEmpty()) {
      return Optional.of(
          Fix.intent(
              "Take the default class",
              new Intent.SetIngressClass(at.resource(), Optional.empty())));
    }
    return cause.reason() == Cause.Reason.NOT_SUPPORTED
        ? word(at, cause, written)
        : Optional.empty();
  }

  /** DNS does not tell upper from lower case, and a dot at the end says no more. */
  private static Optional<String> host(String written) {
    String small = written.toLowerCase(Locale.ROOT);
    String host = small.endsWith(".") ? small.substring(0, small.length() - 1) : small;
    boolean right =
        host.indexOf('*') >= 0
            ? Formats.wildcardSubdomain(host).isEmpty()
            : Formats.dns1123Subdomain(host).isEmpty() && Address.parse(host).isEmpty();
    return right && !host.equals(written) ? Optional.of(host) : Optional.empty();
  }

  private Optional<Fix> pathType(Location at, String written) {
    for (PathType type :
        List.of(PathType.EXACT, PathType.PREFIX, PathType.IMPLEMENTATION_SPECIFIC)) {
      if (type.text().equalsIgnoreCase(written)) {
        return scalar(at, type.text(), true);
      }
    }
    return written.isEmpty()
        ? Optional.of(
            Fix.intent(
                "Set pathType to Prefix", new Intent.SetPathType(at.parent(), PathType.PREFIX)))
        : Optional.empty();
  }

  private static Optional<Fix> path(Location entry, String written) {
    if (!written.startsWith("/") && written.matches("[A-Za-z0-9._-][A-Za-z0-9._/-]*")) {
      return Optional.of(
          Fix.safeIntent("Begin the path with a slash", new Intent.SetPath(entry, "/" + written)));
    }
    if (written.isEmpty()) {
      return Optional.of(Fix.intent("Set the path to /", new Intent.SetPath(entry, "/")));
    }
    String single = written.replaceAll("/{2,}", "/");
    return written.startsWith("/") && !single.equals(written)
        ? Optional.of(Fix.intent("Write one slash", new Intent.SetPath(entry, single)))
        : Optional.empty();
  }

  /** The word in the right spelling, where only its case is wrong. */
  private Optional<Fix> word(Location at, Cause cause, String written) {
    int list = cause.message().indexOf("supported values: ");
    for (String known : cause.message().substring(Math.max(0, list)).split("\"")) {
      if (known.equalsIgnoreCase(written) && !known.equals(written)) {
        return scalar(at, known, true);
      }
    }
    return Optional.empty();
  }

  private Optional<Fix> scalar(Location at, String right, boolean safe) {
    return cursor(at)
        .filter(c -> c.node() instanceof Scalar scalar && isInline(scalar))
        .map(
            c -> {
              Style style = ((Scalar) c.node()).style();
              TextEdits edits = replaced(c.valueRange(), ScalarWriter.inline(right, style, false));
              String label = "Write " + right;
              return safe ? Fix.safeEdits(label, edits) : Fix.edits(label, edits);
            });
  }

  private static boolean isInline(Scalar scalar) {
    return scalar.style() != Style.LITERAL && scalar.style() != Style.FOLDED;
  }

  private static Optional<String> text(YamlCursor cursor) {
    return cursor.node() instanceof Scalar scalar ? Optional.of(scalar.value()) : Optional.empty();
  }

  private Optional<YamlCursor> cursor(Location at) {
    return SourceMap.find(tree, at.resource().item(), at.path())
        .filter(found -> !found.shared())
        .map(SourceMap.Found::occurrence);
  }

  private TextEdits replaced(TextRange range, String text) {
    return TextEdits.of(
        new TextEdit(range.start(), document.text().substring(range.start(), range.end()), text));
  }

  /** Whole lines, or the first entry behind a dash; of an entry that shares a line nothing else. */
  private Optional<TextEdits> removal(YamlCursor mapping, int index) {
    if (!(mapping.node() instanceof Mapping node)
        || node.flow()
        || node.entries().size() < 2
        || node.entries().get(index).value().anchor().isPresent()) {
      return Optional.empty();
    }
    String text = document.text();
    TextRange entry = SourceMap.elementRange(mapping.value(index));
    int start = text.lastIndexOf('\n', entry.start() - 1) + 1;
    int end = text.indexOf('\n', entry.end());
    if (end < 0) {
      return Optional.empty();
    }
    if (index == 0 && !text.substring(start, entry.start()).isBlank()) {
      int next = SourceMap.elementRange(mapping.value(1)).start();
      return text.substring(entry.end(), next).isBlank()
          ? Optional.of(cut(text, entry.start(), next))
          : Optional.empty();
    }
    String tail = text.substring(entry.end(), end).strip();
    return text.substring(start, entry.start()).isBlank()
            && (tail.isEmpty() || tail.startsWith("#"))
        ? Optional.of(cut(text, start, end + 1))
        : Optional.empty();
  }

  private static TextEdits cut(String text, int start, int end) {
    return TextEdits.of(new TextEdit(start, text.substring(start, end), ""));
  }
}
