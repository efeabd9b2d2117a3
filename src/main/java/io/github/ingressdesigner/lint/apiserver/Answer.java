package io.github.ingressdesigner.lint.apiserver;

import java.util.List;
import java.util.Optional;

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
    kind.create(object, features, causes);
    List<String> warnings = causes.isEmpty() ? kind.warnings(object, features) : List.of();
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

  /** A wrong type hides unknown fields. */
  private static List<Misfit> misfits(ServedKind kind, Json object) {
    List<Misfit> all = Decoder.misfits(object, kind.schema());
    List<Misfit> types = all.stream().filter(m -> !(m instanceof Misfit.Unknown)).toList();
    return types.isEmpty() ? all : types;
  }
}
