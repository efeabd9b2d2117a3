package io.github.ingressdesigner.lint.apiserver;

/** A value that the decoder cannot take. */
sealed interface Misfit {
  Field field();

  /** The type has no such field. */
  record Unknown(Field field, Schema.Struct type) implements Misfit {}

  /** The value is of another type, or a number out of range. */
  record WrongType(Field field, Schema wanted, Json value) implements Misfit {}

  /** The text is no base64, or no time. */
  record Unreadable(Field field, Schema wanted, String message) implements Misfit {}
}
