package io.github.ingressdesigner.catalog;

import java.util.List;
import java.util.Optional;

/**
 * One annotation of one controller.
 *
 * @param family the {@link Family#id()} that it belongs to
 * @param key whole, with the usual prefix; may end in {@code *} for a group of keys
 * @param on which objects carry it
 * @param type what its value looks like
 * @param choices the legal values where they can be listed; else empty
 * @param initial what counts where it is absent; empty where that is nothing or unknown
 * @param history whether it still counts
 * @param sentence one sentence: what it does
 */
public record AnnotationDoc(
    String family,
    String key,
    Carrier on,
    ValueType type,
    List<String> choices,
    Optional<String> initial,
    History history,
    String sentence) {
  /** Which objects carry an annotation. */
  public enum Carrier {
    INGRESS,
    SERVICE,
    /** Ingress and Service. */
    BOTH,
    /** IngressClass. */
    CLASS
  }

  public AnnotationDoc {
    choices = List.copyOf(choices);
  }

  /** The key without its prefix: {@code rewrite-target}. */
  public String name() {
    return key.substring(key.indexOf('/') + 1);
  }

  /** Whether the key stands for a group: {@code konghq.com/headers.*}. */
  public boolean isGroup() {
    return key.endsWith("*");
  }

  /** Why a value cannot be, one sentence for people; empty where it can, or cannot be judged. */
  public Optional<String> problem(String value) {
    if (!choices.isEmpty() && type != ValueType.CODE) {
      return choices.stream().anyMatch(value.strip()::equalsIgnoreCase)
          ? Optional.empty()
          : Optional.of("It is one of " + String.join(", ", choices) + ".");
    }
    return type.problem(value);
  }

  /** Whether raw configuration is its value: powerful, and refused by default where possible. */
  public boolean isSnippet() {
    return type == ValueType.SNIPPET;
  }

  /** Whether objects of a kind carry it. */
  public boolean belongsOn(String kind) {
    return switch (on) {
      case INGRESS -> kind.equals("Ingress") || kind.equals("Gateway");
      case SERVICE -> !kind.equals("Ingress") && !kind.equals("IngressClass");
      case BOTH -> !kind.equals("IngressClass");
      case CLASS -> kind.equals("IngressClass");
    };
  }
}
