package io.github.ingressdesigner.bind;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.yaml.YamlNode;
import io.github.ingressdesigner.yaml.YamlNode.Entry;
import io.github.ingressdesigner.yaml.YamlNode.Mapping;
import io.github.ingressdesigner.yaml.YamlNode.Scalar;
import io.github.ingressdesigner.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The entries of one mapping as kubectl sees them. It sets them in the order of the text, so the
 * last of two equal keys counts, and a merge overrides what stands above it; in a list of merges
 * the first one counts.
 */
final class Fields {
  private final Reading reading;
  private final Optional<Mapping> mapping;
  private final Trail at;

  Fields(Reading reading, Optional<Mapping> mapping, Trail at) {
    this.reading = reading;
    this.mapping = mapping;
    this.at = at;
    mapping.ifPresent(this::reportKeys);
  }

  Trail at() {
    return at;
  }

  Trail at(String key) {
    return at.key(key);
  }

  /** Whether there is a mapping at all. */
  boolean isPresent() {
    return mapping.isPresent();
  }

  /** The value of a field, aliases followed; empty where it is absent or null. */
  Optional<YamlNode> get(String key) {
    return mapping
        .flatMap(m -> find(m, key))
        .flatMap(node -> reading.follow(node, at.key(key)))
        .filter(node -> !Reading.isNull(node));
  }

  boolean has(String key) {
    return get(key).isPresent();
  }

  /** A key that differs from this one in upper and lower case only. */
  Optional<String> similar(String key) {
    return all().keySet().stream().filter(k -> k.equalsIgnoreCase(key)).findFirst();
  }

  /** All entries by the text of their keys, null values too. */
  Map<String, YamlNode> all() {
    Map<String, YamlNode> all = new LinkedHashMap<>();
    mapping.ifPresent(m -> collect(m, all));
    return all;
  }

  private void collect(Mapping from, Map<String, YamlNode> into) {
    for (Entry entry : from.entries()) {
      if (KubeScalars.isMerge(entry.key())) {
        for (Mapping source : sources(entry.value()).reversed()) {
          collect(source, into);
        }
      } else {
        Optional<YamlNode> value = reading.follow(entry.value());
        KubeScalars.key(entry.key()).ifPresent(key -> value.ifPresent(v -> into.put(key, v)));
      }
    }
  }

  private Optional<YamlNode> find(Mapping in, String key) {
    List<Entry> entries = in.entries();
    for (int i = entries.size() - 1; i >= 0; i--) {
      Entry entry = entries.get(i);
      if (entry.key() instanceof Scalar scalar && scalar.value().equals(key)) {
        return Optional.of(entry.value());
      }
      if (KubeScalars.isMerge(entry.key())) {
        for (Mapping source : sources(entry.value())) {
          Optional<YamlNode> found = find(source, key);
          if (found.isPresent()) {
            return found;
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The mappings that a merge brings, the one that counts first. */
  private List<Mapping> sources(YamlNode merged) {
    Optional<YamlNode> value = reading.follow(merged);
    if (value.isEmpty()) {
      return List.of();
    }
    if (value.get() instanceof Mapping source) {
      return List.of(source);
    }
    List<Mapping> sources = new ArrayList<>();
    // kubectl takes a list only where it is written, not behind an alias
    if (merged instanceof Sequence list) {
      for (YamlNode.Item item : list.items()) {
        if (reading.follow(item.node()).orElse(item.node()) instanceof Mapping source) {
          sources.add(source);
        }
      }
    }
    return sources;
  }

  private void reportKeys(Mapping written) {
    List<Entry> entries = written.entries();
    Set<String> seen = new HashSet<>();
    for (Entry entry : entries) {
      YamlNode key = entry.key();
      if (KubeScalars.isMerge(key)) {
        reportMerge(entry.value(), seen);
        continue;
      }
      Optional<String> name =
          key instanceof Scalar scalar && isWord(scalar)
              ? Optional.of(scalar.value())
              : KubeScalars.key(key);
      if (name.isEmpty()) {
        reading.report(
            at, Severity.ERROR, "A key must be text, not null, a list or a mapping. Rename it.");
      } else if (!seen.add(name.get())) {
        reading.report(
            at.key(name.get()),
            Severity.ERROR,
            "\"%s\" is written twice here. kubectl takes the last one, the API server refuses it."
                    .formatted(name.get())
                + " Remove one of them.");
      }
    }
  }

  private static boolean isWord(Scalar scalar) {
    return scalar.value().length() > 5 && scalar.tag().isEmpty();
  }

  private void reportMerge(YamlNode merged, Set<String> above) {
    Map<String, YamlNode> brought = new LinkedHashMap<>();
    List<Mapping> sources = sources(merged);
    sources.forEach(source -> collect(source, brought));
    if (sources.isEmpty() && !(merged instanceof Sequence list && list.items().isEmpty())) {
      reading.report(
          at,
          Severity.ERROR,
          "The merge key << needs a mapping or a list of mappings. kubectl refuses the whole"
              + " document.");
    } else if (merged instanceof Sequence list && list.items().size() > sources.size()) {
      reading.report(
          at,
          Severity.ERROR,
          "Each entry of the list behind << must be a mapping. kubectl refuses the whole"
              + " document.");
    }
    for (String key : brought.keySet()) {
      if (above.contains(key)) {
        reading.report(
            at.key(key),
            Severity.WARNING,
            "The merge key << stands below \"%s\" and overrides it for kubectl. Move << to the top."
                .formatted(key));
      }
    }
  }
}
