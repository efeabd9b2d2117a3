package io.github.ingressdesigner.dialect.common;

import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.route.RouteTable.Effect;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an annotation changes, in words; {@code %s} stands for its value.
 *
 * @param key without the prefix of the controller
 * @param label a word or two for a chip
 * @param sentence what it does
 */
public record AnnotationWords(String key, String label, String sentence) {
  /**
   * Adds what the annotations of one Ingress change, in the order of the words.
   *
   * @param find the value of a key, where it is written
   * @param at where a key is written
   */
  public static void add(
      List<AnnotationWords> words,
      Function<String, Optional<String>> find,
      Function<String, Location> at,
      List<Effect> effects) {
    for (AnnotationWords word : words) {
      find.apply(word.key())
          .ifPresent(
              value -> {
                Location place = at.apply(word.key());
                effects.add(
                    new Effect(
                        place,
                        Location.of(place.resource()),
                        word.label().formatted(value),
                        word.sentence().formatted(value)));
              });
    }
  }
}
