package io.github.ingressdesigner.lint.apiserver;

import io.github.ingressdesigner.model.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The path of a field as k8s.io/apimachinery/pkg/util/validation/field has it; its text is made on
 * demand, since most fields are in order.
 */
record Field(Optional<Field> parent, Step step) {
  /** One step of a path. */
  sealed interface Step {}

  private record Root() implements Step {}

  private record Child(String name) implements Step {}

  private record Index(int index) implements Step {}

  private record Key(String key) implements Step {}

  static final Field ROOT = new Field(Optional.empty(), new Root());

  static Field of(String name, String... more) {
    return ROOT.child(name).child(more);
  }

  Field child(String name) {
    return new Field(Optional.of(this), new Child(name));
  }

  Field child(String... names) {
    Field field = this;
    for (String name : names) {
      field = field.child(name);
    }
    return field;
  }

  Field index(int index) {
    return new Field(Optional.of(this), new Index(index));
  }

  /** An entry of a map. */
  Field key(String key) {
    return new Field(Optional.of(this), new Key(key));
  }

  /** The address of the field in the resource. */
  FieldPath at() {
    List<FieldPath.Element> elements = new ArrayList<>();
    for (Field f = this; f.parent.isPresent(); f = f.parent.get()) {
      switch (f.step) {
        case Child(String name) -> elements.add(new FieldPath.Key(name));
        case Key(String key) -> elements.add(new FieldPath.Key(key));
        case Index(int index) -> elements.add(new FieldPath.Index(index));
        case Root _ -> {}
      }
    }
    return new FieldPath(elements.reversed());
  }

  /** The last name on the way, for people. */
  String name() {
    return switch (step) {
      case Child(String name) -> name;
      case Key(String key) -> key;
      case Index _ -> parent.map(Field::name).orElse("");
      case Root _ -> "";
    };
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    write(text);
    return text.toString();
  }

  private void write(StringBuilder out) {
    parent.ifPresent(p -> p.write(out));
    switch (step) {
      case Child(String name) -> out.append(out.isEmpty() ? "" : ".").append(name);
      case Key(String key) -> out.append('[').append(key).append(']');
      case Index(int index) -> out.append('[').append(index).append(']');
      case Root _ -> {}
    }
  }
}
