package io.github.ingressdesigner.dialect.traefik;

import io.github.ingressdesigner.dialect.common.IngressClassNames;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.IngressClass;
import io.github.ingressdesigner.model.Resources;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which Ingresses are Traefik's ({@code shouldProcessIngress}).
 *
 * @param ours names of the IngressClasses of its controller
 * @param hasDocuments whether any IngressClass is among the files
 * @param preset the class that the API server writes into new Ingresses without one
 * @param option the class that Traefik is told to watch; may be empty
 */
record NativeClasses(
    Set<String> ours, boolean hasDocuments, Optional<String> preset, String option) {
  static final String CONTROLLER = "traefik.io/ingress-controller";

  static NativeClasses of(Resources resources, TraefikOptions options) {
    List<IngressClass> all = resources.ingressClasses().toList();
    String option = options.text("ingressClass").orElse("");
    Set<String> ours =
        all.stream()
            .filter(c -> c.controller().filter(CONTROLLER::equals).isPresent())
            .flatMap(c -> c.meta().name().stream())
            .filter(name -> option.isEmpty() || name.equals(option))
            .collect(Collectors.toSet());
    return new NativeClasses(ours, !all.isEmpty(), preset(all), option);
  }

  /** Of several default classes the newest counts (plugin DefaultIngressClass). */
  static Optional<String> preset(List<IngressClass> classes) {
    return classes.stream()
        .filter(IngressClass::isDefault)
        .max(
            Comparator.comparing((IngressClass c) -> c.meta().creationTimestamp().orElse("9999"))
                .thenComparing(c -> c.meta().name().orElse(""), Comparator.reverseOrder()))
        .flatMap(c -> c.meta().name());
  }

  /** Why an Ingress is left out, a sentence for people; empty where it takes part. */
  Optional<String> notOurs(Ingress ingress) {
    Optional<String> named = ingress.spec().ingressClassName();
    String annotation = ingress.meta().annotations().get(IngressClassNames.ANNOTATION);
    if (named.isEmpty() && annotation == null && preset.isPresent()) {
      return isOurs(preset.get())
          ? Optional.empty()
          : Optional.of(
              "It names no class, so the API server gives it the default class "
                  + preset.get()
                  + ", which is not Traefik's.");
    }
    if (named.isPresent()) {
      return isOurs(named.get()) ? Optional.empty() : Optional.of(foreign(named.get()));
    }
    String value = annotation == null ? "" : annotation;
    boolean taken = value.equals(option) || option.isEmpty() && value.equals("traefik");
    return taken
        ? Optional.empty()
        : Optional.of(
            (value.isEmpty() ? "It names no class" : "Its class annotation says " + value)
                + "; Traefik takes "
                + (option.isEmpty() ? "none or traefik." : option + "."));
  }

  private boolean isOurs(String name) {
    return ours.contains(name) || !hasDocuments && isCustomary(name);
  }

  private boolean isCustomary(String name) {
    return option.isEmpty()
        ? name.toLowerCase(Locale.ROOT).contains("traefik")
        : name.equals(option);
  }

  private String foreign(String name) {
    return hasDocuments
        ? "Its class is "
            + name
            + ", and no IngressClass of that name with controller "
            + CONTROLLER
            + (option.isEmpty() ? " is" : ", which Traefik is told to watch, is")
            + " among the files."
        : "Its class is " + name + ", which is not a name that Traefik's class has by custom.";
  }

  /** Why it is not certain that an Ingress takes part. */
  Optional<String> doubt(Ingress ingress) {
    if (!hasDocuments && ingress.spec().ingressClassName().isPresent()) {
      return Optional.of(
          "No IngressClass is among the files; class "
              + ingress.spec().ingressClassName().get()
              + " is taken for Traefik's by its name.");
    }
    return option.isEmpty()
        ? Optional.empty()
        : Optional.of("The option ingressClass was read from source.");
  }
}
