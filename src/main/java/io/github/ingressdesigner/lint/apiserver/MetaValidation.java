package io.github.ingressdesigner.lint.apiserver;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Validates metadata, after ValidateObjectMeta of k8s.io/apimachinery and its additions in
 * k8s.io/kubernetes.
 */
final class MetaValidation {
  private static final int MOST_ANNOTATIONS = 256 * 1024;

  /** Of a name made from generateName: what is kept of that, and what is added. */
  private static final int MOST_GENERATED = 58;

  private static final String SUFFIX = "xxxxx";

  private static final Set<String> STANDARD_FINALIZERS =
      Set.of("kubernetes", "orphan", "foregroundDeletion");

  private final Features features;
  private final Causes out;

  MetaValidation(Features features, Causes out) {
    this.features = features;
    this.out = out;
  }

  /**
   * @param format of names of this kind
   * @param counted whether the server counts generations of this kind, so that a given one is
   *     dropped
   */
  void create(Json meta, Function<String, List<String>> format, boolean counted) {
    Field at = Field.of("metadata");
    String prefix = meta.text("generateName");
    String name = meta.text("name");
    if (!prefix.isEmpty()) {
      out.invalid(
          ServerRules.NAME,
          at.child("generateName"),
          prefix,
          format.apply(Formats.maskTrailingDash(prefix)));
    }
    String made = name.isEmpty() && !prefix.isEmpty() ? generated(prefix) : name;
    if (made.isEmpty()) {
      out.required(ServerRules.NAME, at.child("name"), "name or generateName is required");
    } else {
      out.invalid(ServerRules.NAME, at.child("name"), made, format.apply(made));
    }
    if (!counted) {
      generation(meta, at);
    }
    labels(meta.get("labels"), at.child("labels"));
    annotations(meta.get("annotations"), at.child("annotations"));
    owners(meta.get("ownerReferences"), at.child("ownerReferences"));
    finalizers(meta.get("finalizers").items(), at.child("finalizers"));
    qualifiedFinalizers(meta.get("finalizers").items(), at.child("finalizers"));
  }

  /** The checks of a replacement, without those that need the server. */
  void update(Json meta) {
    Field at = Field.of("metadata");
    labels(meta.get("labels"), at.child("labels"));
    annotations(meta.get("annotations"), at.child("annotations"));
    owners(meta.get("ownerReferences"), at.child("ownerReferences"));
    qualifiedFinalizers(meta.get("finalizers").items(), at.child("finalizers"));
  }

  private static String generated(String prefix) {
    byte[] bytes = GoText.bytes(prefix);
    String kept =
        bytes.length > MOST_GENERATED
            ? new String(bytes, 0, MOST_GENERATED, java.nio.charset.StandardCharsets.UTF_8)
            : prefix;
    return kept + SUFFIX;
  }

  private void generation(Json meta, Field at) {
    long generation = meta.number("generation");
    if (generation < 0) {
      out.invalid(
          ServerRules.GENERATION,
          at.child("generation"),
          generation,
          List.of("must be greater than or equal to 0"));
    }
  }

  private void labels(Json labels, Field at) {
    new LabelValidation(features, out).validate(ServerRules.LABELS, labels, at);
  }

  private void annotations(Json annotations, Field at) {
    long size = 0;
    for (Map.Entry<String, Json> entry : annotations.entries().entrySet()) {
      String key = entry.getKey();
      out.invalidEntry(
          ServerRules.ANNOTATIONS,
          at,
          key,
          key,
          Formats.qualifiedName(key.toLowerCase(java.util.Locale.ROOT), features));
      size += GoText.length(key) + GoText.length(entry.getValue().text());
    }
    if (size > MOST_ANNOTATIONS) {
      out.tooLong(ServerRules.ANNOTATIONS, at, MOST_ANNOTATIONS);
    }
  }

  private void owners(Json owners, Field list) {
    String first = "";
    for (int i = 0; i < owners.items().size(); i++) {
      Json owner = owners.items().get(i);
      Field element = list.index(i);
      if (features.indexedOwners()) {
        owner(owner, element);
      } else {
        olderOwner(owner, list, element);
      }
      if (owner.flag("controller")) {
        String name = owner.text("kind") + "/" + owner.text("name");
        if (first.isEmpty()) {
          first = name;
        } else {
          out.invalid(
              ServerRules.OWNERS,
              list,
              owners,
              "Only one reference can have Controller set to true. Found \"true\" in references"
                  + " for %s and %s".formatted(first, name));
        }
      }
    }
  }

  private void owner(Json owner, Field at) {
    String version = owner.text("apiVersion");
    if (version.isEmpty()) {
      out.required(ServerRules.OWNERS, at.child("apiVersion"), "must not be empty");
    } else if (version.chars().filter(c -> c == '/').count() > 1 || version.endsWith("/")) {
      out.invalid(
          ServerRules.OWNERS,
          at.child("apiVersion"),
          version,
          "must be <group>/<version> or <version>");
    }
    for (String field : List.of("kind", "name", "uid")) {
      if (owner.text(field).isEmpty()) {
        out.required(ServerRules.OWNERS, at.child(field), "must not be empty");
      }
    }
    banned(owner, at);
  }

  private void olderOwner(Json owner, Field list, Field at) {
    String version = owner.text("apiVersion");
    if (version.isEmpty()
        || version.equals("/")
        || version.endsWith("/")
        || version.chars().filter(c -> c == '/').count() > 1) {
      invalidOwner(list, at, "apiVersion", version, "version must not be empty");
    }
    for (String field : List.of("kind", "name", "uid")) {
      if (owner.text(field).isEmpty()) {
        invalidOwner(list, at, field, "", "must not be empty");
      }
    }
    banned(owner, list);
  }

  private void invalidOwner(Field list, Field at, String field, String value, String detail) {
    out.invalidAt(ServerRules.OWNERS, list.child(field), at.child(field), value, detail);
  }

  private void banned(Json owner, Field at) {
    if (owner.text("apiVersion").equals("v1") && owner.text("kind").equals("Event")) {
      out.invalid(
          ServerRules.OWNERS, at, owner, "/v1, Kind=Event is disallowed from being an owner");
    }
  }

  private void finalizers(List<Json> finalizers, Field at) {
    for (int i = 0; i < finalizers.size(); i++) {
      String name = finalizers.get(i).text();
      for (String error : Formats.qualifiedName(name, features)) {
        out.invalidAt(ServerRules.FINALIZERS, at, at.index(i), name, error);
      }
    }
    List<String> names = finalizers.stream().map(Json::text).toList();
    if (names.contains("orphan") && names.contains("foregroundDeletion")) {
      out.invalid(
          ServerRules.FINALIZERS,
          at,
          new Json.Arr(finalizers),
          "finalizer orphan and foregroundDeletion cannot be both set");
    }
  }

  private void qualifiedFinalizers(List<Json> finalizers, Field at) {
    for (int i = 0; i < finalizers.size(); i++) {
      String name = finalizers.get(i).text();
      if (name.indexOf('/') < 0 && !STANDARD_FINALIZERS.contains(name)) {
        out.invalid(
            ServerRules.FINALIZERS,
            at.index(i),
            name,
            "name is neither a standard finalizer name nor is it fully qualified");
      }
    }
  }
}
