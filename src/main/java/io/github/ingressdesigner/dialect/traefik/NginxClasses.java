package io.github.ingressdesigner.dialect.traefik;

import io.github.ingressdesigner.dialect.common.IngressClassNames;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.IngressClass;
import io.github.ingressdesigner.model.Resources;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which Ingresses the ingress-nginx provider takes ({@code shouldProcess}).
 *
 * @param ours names of the IngressClasses that count
 * @param preset the class that the API server writes into new Ingresses without one
 * @param annotation the value of the old annotation that counts
 * @param withoutClass whether those without any class are taken
 */
record NginxClasses(
    Set<String> ours, Optional<String> preset, String annotation, boolean withoutClass) {
  static final String CONTROLLER = "k8s.io/ingress-nginx";

  static NginxClasses of(Resources resources, TraefikOptions options) {
    List<IngressClass> all = resources.ingressClasses().toList();
    String controller = options.text("controllerClass").orElse(CONTROLLER);
    String named = options.text("ingressClass").orElse("nginx");
    boolean byName = options.isOn("ingressClassByName", false);
    Set<String> ours =
        all.stream()
            .filter(
                c ->
                    c.controller().filter(controller::equals).isPresent()
                        || byName && c.meta().name().filter(named::equals).isPresent())
            .flatMap(c -> c.meta().name().stream())
            .collect(Collectors.toSet());
    return new NginxClasses(
        // The class that ingress-nginx installs counts as there, as it is seldom in the files.
        all.isEmpty() ? Set.of(named) : ours,
        NativeClasses.preset(all),
        named,
        options.isOn("watchIngressWithoutClass", false));
  }

  /** Why an Ingress is left out, a sentence for people; empty where it takes part. */
  Optional<String> notOurs(Ingress ingress) {
    Optional<String> named = ingress.spec().ingressClassName();
    String old = ingress.meta().annotations().get(IngressClassNames.ANNOTATION);
    if (named.isEmpty() && old == null) {
      named = preset;
    }
    if (!ours.isEmpty() && named.isPresent()) {
      return ours.contains(named.get())
          ? Optional.empty()
          : Optional.of(
              "Its class is "
                  + named.get()
                  + ", and no IngressClass of that name with controller "
                  + CONTROLLER
                  + " is among the files.");
    }
    if (old != null) {
      return old.equals(annotation)
          ? Optional.empty()
          : Optional.of(
              "Its class annotation says " + old + "; the provider takes " + annotation + ".");
    }
    return withoutClass
        ? Optional.empty()
        : Optional.of("It names no class; watchIngressWithoutClass is off, so it is ignored.");
  }
}
