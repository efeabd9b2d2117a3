package io.github.ingressdesigner.dialect.f5nginx;

import io.github.ingressdesigner.dialect.nginx.NginxRequest;
import io.github.ingressdesigner.dialect.nginx.Variables;
import io.github.ingressdesigner.route.Request;
import java.util.Optional;
import java.util.Set;

/** The variables that rewrite-target may name: those of NGINX and of the controller's templates. */
final class TemplateVariables {
  private static final Set<String> KNOWN =
      Set.of(
          "resource_type", "resource_name", "resource_namespace", "service", "connection_upgrade");

  private TemplateVariables() {}

  /** Why NGINX refuses a target, if it does. */
  static Optional<String> problem(String target) {
    return Variables.problem(target, KNOWN::contains)
        .map(what -> "rewrite-target has " + what + ".");
  }

  /** The value for a request; empty for what is not known before it is sent. */
  static String value(String name, Request request, NginxRequest seen, PathRoute route) {
    String owner = route.owner();
    return switch (name) {
      case "resource_type" -> "ingress";
      case "resource_name" -> owner.substring(owner.indexOf('/') + 1);
      case "resource_namespace" -> owner.substring(0, owner.indexOf('/'));
      default -> Variables.value(name, request, seen);
    };
  }
}
