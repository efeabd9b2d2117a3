package io.github.ingressdesigner.lint.apiserver;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the API server says to an object. Of these only the first that is not empty is told, but for
 * the warnings of what is accepted.
 *
 * @param misfits what cannot be decoded: wrong types alone, or unknown fields
 * @param namespace the namespace that cannot exist
 * @param causes what is invalid
 */
record Answer(
    List<Misfit> misfits, Optional<String> namespace, List<Cause> causes, List<String> warnings) {
  Answer {
    misfits = List.copyOf(misfits);
    causes = List.copyOf(causes);
    warnings = List.copyOf(warnings);
  }

  boolean isRefused() {
    return !misfits.isEmpty() || namespace.isPresent() || !causes.isEmpty();
  }

  /** To a create. */
  static Answer ofCreate(ServedKind kind, Json object, Features features) {
    List<Misfit> misfits = misfits(kind, object);
    if (!misfits.isEmpty()) {
      return new Answer(misfits, Optional.empty(), List.of(), List.of());
    }
    String namespace = kind.isNamespaced() ? object.get("metadata").text("namespace") : "";
    if (!namespace.isEmpty() && !Formats.dns1123Label(namespace).isEmpty()) {
      return new Answer(List.of(), Optional.of(namespace), List.of(), List.of());
    }
    Causes causes = new Causes();
    List<String> warnings = new ArrayList<>();
    Json known = withoutDoubleOwners(object, warnings);
    kind.create(known, features, causes);
    if (causes.isEmpty()) {
      warnings.addAll(kind.warnings(known, features));
    }
    return new Answer(List.of(), Optional.empty(), causes.all(), warnings);
  }

  /** To a PUT over a stored object of the same name. */
  static Answer ofUpdate(ServedKind kind, Json object, Json old, Features features) {
    List<Misfit> misfits = misfits(kind, object);
    Causes causes = new Causes();
    if (misfits.isEmpty()) {
      kind.update(object, old, features, causes);
    }
    return new Answer(misfits, Optional.empty(), causes.all(), List.of());
  }

  /** The server drops owners that are given twice, with a warning even where it refuses. */
  private static Json withoutDoubleOwners(Json object, List<String> warnings) {
    Json meta = object.get("metadata");
    List<Json> owners = meta.get("ownerReferences").items();
    List<Json> distinct = owners.stream().distinct().toList();
    if (distinct.size() == owners.size()) {
      return object;
    }
    Set<Json> seen = new HashSet<>();
    String doubles =
        owners.stream()
            .filter(owner -> !seen.add(owner))
            .map(owner -> owner.text("uid"))
            .collect(Collectors.joining(", "));
    warnings.add(
        ".metadata.ownerReferences contains duplicate entries; API server dedups owner references"
            + " in 1.20+, and may reject such requests as early as 1.24; please fix your requests;"
            + " duplicate UID(s) observed: "
            + doubles);
    return object.with("metadata", meta.with("ownerReferences", new Json.Arr(distinct)));
  }

  /** A wrong type hides unknown fields. */
  private static List<Misfit> misfits(ServedKind kind, Json object) {
    List<Misfit> all = Decoder.misfits(object, kind.schema());
    List<Misfit> types = all.stream().filter(m -> !(m instanceof Misfit.Unknown)).toList();
    return types.isEmpty() ? all : types;
  }
}
