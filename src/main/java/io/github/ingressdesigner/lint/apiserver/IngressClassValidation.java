package io.github.ingressdesigner.lint.apiserver;

import java.util.List;

/** Validates an IngressClass, after pkg/apis/networking/validation/validation.go. */
final class IngressClassValidation {
  private static final int MOST_CONTROLLER = 250;
  private static final List<String> NAMES = List.of("kind", "name");

  private final Features features;
  private final Causes out;

  IngressClassValidation(Features features, Causes out) {
    this.features = features;
    this.out = out;
  }

  void spec(Json spec) {
    Field at = Field.of("spec");
    String controller = spec.text("controller");
    if (GoText.length(controller) > MOST_CONTROLLER) {
      out.tooLong(ServerRules.CLASS_CONTROLLER, at.child("controller"), MOST_CONTROLLER);
    }
    controller(controller, at.child("controller"));
    if (spec.has("parameters")) {
      parameters(spec.get("parameters"), at.child("parameters"));
    }
  }

  /** IsDomainPrefixedPath. */
  private void controller(String value, Field at) {
    if (value.isEmpty()) {
      out.required(ServerRules.CLASS_CONTROLLER, at, "");
      return;
    }
    int slash = value.indexOf('/');
    if (slash <= 0 || slash == value.length() - 1) {
      out.invalid(
          ServerRules.CLASS_CONTROLLER,
          at,
          value,
          "must be a domain-prefixed path (such as \"acme.io/foo\")");
      return;
    }
    String host = value.substring(0, slash);
    String path = value.substring(slash + 1);
    out.invalid(ServerRules.CLASS_CONTROLLER, at, host, Formats.dns1123Subdomain(host));
    out.invalid(ServerRules.CLASS_CONTROLLER, at, path, Formats.httpPath(path));
  }

  private void parameters(Json parameters, Field at) {
    ReferenceValidation reference = new ReferenceValidation(out);
    if (!features.parametersDeclared()) {
      reference.validate(ServerRules.CLASS_PARAMETERS, parameters, at, NAMES);
      scope(parameters, at);
      return;
    }
    reference.group(ServerRules.CLASS_PARAMETERS, parameters, at);
    NAMES.forEach(name -> reference.segment(ServerRules.CLASS_PARAMETERS, parameters, at, name));
    scope(parameters, at);
    NAMES.forEach(name -> reference.required(ServerRules.CLASS_PARAMETERS, parameters, at, name));
  }

  private void scope(Json parameters, Field at) {
    // the server fills in Cluster where there is none
    String scope = parameters.has("scope") ? parameters.text("scope") : "Cluster";
    Field namespaceField = at.child("namespace");
    switch (scope) {
      case "Namespace" -> {
        if (!parameters.has("namespace")) {
          out.required(
              ServerRules.CLASS_PARAMETERS,
              namespaceField,
              "`parameters.scope` is set to 'Namespace'");
        } else {
          String namespace = parameters.text("namespace");
          out.invalid(
              ServerRules.CLASS_PARAMETERS,
              namespaceField,
              namespace,
              Formats.dns1123Label(namespace));
        }
      }
      case "Cluster" -> {
        if (parameters.has("namespace")) {
          out.forbidden(
              ServerRules.CLASS_PARAMETERS,
              namespaceField,
              "`parameters.scope` is set to 'Cluster'");
        }
      }
      default ->
          out.notSupported(
              ServerRules.CLASS_PARAMETERS,
              at.child("scope"),
              scope,
              List.of("Cluster", "Namespace"));
    }
  }
}
