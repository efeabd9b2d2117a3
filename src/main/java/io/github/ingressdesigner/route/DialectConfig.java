package io.github.ingressdesigner.route;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Settings of a controller as text: ConfigMap keys, flags without dashes, options. Keys that a
 * dialect does not know have no effect.
 */
public record DialectConfig(Map<String, String> values) {
  public static final DialectConfig NONE = new DialectConfig(Map.of());

  public DialectConfig {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  public static DialectConfig of(String key, String value) {
    return new DialectConfig(Map.of(key, value));
  }

  public Optional<String> find(String key) {
    return Optional.ofNullable(values.get(key));
  }

  public String get(String key, String otherwise) {
    return values.getOrDefault(key, otherwise);
  }

  /** Whether a flag is set, by Go's ParseBool; {@code otherwise} where it is absent or no flag. */
  public boolean isOn(String key, boolean otherwise) {
    return switch (values.getOrDefault(key, "")) {
      case "1", "t", "T", "true", "True", "TRUE" -> true;
      case "0", "f", "F", "false", "False", "FALSE" -> false;
      default -> otherwise;
    };
  }

  public DialectConfig with(String key, String value) {
    Map<String, String> changed = new LinkedHashMap<>(values);
    changed.put(key, value);
    return new DialectConfig(changed);
  }

  public DialectConfig without(String key) {
    Map<String, String> changed = new LinkedHashMap<>(values);
    changed.remove(key);
    return new DialectConfig(changed);
  }
}
