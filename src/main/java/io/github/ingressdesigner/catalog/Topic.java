package io.github.ingressdesigner.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One thing that controllers do by different annotations.
 *
 * @param title for people: {@code Path rewrite}
 * @param keys whole keys that belong to it; one may end in {@code *}
 * @param how by the id of a controller, a phrase; one that begins with {@code none} says that there
 *     is nothing
 */
public record Topic(String title, List<String> keys, Map<String, String> how) {
  public Topic {
    keys = List.copyOf(keys);
    how = Collections.unmodifiableMap(new LinkedHashMap<>(how));
  }

  boolean names(String key) {
    return keys.stream()
        .anyMatch(
            k -> k.endsWith("*") ? key.startsWith(k.substring(0, k.length() - 1)) : k.equals(key));
  }

  /** What a controller has for it. */
  public Translation on(String controller) {
    String text = how.getOrDefault(controller, "none");
    return text.startsWith("none")
        ? new Translation.Lost(text.equals("none") ? "nothing like it" : text.substring(6))
        : new Translation.Known(text);
  }
}
