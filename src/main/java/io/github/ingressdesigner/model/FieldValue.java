package io.github.ingressdesigner.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value of an object that has no record of its own. Reading is total: what is absent or of
 * another type is {@link #NONE}, an empty list, or an empty Optional.
 */
public sealed interface FieldValue {
  FieldValue NONE = new Nothing();

  /**
   * A scalar, typed as kubectl does it.
   *
   * @param isText whether it is a string, not a number or a boolean
   */
  record Scalar(String value, boolean isText) implements FieldValue {}

  record Listing(List<FieldValue> values) implements FieldValue {
    public Listing {
      values = List.copyOf(values);
    }
  }

  /** Keys in the order of the text. */
  record Mapping(Map<String, FieldValue> values) implements FieldValue {
    public Mapping {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
  }

  /** Null, or absent. */
  record Nothing() implements FieldValue {}

  default FieldValue get(String key) {
    return this instanceof Mapping(Map<String, FieldValue> values)
        ? values.getOrDefault(key, NONE)
        : NONE;
  }

  default List<FieldValue> items() {
    return this instanceof Listing(List<FieldValue> values) ? values : List.of();
  }

  default Map<String, FieldValue> entries() {
    return this instanceof Mapping(Map<String, FieldValue> values) ? values : Map.of();
  }

  /** The text of a scalar as it is written, a number or boolean too. */
  default Optional<String> text() {
    return this instanceof Scalar(String value, boolean _) ? Optional.of(value) : Optional.empty();
  }

  default Optional<Integer> number() {
    return text().filter(FieldValue::isNumber).map(Integer::valueOf);
  }

  private static boolean isNumber(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    int digits = text.length() - start;
    for (int i = start; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return digits >= 1 && digits <= 9;
  }

  default boolean isPresent() {
    return !(this instanceof Nothing);
  }
}
