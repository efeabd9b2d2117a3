package io.github.ingressdesigner.lint.apiserver;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the API server decodes a value into. */
sealed interface Schema {
  /** A string. */
  record Text() implements Schema {}

  record Flag() implements Schema {}

  /**
   * @param bits of the signed number
   */
  record Whole(int bits) implements Schema {}

  /** Bytes, written in base64. */
  record Bytes() implements Schema {}

  /** A time by RFC 3339. */
  record Time() implements Schema {}

  /** A whole number of 32 bits, or a string. */
  record WholeOrText() implements Schema {}

  record Listing(Schema of) implements Schema {}

  record Dictionary(Schema of) implements Schema {}

  /** Fields by their names; others are unknown. */
  record Struct(Map<String, Schema> fields) implements Schema {
    public Struct {
      fields = Map.copyOf(fields);
    }

    Struct with(String name, Schema field) {
      Map<String, Schema> more = new LinkedHashMap<>(fields);
      more.put(name, field);
      return new Struct(more);
    }

    Struct texts(String... names) {
      Struct struct = this;
      for (String name : names) {
        struct = struct.with(name, new Text());
      }
      return struct;
    }
  }

  /** Whatever stands there. */
  record Anything() implements Schema {}

  static Struct struct() {
    return new Struct(Map.of());
  }
}
