package io.github.ingressdesigner.lint.apiserver;

import java.util.ArrayList;
import java.util.List;

/** What the server warns of in a Service, after pkg/api/service/warnings.go. */
final class ServiceWarnings {
  private static final String HINTS = ServiceValidation.HINTS;
  private static final String MODE = ServiceValidation.MODE;
  private static final Field SPEC = Field.of("spec");

  private ServiceWarnings() {}

  /** The texts of the server's warnings; empty annotations count as set. */
  static List<String> of(Json service, Features features) {
    ServiceSpec spec = new ServiceSpec(service.get("spec"));
    List<String> warnings = new ArrayList<>();
    if (service.get("metadata", "annotations").entries().containsKey(HINTS)) {
      warnings.add("annotation %s is deprecated, please use %s instead".formatted(HINTS, MODE));
    }
    boolean headless = spec.isType("ClusterIP") && spec.clusterIp().equals("None");
    boolean external = spec.isType("ExternalName");
    List<String> addresses = spec.texts("externalIPs");
    if (!spec.isHeadless()) {
      warnings.addAll(ofAddresses("clusterIPs", spec.clusterIps(), features));
    }
    if (headless) {
      ignoredByHeadless(spec, addresses, warnings);
    }
    if (!addresses.isEmpty() && !headless && !external && features.externalAddressesDeprecated()) {
      warnings.add(
          "spec.externalIPs is deprecated and may no longer be implemented in some" + " clusters");
    }
    warnings.addAll(ofAddresses("externalIPs", addresses, features));
    String balancer = spec.written().text("loadBalancerIP");
    if (!balancer.isEmpty()) {
      warnings.addAll(Addresses.warningsForIp(SPEC.child("loadBalancerIP"), balancer, features));
    }
    List<String> ranges = spec.texts("loadBalancerSourceRanges");
    for (int i = 0; i < ranges.size(); i++) {
      warnings.addAll(
          Addresses.warningsForCidr(
              SPEC.child("loadBalancerSourceRanges").index(i), ranges.get(i), features));
    }
    if (external && !addresses.isEmpty()) {
      warnings.add("spec.externalIPs is ignored when spec.type is \"ExternalName\"");
    }
    if (!external && !spec.written().text("externalName").isEmpty()) {
      warnings.add("spec.externalName is ignored when spec.type is not \"ExternalName\"");
    }
    return warnings;
  }

  private static void ignoredByHeadless(
      ServiceSpec spec, List<String> addresses, List<String> warnings) {
    if (!spec.written().text("loadBalancerIP").isEmpty()) {
      warnings.add("spec.loadBalancerIP is ignored for headless services");
    }
    if (!addresses.isEmpty()) {
      warnings.add("spec.externalIPs is ignored for headless services");
    }
    if (!spec.affinity().equals("None")) {
      warnings.add("spec.SessionAffinity is ignored for headless services");
    }
  }

  private static List<String> ofAddresses(String field, List<String> values, Features features) {
    List<String> warnings = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      warnings.addAll(Addresses.warningsForIp(SPEC.child(field).index(i), values.get(i), features));
    }
    return warnings;
  }
}
