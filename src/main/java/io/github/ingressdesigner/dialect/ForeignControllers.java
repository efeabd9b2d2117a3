package io.github.ingressdesigner.dialect;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Controllers that are known by name but not modelled: their Ingresses are routed by the
 * specification, and the window says so. Names from the controllers' own documentation.
 */
public final class ForeignControllers {
  /**
   * @param controllers beginnings of {@code spec.controller}
   * @param classes usual class names
   * @param annotations prefixes of annotations
   */
  private record Foreign(
      String name, List<String> controllers, List<String> classes, List<String> annotations) {}

  private static final List<Foreign> ALL =
      List.of(
          of(
              "AWS Load Balancer Controller",
              "ingress.k8s.aws/",
              "alb",
              "alb.ingress.kubernetes.io/"),
          of(
              "EKS Auto Mode load balancing",
              "eks.amazonaws.com/",
              "eks-auto-alb",
              "eks.amazonaws.com/"),
          of("GKE Ingress", "k8s.io/ingress-gce", "gce gce-internal", "networking.gke.io/"),
          of(
              "Azure Application Gateway",
              "azure/application-gateway",
              "azure-application-gateway azure/application-gateway",
              "appgw.ingress.kubernetes.io/"),
          of(
              "Azure Application Gateway for Containers",
              "alb.networking.azure.io/",
              "azure-alb-external",
              "alb.networking.azure.io/"),
          of("Higress", "higress.io/", "higress", "higress.io/"),
          of("Apache APISIX", "apisix.apache.org/", "apisix", "k8s.apisix.apache.org/"),
          of("Istio", "istio.io/", "istio", "ingress.istio.io/"),
          of("Cilium", "cilium.io/", "cilium", "ingress.cilium.io/"),
          of("Emissary-ingress", "getambassador.io/", "ambassador emissary", "getambassador.io/"),
          of("Gloo Gateway", "solo.io/", "gloo", "solo.io/"),
          of("Skipper", "zalando.org/", "skipper", "zalando.org/"),
          of("OpenShift router", "openshift.io/", "openshift-default", "route.openshift.io/"),
          of("Tyk", "tyk.io/", "tyk", "tyk.io/"),
          of("NetScaler", "citrix.com/", "citrix netscaler", "ingress.citrix.com/"),
          of("VMware Avi", "ako.vmware.com/", "avi avi-lb", "ako.vmware.com/"),
          of(
              "OCI native ingress",
              "oci.oraclecloud.com/",
              "native-ic-ingress-class",
              "oci-native-ingress.oraclecloud.com/"),
          of("Pomerium", "pomerium.io/", "pomerium", "ingress.pomerium.io/"),
          of("ngrok", "k8s.ngrok.com/", "ngrok", "k8s.ngrok.com/"),
          of(
              "Cloudflare Tunnel",
              "strrl.dev/",
              "cloudflare-tunnel",
              "cloudflare-tunnel-ingress-controller.strrl.dev/"),
          of("Tailscale", "tailscale.com/", "tailscale", "tailscale.com/"),
          of("Voyager", "voyagermesh.com/", "voyager", "ingress.appscode.com/"),
          of("Caddy", "caddyserver.com/", "caddy", "caddy.ingress.kubernetes.io/"),
          of("BunkerWeb", "bunkerweb.io/", "bunkerweb", "bunkerweb.io/"));

  private ForeignControllers() {}

  private static Foreign of(String name, String controllers, String classes, String annotations) {
    return new Foreign(
        name,
        List.of(controllers.split(" ")),
        List.of(classes.split(" ")),
        List.of(annotations.split(" ")));
  }

  /** By the {@code spec.controller} of an IngressClass. */
  static Optional<String> byController(String controller) {
    return find(f -> f.controllers().stream().anyMatch(controller::startsWith));
  }

  /** By the name of a class. */
  static Optional<String> byClass(String name) {
    return find(f -> f.classes().contains(name));
  }

  /** By the key of an annotation. */
  public static Optional<String> byAnnotation(String key) {
    return find(f -> f.annotations().stream().anyMatch(key::startsWith));
  }

  private static Optional<String> find(Predicate<Foreign> wanted) {
    return ALL.stream().filter(wanted).map(Foreign::name).findFirst();
  }
}
