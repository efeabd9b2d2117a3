package io.github.ingressdesigner.ui.canvas;

import java.util.Optional;

/** What can be edited in place, in the order in which Tab goes through the fields of a path. */
enum EditField {
  HOST,
  TYPE,
  PATH,
  SERVICE,
  PORT,
  /** Service and port at once, of all that leads to a backend. */
  TARGET,
  /** The Service of all that is selected; ports stay. */
  SERVICES;

  /** The field behind this one of the same path; empty behind the last. */
  Optional<EditField> next() {
    return switch (this) {
      case HOST, PORT, TARGET, SERVICES -> Optional.empty();
      case TYPE -> Optional.of(PATH);
      case PATH -> Optional.of(SERVICE);
      case SERVICE -> Optional.of(PORT);
    };
  }

  Optional<EditField> previous() {
    return switch (this) {
      case HOST, TYPE, TARGET, SERVICES -> Optional.empty();
      case PATH -> Optional.of(TYPE);
      case SERVICE -> Optional.of(PATH);
      case PORT -> Optional.of(SERVICE);
    };
  }
}
