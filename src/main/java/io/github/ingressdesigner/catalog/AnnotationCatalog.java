package io.github.ingressdesigner.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All annotations that are known, by family. Immutable.
 *
 * <p>{@code AnnotationCatalog.standard().find("nginx.ingress.kubernetes.io/rewrite-target")} gives
 * what the completion, the hover text and the checks say about it.
 */
public final class AnnotationCatalog {
  /** A slip in a short name makes another word of it, in a long one it stays recognisable. */
  private static final int LETTERS_FOR_TWO_SLIPS = 7;

  private static final int LETTERS_FOR_THREE_SLIPS = 14;

  /** alb.ingress.kubernetes.io is no slip of ingress.kubernetes.io. */
  private static final int MOST_PREFIX_SLIPS = 2;

  private static final class Standard {
    static final AnnotationCatalog INSTANCE =
        new AnnotationCatalog(TableReader.families(), TableReader.topics());
  }

  private final List<Family> families;
  private final List<Topic> topics;

  AnnotationCatalog(List<Family> families, List<Topic> topics) {
    this.families = List.copyOf(families);
    this.topics = List.copyOf(topics);
  }

  /** The one that comes with the application; read when it is first asked for. */
  public static AnnotationCatalog standard() {
    return Standard.INSTANCE;
  }

  public List<Family> families() {
    return families;
  }

  public Optional<Family> family(String id) {
    return families.stream().filter(family -> family.id().equals(id)).findFirst();
  }

  /** What every family says about a key: usually one, several where they share a prefix. */
  public List<AnnotationDoc> find(String key) {
    return families.stream().flatMap(family -> family.find(key).stream()).toList();
  }

  /** The families whose keys begin as this one does. */
  public List<Family> owners(String key) {
    return families.stream().filter(family -> family.owns(key)).toList();
  }

  /**
   * The annotation that was probably meant by a key that no family has: the one with the fewest
   * slips of the hand between, in the name or in the prefix; empty where none is near. Keys that
   * still count go before removed ones.
   */
  public Optional<AnnotationDoc> nearest(String key) {
    int slash = key.indexOf('/');
    if (slash < 0) {
      return Optional.empty();
    }
    String prefix = key.substring(0, slash + 1);
    String name = key.substring(slash + 1);
    record Guess(AnnotationDoc doc, int slips) {}
    List<Guess> guesses = new ArrayList<>();
    for (Family family : families) {
      int prefixSlips =
          family.prefixes().stream()
              .mapToInt(
                  p -> p.equals(prefix) ? 0 : EditDistance.between(p, prefix, MOST_PREFIX_SLIPS))
              .min()
              .orElse(MOST_PREFIX_SLIPS + 1);
      if (prefixSlips > MOST_PREFIX_SLIPS) {
        continue;
      }
      for (AnnotationDoc doc : family.docs()) {
        int slips = doc.isGroup() ? 9 : EditDistance.between(doc.name(), name, allowed(name));
        if (slips <= allowed(name)) {
          int removed = doc.history().status() == History.Status.REMOVED ? 1 : 0;
          guesses.add(new Guess(doc, 10 * (slips + prefixSlips) + removed));
        }
      }
    }
    return guesses.stream().min(Comparator.comparingInt(Guess::slips)).map(Guess::doc);
  }

  private static int allowed(String name) {
    return name.length() >= LETTERS_FOR_THREE_SLIPS
        ? 3
        : name.length() >= LETTERS_FOR_TWO_SLIPS ? 2 : 1;
  }

  /** The topics that a key belongs to: what the same thing is called elsewhere. */
  public List<Topic> topics(String key) {
    List<String> keys =
        Stream.concat(Stream.of(key), find(key).stream().map(AnnotationDoc::key)).toList();
    return topics.stream().filter(topic -> keys.stream().anyMatch(topic::names)).toList();
  }

  /** How a controller does what the annotation does; empty where nothing is known about it. */
  public Optional<Translation> translate(String key, String controller) {
    return topics(key).stream().findFirst().map(topic -> topic.on(controller));
  }

  /** All topics, in the order of the table. */
  public List<Topic> topics() {
    return topics;
  }
}
