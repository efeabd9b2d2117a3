package io.github.ingressdesigner.model;

/** A Service port as a rule names it. */
public sealed interface Port {
  String display();

  /**
   * A port number as written, 1 to 65535 where it is legal; other values are kept and reported by
   * the binder.
   */
  record Number(int value) implements Port {
    @Override
    public String display() {
      return Integer.toString(value);
    }
  }

  record Name(String value) implements Port {
    @Override
    public String display() {
      return value;
    }
  }

  /** A number for digits, else a name: what a person means who types it into one field. */
  static Port parse(String text) {
    return text.matches("[0-9]{1,5}") ? new Number(Integer.parseInt(text)) : new Name(text);
  }
}
