package io.github.ingressdesigner.intent;

import java.util.List;
import java.util.Optional;

/** A value to be written into a file that is no Kubernetes resource, without any style. */
public sealed interface Value {
  /** A string; quoted where YAML would read it as something else. */
  record Text(String value) implements Value {}

  /** A number or boolean, exactly as it is to stand. */
  record Bare(String text) implements Value {}

  /** A mapping. */
  record Fields(List<Field> fields) implements Value {
    public Fields {
      fields = List.copyOf(fields);
    }

    /** The value under a key; empty where there is none. */
    public Optional<Value> find(String key) {
      return fields.stream().filter(f -> f.key().equals(key)).map(Field::value).findFirst();
    }
  }

  /** An entry of a mapping. */
  record Field(String key, Value value) {}

  /** A list. */
  record Items(List<Value> items) implements Value {
    public Items {
      items = List.copyOf(items);
    }
  }
}
