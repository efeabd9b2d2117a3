package io.github.ingressdesigner.suite;

import io.github.ingressdesigner.bind.KubeScalars;
import io.github.ingressdesigner.bind.KubeValue;
import io.github.ingressdesigner.yaml.YamlCursor;
import io.github.ingressdesigner.yaml.YamlNode.Alias;
import io.github.ingressdesigner.yaml.YamlNode.Mapping;
import io.github.ingressdesigner.yaml.YamlNode.Scalar;
import io.github.ingressdesigner.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the fields of a suite strictly: what is not understood is noticed with its place. */
final class SuiteFields {
  private final Manifests.Source source;
  private final List<Notice> notices = new ArrayList<>();

  SuiteFields(Manifests.Source source) {
    this.source = source;
  }

  List<Notice> notices() {
    return notices;
  }

  Spot spot(YamlCursor cursor) {
    return source.spot(cursor.valueRange().start());
  }

  void notice(YamlCursor at, String message) {
    notices.add(new Notice(spot(at), message));
  }

  /** Notices keys that are not known: a misspelt one would silently test nothing. */
  boolean isMapping(YamlCursor cursor, String what, Set<String> known) {
    if (!(cursor.node() instanceof Mapping)) {
      notice(cursor, "%s must be a mapping.".formatted(what));
      return false;
    }
    for (int i = 0; i < cursor.entries().size(); i++) {
      YamlCursor key = cursor.key(i);
      String name = KubeScalars.key(key.node()).orElse("");
      if (!known.contains(name)) {
        notice(
            key,
            "%s has no field %s. Known fields: %s."
                .formatted(what, name, String.join(", ", known.stream().sorted().toList())));
      }
    }
    return true;
  }

  /** The value under a key, aliases followed; empty where it is absent or null. */
  Optional<YamlCursor> get(YamlCursor mapping, String key) {
    return mapping.get(key).flatMap(this::follow).filter(c -> !isNull(c));
  }

  private static boolean isNull(YamlCursor cursor) {
    return cursor.node() instanceof Scalar scalar
        && KubeScalars.of(scalar) instanceof KubeValue.Null;
  }

  Optional<YamlCursor> follow(YamlCursor cursor) {
    if (!(cursor.node() instanceof Alias)) {
      return Optional.of(cursor);
    }
    Optional<YamlCursor> definition = cursor.definition();
    if (definition.isEmpty()) {
      notice(cursor, "This alias has no anchor before it. Put it in quotes if it is text.");
    }
    return definition;
  }

  /** Text, or a number or boolean as it is written. */
  Optional<String> text(YamlCursor mapping, String key) {
    return get(mapping, key).flatMap(value -> written(value, key));
  }

  /** The text of a value; {@code key} is its name for the notice. */
  Optional<String> written(YamlCursor value, String key) {
    if (value.node() instanceof Scalar scalar) {
      return Optional.of(scalar.value());
    }
    notice(value, "%s must be text.".formatted(key));
    return Optional.empty();
  }

  Optional<Integer> number(YamlCursor mapping, String key) {
    Optional<YamlCursor> value = get(mapping, key);
    if (value.isPresent()
        && value.get().node() instanceof Scalar scalar
        && KubeScalars.of(scalar) instanceof KubeValue.Whole whole
        && whole.value().bitLength() < 32) {
      return Optional.of(whole.value().intValue());
    }
    value.ifPresent(v -> notice(v, "%s must be a whole number.".formatted(key)));
    return Optional.empty();
  }

  Optional<Double> fraction(YamlCursor mapping, String key) {
    Optional<YamlCursor> value = get(mapping, key);
    if (value.isPresent() && value.get().node() instanceof Scalar scalar) {
      KubeValue number = KubeScalars.of(scalar);
      if (number instanceof KubeValue.Decimal decimal) {
        return Optional.of(decimal.value());
      }
      if (number instanceof KubeValue.Whole whole) {
        return Optional.of(whole.value().doubleValue());
      }
    }
    value.ifPresent(v -> notice(v, "%s must be a number from 0 to 1.".formatted(key)));
    return Optional.empty();
  }

  /** Whether a flag is there and true; {@code false} is noticed, since it says nothing. */
  boolean isTrue(YamlCursor mapping, String key) {
    Optional<YamlCursor> value = get(mapping, key);
    boolean isTrue =
        value.isPresent()
            && value.get().node() instanceof Scalar scalar
            && KubeScalars.of(scalar) instanceof KubeValue.Bool bool
            && bool.value();
    if (value.isPresent() && !isTrue) {
      notice(value.get(), "%s can only be true. Leave it out otherwise.".formatted(key));
    }
    return isTrue;
  }

  /** The entries of a list, aliases followed; empty where there is none. */
  List<YamlCursor> list(YamlCursor mapping, String key) {
    Optional<YamlCursor> value = get(mapping, key);
    if (value.isPresent() && !(value.get().node() instanceof Sequence)) {
      notice(value.get(), "%s must be a list.".formatted(key));
    }
    List<YamlCursor> entries = new ArrayList<>();
    value.ifPresent(
        v -> {
          for (int i = 0; i < v.items().size(); i++) {
            follow(v.item(i)).ifPresent(entries::add);
          }
        });
    return entries;
  }
}
