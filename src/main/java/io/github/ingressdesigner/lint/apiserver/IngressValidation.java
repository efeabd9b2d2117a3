package io.github.ingressdesigner.lint.apiserver;

import java.util.List;

/** Validates an Ingress, after pkg/apis/networking/validation/validation.go. */
final class IngressValidation {
  static final String CLASS_ANNOTATION = "kubernetes.io/ingress.class";
  private static final List<String> PATH_TYPES =
      List.of("Exact", "ImplementationSpecific", "Prefix");
  private static final List<String> BAD_SEQUENCES = List.of("//", "/./", "/../", "%2f", "%2F");
  private static final List<String> BAD_ENDS = List.of("/..", "/.");

  /**
   * What an old object excuses.
   *
   * @param secretName an invalid name of a Secret
   * @param wildcardRule an invalid rule of a wildcard host
   * @param relaxedService a name of a Service by the newer rule
   */
  record Options(boolean secretName, boolean wildcardRule, boolean relaxedService) {
    static Options ofCreate(Features features) {
      return new Options(false, false, features.relaxedServiceNames());
    }

    /** What is already stored wrongly may stay. */
    static Options ofUpdate(Features features, Json old) {
      Json spec = old.get("spec");
      boolean secret =
          spec.get("tls").items().stream()
              .map(tls -> tls.text("secretName"))
              .anyMatch(name -> !name.isEmpty() && !Formats.dns1123Subdomain(name).isEmpty());
      return new Options(secret, hasBadWildcard(spec, features), isRelaxed(spec, features));
    }

    private static boolean hasBadWildcard(Json spec, Features features) {
      return spec.get("rules").items().stream()
          .filter(rule -> rule.text("host").indexOf('*') >= 0)
          .anyMatch(
              rule -> {
                Causes causes = new Causes();
                new IngressValidation(new Options(false, false, false), causes)
                    .http(rule, Field.ROOT);
                return !causes.isEmpty();
              });
    }

    private static boolean isRelaxed(Json spec, Features features) {
      boolean inRules =
          spec.get("rules").items().stream()
              .flatMap(rule -> rule.get("http", "paths").items().stream())
              .anyMatch(path -> needsRelaxed(path.get("backend")));
      boolean inDefault =
          features.version().isAtLeast(35) && needsRelaxed(spec.get("defaultBackend"));
      return features.relaxedServiceNames() || inRules || inDefault;
    }

    private static boolean needsRelaxed(Json backend) {
      String name = backend.get("service").text("name");
      return !name.isEmpty()
          && Formats.dns1123Label(name).isEmpty()
          && !Formats.dns1035Label(name).isEmpty();
    }
  }

  private final Options options;
  private final Causes out;

  IngressValidation(Options options, Causes out) {
    this.options = options;
    this.out = out;
  }

  void spec(Json spec) {
    Field at = Field.of("spec");
    List<Json> rules = spec.get("rules").items();
    if (rules.isEmpty() && !spec.has("defaultBackend")) {
      out.invalid(
          ServerRules.SPEC_EMPTY,
          at,
          spec.get("rules"),
          "either `defaultBackend` or `rules` must be specified");
    }
    if (spec.has("defaultBackend")) {
      backend(spec.get("defaultBackend"), at.child("defaultBackend"));
    }
    for (int i = 0; i < rules.size(); i++) {
      rule(rules.get(i), at.child("rules").index(i));
    }
    List<Json> tls = spec.get("tls").items();
    for (int i = 0; i < tls.size(); i++) {
      tls(tls.get(i), at.child("tls").index(i));
    }
    if (spec.has("ingressClassName")) {
      String name = spec.text("ingressClassName");
      out.invalid(
          ServerRules.CLASS_NAME,
          at.child("ingressClassName"),
          name,
          Formats.dns1123Subdomain(name));
    }
  }

  /** On creation alone, and last: annotation and field must name the same class. */
  void classes(Json ingress) {
    Json annotations = ingress.get("metadata", "annotations");
    Json spec = ingress.get("spec");
    if (annotations.entries().containsKey(CLASS_ANNOTATION) && spec.has("ingressClassName")) {
      String annotation = annotations.text(CLASS_ANNOTATION);
      if (!annotation.equals(spec.text("ingressClassName"))) {
        out.invalidAt(
            ServerRules.CLASS_MISMATCH,
            Field.of("annotations", CLASS_ANNOTATION),
            Field.of("metadata", "annotations").key(CLASS_ANNOTATION),
            annotation,
            "must match `ingressClassName` when both are specified");
      }
    }
  }

  private void rule(Json rule, Field at) {
    String host = rule.text("host");
    boolean wildcard = host.indexOf('*') >= 0;
    if (!host.isEmpty()) {
      Field field = at.child("host");
      if (Address.parse(host).isPresent()) {
        out.invalid(ServerRules.HOST, field, host, "must be a DNS name, not an IP address");
      }
      out.invalid(
          ServerRules.HOST,
          field,
          host,
          wildcard ? Formats.wildcardSubdomain(host) : Formats.dns1123Subdomain(host));
    }
    if (!wildcard || !options.wildcardRule()) {
      http(rule, at);
    }
  }

  private void http(Json rule, Field at) {
    if (!rule.has("http")) {
      return;
    }
    List<Json> paths = rule.get("http", "paths").items();
    Field list = at.child("http", "paths");
    if (paths.isEmpty()) {
      out.required(ServerRules.PATHS_EMPTY, list, "");
    }
    for (int i = 0; i < paths.size(); i++) {
      path(paths.get(i), list.index(i));
    }
  }

  private void path(Json entry, Field at) {
    Field typeField = at.child("pathType");
    if (!entry.has("pathType")) {
      out.required(ServerRules.PATH_TYPE, typeField, "pathType must be specified");
      return;
    }
    String type = entry.text("pathType");
    String path = entry.text("path");
    Field field = at.child("path");
    switch (type) {
      case "Exact", "Prefix" -> {
        if (!path.startsWith("/")) {
          out.invalid(ServerRules.PATH, field, path, "must be an absolute path");
        }
        for (String bad : BAD_SEQUENCES) {
          if (path.contains(bad)) {
            out.invalid(ServerRules.PATH, field, path, "must not contain '%s'".formatted(bad));
          }
        }
        for (String bad : BAD_ENDS) {
          if (path.endsWith(bad)) {
            out.invalid(ServerRules.PATH, field, path, "cannot end with '%s'".formatted(bad));
          }
        }
      }
      case "ImplementationSpecific" -> {
        if (!path.isEmpty() && !path.startsWith("/")) {
          out.invalid(ServerRules.PATH, field, path, "must be an absolute path");
        }
      }
      default -> out.notSupportedWord(ServerRules.PATH_TYPE, typeField, type, PATH_TYPES);
    }
    backend(entry.get("backend"), at.child("backend"));
  }

  private void backend(Json backend, Field at) {
    boolean resource = backend.has("resource");
    boolean service = backend.has("service");
    if (resource && service) {
      out.invalid(ServerRules.BACKEND, at, "", "cannot set both resource and service backends");
    } else if (resource) {
      reference(backend.get("resource"), at.child("resource"));
    } else if (service) {
      service(backend.get("service"), at);
    } else {
      out.invalid(ServerRules.BACKEND, at, "", "resource or service backend is required");
    }
  }

  private void reference(Json resource, Field at) {
    new ReferenceValidation(out)
        .validate(ServerRules.BACKEND_RESOURCE, resource, at, List.of("kind", "name"));
  }

  private void service(Json service, Field at) {
    String name = service.text("name");
    Field nameField = at.child("service", "name");
    if (name.isEmpty()) {
      out.required(ServerRules.BACKEND_SERVICE, nameField, "");
    } else {
      out.invalid(
          ServerRules.BACKEND_SERVICE,
          nameField,
          name,
          options.relaxedService() ? Formats.dns1123Label(name) : Formats.dns1035Label(name));
    }
    String portName = service.get("port").text("name");
    long number = service.get("port").number("number");
    if (!portName.isEmpty() && number != 0) {
      out.invalid(ServerRules.BACKEND, at, "", "cannot set both port name & port number");
    } else if (!portName.isEmpty()) {
      out.invalid(
          ServerRules.BACKEND_PORT,
          at.child("service", "port", "name"),
          portName,
          Formats.portName(portName));
    } else if (number != 0) {
      out.invalid(
          ServerRules.BACKEND_PORT,
          at.child("service", "port", "number"),
          number,
          Formats.portNumber(number));
    } else {
      out.required(ServerRules.BACKEND, at, "port name or number is required");
    }
  }

  private void tls(Json entry, Field at) {
    List<Json> hosts = entry.get("hosts").items();
    for (int i = 0; i < hosts.size(); i++) {
      String host = hosts.get(i).text();
      out.invalid(
          ServerRules.TLS_HOST,
          at.child("hosts").index(i),
          host,
          host.indexOf('*') >= 0
              ? Formats.wildcardSubdomain(host)
              : Formats.dns1123Subdomain(host));
    }
    String secret = entry.text("secretName");
    if (!options.secretName() && !secret.isEmpty()) {
      out.invalid(
          ServerRules.TLS_SECRET, at.child("secretName"), secret, Formats.dns1123Subdomain(secret));
    }
  }
}
