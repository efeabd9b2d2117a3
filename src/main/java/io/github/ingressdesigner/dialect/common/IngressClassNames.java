package io.github.ingressdesigner.dialect.common;

import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Resources;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which class an Ingress asks for, and whether anything serves that class. Files seldom bring their
 * IngressClass along, so without any such document a name counts as known if a controller uses it.
 */
public record IngressClassNames(Set<String> documents) {
  /** The annotation that went before {@code spec.ingressClassName} and is still read. */
  public static final String ANNOTATION = "kubernetes.io/ingress.class";

  /**
   * Words in the class names that controllers install or document, and that people give to a second
   * controller: {@code nginx-internal}, {@code external-ingress}.
   */
  private static final List<String> CONTROLLERS =
      List.of(
          "nginx",
          "traefik",
          "haproxy",
          "kong",
          "contour",
          "envoy",
          "istio",
          "cilium",
          "alb",
          "gce",
          "azure",
          "webapprouting",
          "openshift",
          "ambassador",
          "emissary",
          "gloo",
          "apisix",
          "higress",
          "tyk",
          "skipper",
          "voyager",
          "avi",
          "citrix",
          "netscaler",
          "f5",
          "pomerium",
          "ngrok",
          "cloudflare",
          "tailscale",
          "caddy",
          "bunkerweb",
          "easegress",
          "koyeb",
          "public");

  public IngressClassNames {
    documents = Set.copyOf(documents);
  }

  public static IngressClassNames of(Resources resources) {
    return new IngressClassNames(
        resources
            .ingressClasses()
            .flatMap(c -> c.meta().name().stream())
            .collect(Collectors.toSet()));
  }

  /** The class that the Ingress names in its field or, without it, in its annotation. */
  public static Optional<String> named(Ingress ingress) {
    return ingress
        .spec()
        .ingressClassName()
        .or(() -> Optional.ofNullable(ingress.meta().annotations().get(ANNOTATION)))
        .filter(name -> !name.isEmpty());
  }

  /** Why an Ingress that names this class is not served; empty if it is. */
  public Optional<String> unknown(String name) {
    if (documents.contains(name)) {
      return Optional.empty();
    }
    if (!documents.isEmpty()) {
      return Optional.of(
          "Its class is " + name + ", and no IngressClass of that name is among the files.");
    }
    boolean known =
        List.of(name.toLowerCase(Locale.ROOT).split("[^a-z0-9]")).stream()
            .anyMatch(CONTROLLERS::contains);
    return known
        ? Optional.empty()
        : Optional.of(
            "Its class is "
                + name
                + ", a name that no controller uses by itself. Open its IngressClass too.");
  }
}
