package io.github.ingressdesigner.lint.apiserver;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The kinds that are judged. */
enum ServedKind {
  INGRESS("networking.k8s.io/v1", "Ingress", true, Schemas.INGRESS) {
    @Override
    void create(Json object, Features features, Causes out) {
      new MetaValidation(features, out)
          .create(object.get("metadata"), Formats::dns1123Subdomain, true);
      IngressValidation validation =
          new IngressValidation(IngressValidation.Options.ofCreate(features), out);
      validation.spec(object.get("spec"));
      validation.classes(object);
    }

    @Override
    void update(Json object, Json old, Features features, Causes out) {
      new MetaValidation(features, out).update(object.get("metadata"));
      new MetaValidation(features, out)
          .create(object.get("metadata"), Formats::dns1123Subdomain, true);
      new IngressValidation(IngressValidation.Options.ofUpdate(features, old), out)
          .spec(object.get("spec"));
    }

    @Override
    List<String> warnings(Json object, Features features) {
      boolean annotated =
          object
              .get("metadata", "annotations")
              .entries()
              .containsKey(IngressValidation.CLASS_ANNOTATION);
      return annotated && !object.get("spec").has("ingressClassName")
          ? List.of(
              "annotation \"%s\" is deprecated, please use 'spec.ingressClassName' instead"
                  .formatted(IngressValidation.CLASS_ANNOTATION))
          : List.of();
    }
  },

  INGRESS_CLASS("networking.k8s.io/v1", "IngressClass", false, Schemas.INGRESS_CLASS) {
    @Override
    void create(Json object, Features features, Causes out) {
      new MetaValidation(features, out)
          .create(object.get("metadata"), Formats::dns1123Subdomain, true);
      new IngressClassValidation(features, out).spec(object.get("spec"));
    }

    @Override
    void update(Json object, Json old, Features features, Causes out) {
      new MetaValidation(features, out).update(object.get("metadata"));
      String controller = object.get("spec").text("controller");
      if (!controller.equals(old.get("spec").text("controller"))) {
        out.invalid(
            ServerRules.IMMUTABLE,
            Field.of("spec", "controller"),
            controller,
            "field is immutable");
      }
      create(object, features, out);
    }
  },

  SERVICE("v1", "Service", true, Schemas.SERVICE) {
    @Override
    void create(Json object, Features features, Causes out) {
      new ClusterIpValidation(features, out, new ServiceSpec(object.get("spec"))).allocate();
      if (!out.isEmpty()) {
        return;
      }
      new MetaValidation(features, out)
          .create(
              object.get("metadata"),
              features.relaxedServiceNames() ? Formats::dns1123Label : Formats::dns1035Label,
              false);
      new ServiceValidation(features, out, object).validate();
    }

    @Override
    void update(Json object, Json old, Features features, Causes out) {
      ServiceSpec spec = new ServiceSpec(object.get("spec"));
      ServiceSpec before = new ServiceSpec(old.get("spec"));
      new MetaValidation(features, out).update(object.get("metadata"));
      List<String> addresses = spec.clusterIps();
      boolean named = !spec.isType("ExternalName") && !before.isType("ExternalName");
      for (int i = 0; named && i < Math.min(addresses.size(), before.clusterIps().size()); i++) {
        if (!addresses.get(i).equals(before.clusterIps().get(i))) {
          out.invalid(
              ServerRules.IMMUTABLE,
              Field.of("spec", "clusterIPs").index(i),
              new Json.Arr(addresses.stream().<Json>map(Json.Str::new).toList()),
              "may not change once set");
        }
      }
      new ServiceValidation(features, out, object).validate();
    }

    @Override
    List<String> warnings(Json object, Features features) {
      return ServiceWarnings.of(object, features);
    }
  },

  SECRET("v1", "Secret", true, Schemas.SECRET) {
    @Override
    void create(Json object, Features features, Causes out) {
      new MetaValidation(features, out)
          .create(object.get("metadata"), Formats::dns1123Subdomain, false);
      new SecretValidation(out).validate(object);
    }

    @Override
    void update(Json object, Json old, Features features, Causes out) {
      new MetaValidation(features, out).update(object.get("metadata"));
      String oldType = old.has("type") ? old.text("type") : "Opaque";
      String type = object.text("type").isEmpty() ? "Opaque" : object.text("type");
      if (!type.equals(oldType)) {
        out.invalid(
            ServerRules.IMMUTABLE, Field.of("type"), new Json.Str(type), "field is immutable");
      }
      if (old.flag("immutable")) {
        immutable(object, old, out);
      }
      create(object, features, out);
    }

    private void immutable(Json object, Json old, Causes out) {
      String why = "field is immutable when `immutable` is set";
      if (!object.flag("immutable")) {
        out.forbidden(ServerRules.IMMUTABLE, Field.of("immutable"), why);
      }
      if (!printed(object).equals(printed(old))) {
        out.forbidden(ServerRules.IMMUTABLE, Field.of("data"), why);
      }
    }

    private List<String> printed(Json secret) {
      List<String> entries = new ArrayList<>();
      SecretValidation.data(secret)
          .forEach(
              (key, value) -> entries.add(key + "=" + java.util.HexFormat.of().formatHex(value)));
      return entries;
    }

    @Override
    List<String> warnings(Json object, Features features) {
      return object.text("type").equals("kubernetes.io/tls")
          ? TlsPair.problem(SecretValidation.data(object)).stream().toList()
          : List.of();
    }
  };

  private final String apiVersion;
  private final String kind;
  private final boolean namespaced;
  private final Schema.Struct schema;

  ServedKind(String apiVersion, String kind, boolean namespaced, Schema.Struct schema) {
    this.apiVersion = apiVersion;
    this.kind = kind;
    this.namespaced = namespaced;
    this.schema = schema;
  }

  static Optional<ServedKind> of(String apiVersion, String kind) {
    for (ServedKind served : values()) {
      if (served.apiVersion.equals(apiVersion) && served.kind.equals(kind)) {
        return Optional.of(served);
      }
    }
    return Optional.empty();
  }

  /** The kind of this name, in any version. */
  static Optional<ServedKind> named(String kind) {
    for (ServedKind served : values()) {
      if (served.kind.equals(kind)) {
        return Optional.of(served);
      }
    }
    return Optional.empty();
  }

  String apiVersion() {
    return apiVersion;
  }

  String kind() {
    return kind;
  }

  boolean isNamespaced() {
    return namespaced;
  }

  Schema.Struct schema() {
    return schema;
  }

  abstract void create(Json object, Features features, Causes out);

  /** The checks of a PUT over a stored object. */
  abstract void update(Json object, Json old, Features features, Causes out);

  List<String> warnings(Json object, Features features) {
    return List.of();
  }
}
