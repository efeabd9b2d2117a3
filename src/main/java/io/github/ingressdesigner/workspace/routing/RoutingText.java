package io.github.ingressdesigner.workspace.routing;

import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.yaml.ReadResult;
import io.github.ingressdesigner.yaml.ScalarWriter;
import io.github.ingressdesigner.yaml.YamlCursor;
import io.github.ingressdesigner.yaml.YamlNode;
import io.github.ingressdesigner.yaml.YamlReader;
import io.github.ingressdesigner.yaml.YamlTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The text of the settings file:
 *
 * <pre>
 * controller: ingress-nginx
 * settings:
 *   ingress-nginx:
 *     use-forwarded-headers: "true"
 * </pre>
 */
final class RoutingText {
  private static final Set<String> KNOWN = Set.of("controller", "settings");

  private static final String HEAD =
      "# How Ingress Designer routes the files of this folder: the controller and its settings.\n";

  /**
   * What a text says.
   *
   * @param problem why it cannot be read, with its line; then the settings are empty
   */
  record Read(RoutingSettings settings, Optional<String> problem) {}

  private RoutingText() {}

  static Read read(String text) {
    SourceText source = SourceText.of(text);
    return switch (new YamlReader().read(source.string())) {
      case ReadResult.Parsed(YamlTree tree) -> read(source, cursor(tree));
      case ReadResult.Empty _ -> new Read(RoutingSettings.NONE, Optional.empty());
      case ReadResult.Template(String why) -> bad(source, 0, why);
      case ReadResult.Broken(String message, int offset) -> bad(source, offset, message);
    };
  }

  private static Read read(SourceText source, YamlCursor root) {
    if (!(root.node() instanceof YamlNode.Mapping)) {
      return bad(source, 0, "A mapping is expected, with controller and settings.");
    }
    Optional<String> controller = root.get("controller").flatMap(RoutingText::scalar);
    Map<String, DialectConfig> settings = new LinkedHashMap<>();
    Optional<YamlCursor> all = root.get("settings").filter(at -> !isMissing(at));
    if (all.isPresent() && !(all.get().node() instanceof YamlNode.Mapping)) {
      return bad(source, all.get().start(), "settings must be a mapping of controllers.");
    }
    for (int i = 0; all.isPresent() && i < all.get().entries().size(); i++) {
      YamlCursor one = all.get().value(i);
      Optional<String> id = scalar(all.get().key(i));
      if (isMissing(one) || id.isEmpty()) {
        continue;
      }
      if (!(one.node() instanceof YamlNode.Mapping)) {
        return bad(source, one.start(), "The settings of a controller must be keys and values.");
      }
      Map<String, String> values = new LinkedHashMap<>();
      for (int j = 0; j < one.entries().size(); j++) {
        Optional<String> key = scalar(one.key(j));
        Optional<String> value = scalar(one.value(j));
        if (key.isEmpty() || value.isEmpty()) {
          return bad(source, one.key(j).start(), "A setting must be one value, not a list.");
        }
        values.put(key.get(), value.get());
      }
      settings.put(id.get(), new DialectConfig(values));
    }
    try {
      return new Read(
          new RoutingSettings(controller, settings, LintText.read(root)), Optional.empty());
    } catch (LintText.BadLintException e) {
      return bad(source, e.offset(), e.getMessage());
    }
  }

  private static Read bad(SourceText source, int offset, String message) {
    int line = source.lines().lineOf(Math.min(offset, source.length())) + 1;
    return new Read(RoutingSettings.NONE, Optional.of("line " + line + ": " + message));
  }

  private static YamlCursor cursor(YamlTree tree) {
    return new YamlCursor(tree.root(), tree.rootOffset(), Optional.empty());
  }

  private static Optional<String> scalar(YamlCursor at) {
    return at.node() instanceof YamlNode.Scalar scalar && !scalar.isMissing()
        ? Optional.of(scalar.value())
        : Optional.empty();
  }

  private static boolean isMissing(YamlCursor at) {
    return at.node() instanceof YamlNode.Scalar scalar && scalar.isMissing();
  }

  /**
   * The text that says this. Values that changed are replaced where they stand; where lines come or
   * go the file is written anew, below the comments at its head.
   */
  static String write(String before, RoutingSettings settings) {
    Read old = read(before);
    if (old.problem().isEmpty() && old.settings().equals(settings)) {
      return before;
    }
    RoutingSettings routing = settings.with(old.settings().lint());
    String text = replaced(before, old.settings(), routing).orElseGet(() -> anew(before, settings));
    return old.settings().lint().equals(settings.lint())
        ? text
        : Sections.replaced(text, LintText.KEY, LintText.write(settings.lint()));
  }

  private static Optional<String> replaced(
      String before, RoutingSettings old, RoutingSettings settings) {
    boolean sameKeys =
        old.controller().isPresent() == settings.controller().isPresent()
            && old.settings().keySet().equals(settings.settings().keySet())
            && old.settings().keySet().stream()
                .allMatch(
                    id -> old.of(id).values().keySet().equals(settings.of(id).values().keySet()));
    if (!sameKeys || !(new YamlReader().read(before) instanceof ReadResult.Parsed(YamlTree tree))) {
      return Optional.empty();
    }
    YamlCursor root = cursor(tree);
    List<TextEdit> edits = new ArrayList<>();
    settings
        .controller()
        .filter(id -> !old.controller().equals(Optional.of(id)))
        .ifPresent(id -> edits.add(edit(before, root.get("controller").orElseThrow(), id)));
    for (String controller : settings.settings().keySet()) {
      YamlCursor one = root.get("settings").flatMap(all -> all.get(controller)).orElseThrow();
      Map<String, String> values = old.of(controller).values();
      settings.of(controller).values().entrySet().stream()
          .filter(e -> !e.getValue().equals(values.get(e.getKey())))
          .forEach(e -> edits.add(edit(before, one.get(e.getKey()).orElseThrow(), e.getValue())));
    }
    edits.sort(Comparator.comparingInt(TextEdit::offset));
    String text = SourceText.of(before).apply(new TextEdits(edits)).string();
    return Optional.of(text).filter(t -> read(t).settings().equals(settings));
  }

  private static TextEdit edit(String text, YamlCursor at, String value) {
    TextRange range = at.valueRange();
    YamlNode.Style style = ((YamlNode.Scalar) at.node()).style();
    String written = ScalarWriter.inline(value, style, false);
    return new TextEdit(range.start(), text.substring(range.start(), range.end()), written);
  }

  private static String anew(String before, RoutingSettings settings) {
    StringBuilder text = new StringBuilder(head(before));
    settings
        .controller()
        .ifPresent(id -> text.append("controller: ").append(plain(id)).append('\n'));
    if (!settings.settings().isEmpty()) {
      text.append("settings:\n");
    }
    settings
        .settings()
        .forEach(
            (controller, config) -> {
              text.append("  ").append(plain(controller)).append(":\n");
              config
                  .values()
                  .forEach(
                      (key, value) ->
                          text.append("    ")
                              .append(plain(key))
                              .append(": ")
                              .append(plain(value))
                              .append('\n'));
            });
    return text.append(Sections.others(before, KNOWN)).toString();
  }

  private static String plain(String value) {
    return ScalarWriter.inline(value, YamlNode.Style.PLAIN, false);
  }

  /** The comment lines that a file begins with; ours where there are none. */
  private static String head(String before) {
    StringBuilder head = new StringBuilder();
    for (String line : before.lines().toList()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        break;
      }
      head.append(line).append('\n');
    }
    return head.isEmpty() ? HEAD : head.toString();
  }
}
