package io.github.ingressdesigner.lint.apiserver;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A value as the API server gets it. Reading is total, as of a decoded object in Go: what is
 * absent, null or of another type is empty.
 */
sealed interface Json {
  Json NULL = new Null();

  /** Keys in the order of the text. */
  record Obj(Map<String, Json> fields) implements Json {
    public Obj {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
  }

  record Arr(List<Json> values) implements Json {
    public Arr {
      values = List.copyOf(values);
    }
  }

  record Str(String value) implements Json {}

  record Num(BigDecimal value) implements Json {}

  record Bool(boolean value) implements Json {}

  record Null() implements Json {}

  default Json get(String key) {
    return entries().getOrDefault(key, NULL);
  }

  /** The value at the end of some keys. */
  default Json get(String key, String... more) {
    Json value = get(key);
    for (String next : more) {
      value = value.get(next);
    }
    return value;
  }

  /** Whether the field is set: present and not null. */
  default boolean has(String key) {
    return get(key).isPresent();
  }

  default boolean isPresent() {
    return !(this instanceof Null);
  }

  default Map<String, Json> entries() {
    return this instanceof Obj(Map<String, Json> fields) ? fields : Map.of();
  }

  default List<Json> items() {
    return this instanceof Arr(List<Json> values) ? values : List.of();
  }

  /** The text of a string; empty for everything else. */
  default String text() {
    return this instanceof Str(String value) ? value : "";
  }

  default String text(String key) {
    return get(key).text();
  }

  default long number(String key) {
    return get(key) instanceof Num(BigDecimal value) ? value.longValue() : 0;
  }

  default boolean flag(String key) {
    return get(key) instanceof Bool(boolean value) && value;
  }

  /** The name that Go's decoder gives the type in its messages. */
  default String kind() {
    return switch (this) {
      case Obj _ -> "object";
      case Arr _ -> "array";
      case Str _ -> "string";
      case Num _ -> "number";
      case Bool _ -> "bool";
      case Null _ -> "null";
    };
  }

  /** The same object with another value for a field. */
  default Json with(String key, Json value) {
    Map<String, Json> changed = new LinkedHashMap<>(entries());
    changed.put(key, value);
    return new Obj(changed);
  }
}
