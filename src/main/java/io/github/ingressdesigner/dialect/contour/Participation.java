package io.github.ingressdesigner.dialect.contour;

import io.github.ingressdesigner.dialect.common.IngressClassNames;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.IngressClass;
import io.github.ingressdesigner.model.Resources;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * Which Ingresses take part (internal/ingressclass): an annotation goes before the field, and
 * IngressClass documents do not count, but the API server writes the default one into Ingresses
 * that name none.
 */
final class Participation {
  private static final String OWN_ANNOTATION = "projectcontour.io/ingress.class";
  private static final String USUAL = "contour";

  private final Options options;
  private final Optional<String> defaultClass;

  Participation(Resources resources, Options options) {
    this.options = options;
    // The API server takes the youngest of several, then the first by name.
    Comparator<IngressClass> youngest =
        Comparator.comparing((IngressClass c) -> c.meta().creationTimestamp().orElse(""))
            .reversed();
    this.defaultClass =
        resources
            .ingressClasses()
            .filter(IngressClass::isDefault)
            .min(youngest.thenComparing(c -> c.meta().name().orElse("")))
            .flatMap(c -> c.meta().name());
  }

  /** Why it is not served; empty where it is. */
  Optional<String> foreign(Ingress ingress) {
    Map<String, String> annotations = ingress.meta().annotations();
    String old = annotations.get(IngressClassNames.ANNOTATION);
    String annotation = annotations.getOrDefault(OWN_ANNOTATION, old == null ? "" : old);
    if (!annotation.isEmpty()) {
      return isServed(annotation)
          ? Optional.empty()
          : Optional.of("Its class annotation is " + annotation + ", not " + served() + ".");
    }
    Optional<String> field = ingress.spec().ingressClassName().filter(name -> !name.isEmpty());
    boolean defaults = field.isEmpty() && old == null && defaultClass.isPresent();
    Optional<String> name = defaults ? defaultClass : field;
    if (name.isEmpty()) {
      return options.classes().isEmpty()
          ? Optional.empty()
          : Optional.of("It names no class, and only " + served() + " is served.");
    }
    if (isServed(name.get())) {
      return Optional.empty();
    }
    return Optional.of(
        defaults
            ? "It names no class, so the API server writes the default class %s into it; Contour serves %s."
                .formatted(name.get(), served())
            : "Its class is " + name.get() + ", not " + served() + ".");
  }

  private boolean isServed(String name) {
    return options.classes().isEmpty() ? name.equals(USUAL) : options.classes().contains(name);
  }

  private String served() {
    return options.classes().isEmpty() ? USUAL : String.join(", ", options.classes());
  }
}
