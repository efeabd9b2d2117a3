package io.github.ingressdesigner.cluster.clean;

import io.github.ingressdesigner.cluster.KubeObject;
import io.github.ingressdesigner.yaml.BlockWriter;
import io.github.ingressdesigner.yaml.Sketch;
import io.github.ingressdesigner.yaml.YamlHabits;
import io.github.ingressdesigner.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An object as a YAML document: block style, a line break at the end. */
public final class YamlText {
  private static final String KEYLESS =
      "# The private key is left out: it never leaves the cluster.\n";

  private YamlText() {}

  /** The keys stand in the order of the object. */
  public static String of(KubeObject object) {
    String text =
        new BlockWriter(YamlHabits.DEFAULT).entries((Sketch.Fields) sketch(object.json()), 0);
    return (object.kind().equals("Secret") ? KEYLESS : "") + text + "\n";
  }

  private static Sketch sketch(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> {
        List<Sketch.Field> fields = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
          fields.add(Sketch.Field.of(entry.getKey(), sketch(entry.getValue())));
        }
        yield Sketch.fields(fields);
      }
      case ArrayNode list -> {
        List<Sketch> items = new ArrayList<>();
        list.forEach(item -> items.add(sketch(item)));
        yield Sketch.items(items);
      }
      default ->
          node.isString()
              ? text(node.asString())
              : new Sketch.Bare(Sketch.Props.NONE, node.toString());
    };
  }

  private static Sketch text(String value) {
    YamlNode.Style style = value.contains("\n") ? YamlNode.Style.LITERAL : YamlNode.Style.PLAIN;
    return new Sketch.Text(Sketch.Props.NONE, value, style);
  }
}
