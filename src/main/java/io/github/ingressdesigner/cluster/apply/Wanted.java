package io.github.ingressdesigner.cluster.apply;

import io.github.ingressdesigner.bind.JsonText;
import io.github.ingressdesigner.cluster.KubeObject;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.yaml.DocumentScanner;
import io.github.ingressdesigner.yaml.ReadResult;
import io.github.ingressdesigner.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An object as a file wants it, exactly as it is written there.
 *
 * @param source the file's name
 */
public record Wanted(String source, KubeObject object) {
  /**
   * What a text wants.
   *
   * @param problems documents that kubectl would refuse, in full sentences; then nothing of the
   *     text may be applied
   */
  public record Text(List<Wanted> objects, List<String> problems) {
    public Text {
      objects = List.copyOf(objects);
      problems = List.copyOf(problems);
    }
  }

  /** Reads a text as kubectl would; never a last good version of it. */
  public static Text read(String source, String text) {
    List<Wanted> objects = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (TextRange range : DocumentScanner.scan(text)) {
      String where = source + " line " + text.substring(0, range.start()).lines().count();
      switch (new YamlReader().read(text.substring(range.start(), range.end()))) {
        case ReadResult.Empty _ -> {}
        case ReadResult.Template template -> problems.add(where + ": " + template.why());
        case ReadResult.Broken broken -> problems.add(where + ": " + broken.message());
        case ReadResult.Parsed parsed -> {
          switch (JsonText.of(parsed.tree())) {
            case JsonText.Refused refused ->
                problems.add(where + ": " + refused.at() + ": " + refused.message());
            case JsonText.Json json ->
                KubeObject.parse(json.text())
                    .ifPresentOrElse(
                        object -> add(source, where, object, objects, problems),
                        () -> problems.add(where + ": This is no Kubernetes object."));
          }
        }
      }
    }
    return new Text(objects, problems);
  }

  private static void add(
      String source, String where, KubeObject object, List<Wanted> objects, List<String> problems) {
    if (object.kind().endsWith("List") && object.get("items").isArray()) {
      for (JsonNode item : object.get("items")) {
        if (item instanceof ObjectNode node) {
          add(source, where, new KubeObject(node), objects, problems);
        }
      }
      return;
    }
    if (object.apiVersion().isEmpty() || object.kind().isEmpty() || object.name().isEmpty()) {
      problems.add(where + ": An object needs apiVersion, kind and metadata.name.");
      return;
    }
    objects.add(new Wanted(source, object));
  }
}
