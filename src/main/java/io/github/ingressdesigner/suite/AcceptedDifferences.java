package io.github.ingressdesigner.suite;

import io.github.ingressdesigner.compare.Difference;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.yaml.ReadResult;
import io.github.ingressdesigner.yaml.YamlCursor;
import io.github.ingressdesigner.yaml.YamlReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Differences that people have looked at and want, in a file that is committed:
 *
 * <pre>
 * accepted:
 * - request: GET https://shop.example/apiary
 *   from: web:80
 *   to: api:80
 *   why: optional
 * </pre>
 */
public final class AcceptedDifferences {
  public static final String FILE = ".ingress-designer-accepted.yaml";

  public static final AcceptedDifferences NONE = new AcceptedDifferences(Map.of(), List.of());

  private static final Set<String> TOP = Set.of("accepted");
  private static final Set<String> ENTRY = Set.of("request", "from", "to", "why");

  /** By what an entry is told: the witness and both answers. */
  record Key(String request, String from, String to) {
    static Key of(Difference difference) {
      String condition =
          difference.condition().isEmpty() ? "" : " (" + difference.condition() + ")";
      return new Key(
          difference.witness().method() + " " + difference.url() + condition,
          Wording.of(difference.from()),
          Wording.of(difference.to()));
    }
  }

  private final Map<Key, String> keys;
  private final List<Notice> notices;

  private AcceptedDifferences(Map<Key, String> keys, List<Notice> notices) {
    this.keys = Map.copyOf(keys);
    this.notices = List.copyOf(notices);
  }

  /**
   * Reads such a file; what cannot be read is noticed and accepts nothing.
   *
   * @param name for messages
   */
  public static AcceptedDifferences read(String name, SourceText text) {
    Manifests.Source source = Manifests.Source.of(name, text);
    SuiteFields fields = new SuiteFields(source);
    return switch (new YamlReader().read(text.string())) {
      case ReadResult.Parsed parsed -> {
        YamlCursor root =
            new YamlCursor(parsed.tree().root(), parsed.tree().rootOffset(), Optional.empty());
        yield read(root, fields);
      }
      case ReadResult.Empty _ -> NONE;
      case ReadResult.Template(String why) ->
          new AcceptedDifferences(Map.of(), List.of(new Notice(source.spot(0), why)));
      case ReadResult.Broken(String message, int offset) ->
          new AcceptedDifferences(Map.of(), List.of(new Notice(source.spot(offset), message)));
    };
  }

  private static AcceptedDifferences read(YamlCursor root, SuiteFields fields) {
    Map<Key, String> keys = new HashMap<>();
    if (fields.isMapping(root, "The file", TOP)) {
      for (YamlCursor entry : fields.list(root, "accepted")) {
        if (fields.isMapping(entry, "An entry of accepted", ENTRY)) {
          Optional<String> request = fields.text(entry, "request");
          Optional<String> from = fields.text(entry, "from");
          Optional<String> to = fields.text(entry, "to");
          if (request.isPresent() && from.isPresent() && to.isPresent()) {
            String why = fields.text(entry, "why").orElse("");
            keys.put(new Key(request.get(), from.get(), to.get()), why);
          } else {
            fields.notice(entry, "An entry of accepted needs request, from and to.");
          }
        }
      }
    }
    return new AcceptedDifferences(keys, fields.notices());
  }

  /** Whether somebody has accepted this difference, with these two answers. */
  public boolean accepts(Difference difference) {
    return !keys.isEmpty() && keys.containsKey(Key.of(difference));
  }

  /** Why it was accepted; empty where nobody said so, or nobody accepted it. */
  public String why(Difference difference) {
    return keys.getOrDefault(Key.of(difference), "");
  }

  /** What could not be read. */
  public List<Notice> notices() {
    return notices;
  }

  /** The text of a file that accepts all of these. */
  public static String write(List<Difference> differences) {
    return new AcceptedText(AcceptedText.HEAD + "\naccepted: []\n").with(differences, "");
  }
}
