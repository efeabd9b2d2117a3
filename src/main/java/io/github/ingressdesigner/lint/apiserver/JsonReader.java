package io.github.ingressdesigner.lint.apiserver;

import io.github.ingressdesigner.bind.AliasLimit;
import io.github.ingressdesigner.bind.KubeScalars;
import io.github.ingressdesigner.bind.KubeValue;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.yaml.YamlCursor;
import io.github.ingressdesigner.yaml.YamlNode;
import io.github.ingressdesigner.yaml.YamlNode.Alias;
import io.github.ingressdesigner.yaml.YamlNode.Mapping;
import io.github.ingressdesigner.yaml.YamlNode.Scalar;
import io.github.ingressdesigner.yaml.YamlNode.Sequence;
import io.github.ingressdesigner.yaml.YamlTree;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns YAML into JSON as sigs.k8s.io/yaml does for kubectl and the server: entries are set in the
 * order of the text, so that the last of two equal keys counts and a merge overrides what stands
 * above it.
 */
final class JsonReader {
  /**
   * @param value null where the document is refused
   * @param duplicates what a strict reader refuses
   * @param refusals what no reader accepts
   */
  record Read(Json value, List<Duplicate> duplicates, List<Refusal> refusals) {}

  /**
   * A key that is set a second time.
   *
   * @param merged whether a merge is one of the two
   * @param earlier index of the entry of the same mapping that is overridden, or -1
   */
  record Duplicate(Field field, TextRange key, boolean merged, YamlCursor mapping, int earlier) {}

  /** What kubectl and the server cannot read at all. */
  record Refusal(Field field, TextRange place, Optional<YamlCursor> at, String message) {}

  private record Target(Json value, long size) {}

  private final Map<String, YamlNode> anchors = new HashMap<>();
  private final Map<YamlNode, Target> targets = new IdentityHashMap<>();
  private final List<Duplicate> duplicates = new ArrayList<>();
  private final List<Refusal> refusals = new ArrayList<>();
  private long values;
  private long fromAliases;

  private JsonReader() {}

  static Read read(YamlTree tree) {
    JsonReader reader = new JsonReader();
    Json value = reader.value(tree.cursor(), Field.ROOT);
    if (AliasLimit.isExceeded(reader.values, reader.fromAliases)) {
      reader.refusals.add(
          new Refusal(
              Field.ROOT,
              tree.cursor().range(),
              Optional.empty(),
              "The aliases of this document grow to %d values; kubectl and the API server refuse it"
                      .formatted(reader.values)
                  + " (document contains excessive aliasing)."));
    }
    return new Read(
        reader.refusals.isEmpty() ? value : Json.NULL, reader.duplicates, reader.refusals);
  }

  private Json value(YamlCursor cursor, Field at) {
    values = AliasLimit.plus(values, 1);
    if (cursor.node() instanceof Alias alias) {
      return followed(alias, cursor, at);
    }
    YamlNode node = cursor.node();
    node.anchor().ifPresent(name -> anchors.put(name, node));
    long before = values;
    Json value =
        switch (node) {
          case Scalar scalar -> scalar(scalar, cursor, at);
          case Mapping _ -> mapping(cursor, at);
          case Sequence _ -> sequence(cursor, at);
          case Alias _ -> Json.NULL;
        };
    if (node.anchor().isPresent()) {
      targets.put(node, new Target(value, values - before + 1));
    }
    return value;
  }

  private Json followed(Alias alias, YamlCursor cursor, Field at) {
    YamlNode node = anchors.get(alias.name());
    Target target = node == null ? null : targets.get(node);
    if (target == null) {
      refuse(
          at,
          cursor,
          node == null
              ? "This alias has no anchor before it, so kubectl and the API server refuse the whole"
                  + " document. Put it in quotes if it is text."
              : "This alias stands inside its own anchor, so kubectl and the API server refuse the"
                  + " whole document.");
      return Json.NULL;
    }
    values = AliasLimit.plus(values, target.size());
    fromAliases = AliasLimit.plus(fromAliases, target.size());
    return target.value();
  }

  private Json scalar(Scalar scalar, YamlCursor cursor, Field at) {
    return switch (KubeScalars.of(scalar)) {
      case KubeValue.Text text -> new Json.Str(text.value());
      case KubeValue.Bool bool -> new Json.Bool(bool.value());
      case KubeValue.Whole whole -> new Json.Num(new BigDecimal(whole.value()));
      case KubeValue.Decimal decimal -> new Json.Num(BigDecimal.valueOf(decimal.value()));
      case KubeValue.Null _ -> Json.NULL;
      case KubeValue.Refused refused -> {
        refuse(
            at,
            cursor,
            "This value is not readable: %s. kubectl and the API server refuse the whole document."
                .formatted(refused.why()));
        yield Json.NULL;
      }
    };
  }

  private Json sequence(YamlCursor cursor, Field at) {
    List<Json> items = new ArrayList<>(cursor.items().size());
    for (int i = 0; i < cursor.items().size(); i++) {
      items.add(value(cursor.item(i), at.index(i)));
    }
    return new Json.Arr(items);
  }

  private Json mapping(YamlCursor cursor, Field at) {
    Map<String, Json> fields = new LinkedHashMap<>();
    Map<String, Integer> written = new HashMap<>();
    for (int i = 0; i < cursor.entries().size(); i++) {
      YamlCursor key = cursor.key(i);
      if (KubeScalars.isMerge(key.node())) {
        merge(cursor, i, at, fields);
        continue;
      }
      values = AliasLimit.plus(values, 1);
      Optional<String> name = KubeScalars.key(key.node());
      if (name.isEmpty()) {
        refuse(
            at,
            key,
            "A key must be text, not null, a list or a mapping; kubectl and the API server refuse"
                + " the whole document.");
        continue;
      }
      Field below = at.child(name.get());
      if (fields.containsKey(name.get())) {
        int earlier = written.getOrDefault(name.get(), -1);
        duplicates.add(new Duplicate(below, key.range(), earlier < 0, cursor, earlier));
      }
      written.put(name.get(), i);
      fields.put(name.get(), value(cursor.value(i), below));
    }
    return new Json.Obj(fields);
  }

  private void merge(YamlCursor mapping, int index, Field at, Map<String, Json> into) {
    YamlCursor merged = mapping.value(index);
    List<Json> sources = new ArrayList<>();
    if (merged.node() instanceof Sequence) {
      // kubectl takes a list only where it is written, not behind an alias
      for (int i = 0; i < merged.items().size(); i++) {
        sources.add(value(merged.item(i), at));
      }
    } else {
      sources.add(value(merged, at));
    }
    for (Json source : sources.reversed()) {
      if (!(source instanceof Json.Obj(Map<String, Json> fields))) {
        refuse(
            at,
            merged,
            "The merge key << needs a mapping or a list of mappings; kubectl and the API server"
                + " refuse the whole document.");
        continue;
      }
      fields.forEach(
          (name, value) -> {
            if (into.containsKey(name)) {
              duplicates.add(
                  new Duplicate(at.child(name), mapping.key(index).range(), true, mapping, -1));
            }
            into.put(name, value);
          });
    }
  }

  private void refuse(Field at, YamlCursor cursor, String message) {
    refusals.add(new Refusal(at, cursor.range(), Optional.of(cursor), message));
  }
}
