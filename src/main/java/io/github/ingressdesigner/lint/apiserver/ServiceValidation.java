package io.github.ingressdesigner.lint.apiserver;

import io.github.ingressdesigner.lint.LintRule;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Validates a Service, after validateService of pkg/apis/core/validation/validation.go. */
final class ServiceValidation {
  static final String HINTS = "service.kubernetes.io/topology-aware-hints";
  static final String MODE = "service.kubernetes.io/topology-mode";
  private static final String SOURCES = "service.beta.kubernetes.io/load-balancer-source-ranges";
  private static final String ONLY_BALANCER = "may only be used when `type` is 'LoadBalancer'";
  private static final List<String> TYPES =
      List.of("ClusterIP", "ExternalName", "LoadBalancer", "NodePort");
  private static final List<String> PROTOCOLS = List.of("SCTP", "TCP", "UDP");
  private static final List<String> AFFINITIES = List.of("ClientIP", "None");
  private static final List<String> POLICIES = List.of("Cluster", "Local");
  private static final int LONGEST_AFFINITY = 86_400;
  private static final Field SPEC = Field.of("spec");
  private static final Field PORTS = SPEC.child("ports");

  private final Features features;
  private final Causes out;
  private final ServiceSpec spec;
  private final Json annotations;

  ServiceValidation(Features features, Causes out, Json service) {
    this.features = features;
    this.out = out;
    this.spec = new ServiceSpec(service.get("spec"));
    this.annotations = service.get("metadata", "annotations");
  }

  void validate() {
    topology();
    if (spec.ports().isEmpty() && !spec.isHeadless() && !spec.isType("ExternalName")) {
      out.required(ServerRules.SERVICE_PORTS, PORTS, "");
    }
    type();
    ports();
    new LabelValidation(features, out)
        .validate(
            ServerRules.SERVICE_SELECTOR, spec.written().get("selector"), SPEC.child("selector"));
    affinity();
    new ClusterIpValidation(features, out, spec).validate();
    externalIps();
    if (!TYPES.contains(spec.type())) {
      out.notSupportedWord(ServerRules.SERVICE_TYPE, SPEC.child("type"), spec.type(), TYPES);
    }
    nodePorts();
    duplicatePorts();
    sourceRanges();
    balancer();
    trafficPolicies();
  }

  private void topology() {
    if (annotations.entries().containsKey(HINTS) && annotations.entries().containsKey(MODE)) {
      String mode = annotations.text(MODE);
      if (!mode.equals(annotations.text(HINTS))) {
        out.invalid(
            ServerRules.ANNOTATIONS,
            Field.of("metadata", "annotations").key(MODE),
            mode,
            "must match annotations[%s] when both are specified".formatted(HINTS));
      }
    }
  }

  private void type() {
    switch (spec.type()) {
      case "LoadBalancer", "NodePort" -> {
        if (spec.isHeadless()) {
          out.invalid(
              ServerRules.SERVICE_ADDRESS,
              SPEC.child("clusterIPs").index(0),
              "None",
              "may not be set to 'None' for %s services".formatted(spec.type()));
        }
      }
      case "ExternalName" -> externalName();
      default -> {}
    }
  }

  private void externalName() {
    String why = "may not be set for ExternalName services";
    if (!spec.clusterIps().isEmpty()) {
      out.forbidden(ServerRules.SERVICE_ADDRESS, SPEC.child("clusterIPs"), why);
    }
    if (!spec.texts("ipFamilies").isEmpty()) {
      out.forbidden(ServerRules.SERVICE_ADDRESS, SPEC.child("ipFamilies"), why);
    }
    if (spec.written().has("ipFamilyPolicy")) {
      out.forbidden(ServerRules.SERVICE_ADDRESS, SPEC.child("ipFamilyPolicy"), why);
    }
    String name = spec.written().text("externalName");
    String plain = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    Field at = SPEC.child("externalName");
    if (plain.isEmpty()) {
      out.required(ServerRules.SERVICE_EXTERNAL_NAME, at, "");
    } else {
      out.invalid(ServerRules.SERVICE_EXTERNAL_NAME, at, plain, Formats.dns1123Subdomain(plain));
    }
  }

  private void ports() {
    Set<String> names = new HashSet<>();
    boolean several = spec.ports().size() > 1;
    for (int i = 0; i < spec.ports().size(); i++) {
      port(spec.ports().get(i), PORTS.index(i), several, names);
    }
  }

  private void port(Json port, Field at, boolean named, Set<String> names) {
    LintRule rule = ServerRules.SERVICE_PORTS;
    String name = port.text("name");
    Field nameField = at.child("name");
    if (named && name.isEmpty()) {
      out.required(rule, nameField, "");
    } else if (!name.isEmpty()) {
      out.invalid(rule, nameField, name, Formats.dns1123Label(name));
      if (!names.add(name)) {
        out.duplicate(rule, nameField, GoText.quote(name));
      }
    }
    long number = port.number("port");
    out.invalid(rule, at.child("port"), number, Formats.portNumber(number));
    String protocol = ServiceSpec.protocol(port);
    if (!PROTOCOLS.contains(protocol)) {
      out.notSupportedWord(rule, at.child("protocol"), protocol, PROTOCOLS);
    }
    Field targetField = at.child("targetPort");
    switch (ServiceSpec.targetPort(port)) {
      case Json.Str(String text) -> out.invalid(rule, targetField, text, Formats.portName(text));
      case Json.Num(BigDecimal target) ->
          out.invalid(
              rule, targetField, target.longValue(), Formats.portNumber(target.longValue()));
      case Json.Bool _, Json.Arr _, Json.Obj _, Json.Null _ -> {}
    }
    if (port.has("appProtocol")) {
      String app = port.text("appProtocol");
      out.invalid(rule, at.child("appProtocol"), app, Formats.qualifiedName(app, features));
    }
  }

  private void affinity() {
    String affinity = spec.affinity();
    if (!AFFINITIES.contains(affinity)) {
      out.notSupportedWord(
          ServerRules.SERVICE_POLICY, SPEC.child("sessionAffinity"), affinity, AFFINITIES);
    }
    // the server drops the configuration where there is no affinity, and fills in a missing one
    Json timeout = spec.written().get("sessionAffinityConfig", "clientIP", "timeoutSeconds");
    if (affinity.equals("ClientIP") && timeout instanceof Json.Num(BigDecimal seconds)) {
      long number = seconds.longValue();
      if (number <= 0 || number > LONGEST_AFFINITY) {
        out.invalid(
            ServerRules.SERVICE_POLICY,
            SPEC.child("sessionAffinityConfig", "clientIP", "timeoutSeconds"),
            number,
            List.of("must be greater than 0 and less than " + LONGEST_AFFINITY));
      }
    }
  }

  private void externalIps() {
    List<String> addresses = spec.texts("externalIPs");
    for (int i = 0; i < addresses.size(); i++) {
      Field at = SPEC.child("externalIPs").index(i);
      Causes own = new Causes();
      Addresses.legacyIp(ServerRules.SERVICE_ADDRESS, at, addresses.get(i), features, own);
      if (own.isEmpty()) {
        Addresses.endpointIp(ServerRules.SERVICE_ADDRESS, at, addresses.get(i), own);
      }
      own.all().forEach(out::add);
    }
  }

  private void nodePorts() {
    List<Json> ports = spec.ports();
    Set<String> seen = new HashSet<>();
    for (int i = 0; spec.isType("ClusterIP") && i < ports.size(); i++) {
      if (ports.get(i).number("nodePort") != 0) {
        out.forbidden(
            ServerRules.SERVICE_TYPE,
            PORTS.index(i).child("nodePort"),
            "may not be used when `type` is 'ClusterIP'");
      }
    }
    for (int i = 0; i < ports.size(); i++) {
      long number = ports.get(i).number("nodePort");
      if (number != 0 && !seen.add(ServiceSpec.protocol(ports.get(i)) + " " + number)) {
        out.duplicate(
            ServerRules.SERVICE_PORTS, PORTS.index(i).child("nodePort"), Long.toString(number));
      }
    }
  }

  private void duplicatePorts() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < spec.ports().size(); i++) {
      Json port = spec.ports().get(i);
      String protocol = ServiceSpec.protocol(port);
      if (!seen.add(protocol + " " + port.number("port"))) {
        out.duplicate(
            ServerRules.SERVICE_PORTS,
            PORTS.index(i),
            "{\"Name\":\"\",\"Protocol\":\"%s\",\"AppProtocol\":null,\"Port\":%d,\"TargetPort\":0,\"NodePort\":0}"
                .formatted(protocol, port.number("port")));
      }
    }
  }

  private void sourceRanges() {
    List<String> ranges = spec.texts("loadBalancerSourceRanges");
    if (!ranges.isEmpty()) {
      // the server spells the field so in its messages
      Field told = SPEC.child("LoadBalancerSourceRanges");
      if (!spec.isType("LoadBalancer")) {
        out.forbidden(ServerRules.SERVICE_TYPE, told, ONLY_BALANCER);
      }
      for (int i = 0; i < ranges.size(); i++) {
        Addresses.legacyCidr(
            ServerRules.SERVICE_ADDRESS, told.index(i), ranges.get(i).strip(), features, out);
      }
    } else if (annotations.entries().containsKey(SOURCES)) {
      Field at = Field.of("metadata", "annotations").key(SOURCES);
      if (!spec.isType("LoadBalancer")) {
        out.forbidden(ServerRules.SERVICE_TYPE, at, ONLY_BALANCER);
      }
      String value = annotations.text(SOURCES).strip();
      if (!value.isEmpty()) {
        for (String range : value.split(",", -1)) {
          Addresses.legacyCidr(ServerRules.SERVICE_ADDRESS, at, range.strip(), features, out);
        }
      }
    }
  }

  private void balancer() {
    boolean balancer = spec.isType("LoadBalancer");
    if (spec.written().has("allocateLoadBalancerNodePorts") && !balancer) {
      out.forbidden(
          ServerRules.SERVICE_TYPE, SPEC.child("allocateLoadBalancerNodePorts"), ONLY_BALANCER);
    }
    if (spec.written().has("loadBalancerClass")) {
      String name = spec.written().text("loadBalancerClass");
      Field at = SPEC.child("loadBalancerClass");
      if (balancer) {
        out.invalid(ServerRules.SERVICE_TYPE, at, name, Formats.qualifiedName(name, features));
      } else {
        out.forbidden(ServerRules.SERVICE_TYPE, at, ONLY_BALANCER);
      }
    }
  }

  private void trafficPolicies() {
    LintRule rule = ServerRules.SERVICE_POLICY;
    String external = spec.written().text("externalTrafficPolicy");
    Field externalField = SPEC.child("externalTrafficPolicy");
    if (!external.isEmpty() && !spec.isExternallyAccessible()) {
      out.invalid(
          rule,
          externalField,
          new Json.Str(external),
          "may only be set for externally-accessible services");
    } else if (!external.isEmpty() && !POLICIES.contains(external)) {
      out.notSupportedWord(rule, externalField, external, POLICIES);
    }
    long health = spec.written().number("healthCheckNodePort");
    Field healthField = SPEC.child("healthCheckNodePort");
    if (health != 0) {
      out.invalid(
          rule,
          healthField,
          health,
          spec.needsHealthCheck()
              ? Formats.portNumber(health)
              : List.of(
                  "may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is"
                      + " 'Local'"));
    }
    if (spec.written().has("internalTrafficPolicy")) {
      String internal = spec.written().text("internalTrafficPolicy");
      if (!POLICIES.contains(internal)) {
        out.notSupportedWord(rule, SPEC.child("internalTrafficPolicy"), internal, POLICIES);
      }
    }
    if (spec.written().has("trafficDistribution")) {
      List<String> known =
          features.sameZoneAndNode()
              ? List.of("PreferClose", "PreferSameZone", "PreferSameNode")
              : List.of("PreferClose");
      String distribution = spec.written().text("trafficDistribution");
      if (!known.contains(distribution)) {
        out.notSupported(rule, SPEC.child("trafficDistribution"), distribution, known);
      }
    }
  }
}
