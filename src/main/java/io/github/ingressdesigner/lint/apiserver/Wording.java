package io.github.ingressdesigner.lint.apiserver;

import io.github.ingressdesigner.lint.apiserver.Schema.Anything;
import io.github.ingressdesigner.lint.apiserver.Schema.Bytes;
import io.github.ingressdesigner.lint.apiserver.Schema.Dictionary;
import io.github.ingressdesigner.lint.apiserver.Schema.Flag;
import io.github.ingressdesigner.lint.apiserver.Schema.Listing;
import io.github.ingressdesigner.lint.apiserver.Schema.Struct;
import io.github.ingressdesigner.lint.apiserver.Schema.Text;
import io.github.ingressdesigner.lint.apiserver.Schema.Time;
import io.github.ingressdesigner.lint.apiserver.Schema.Whole;
import io.github.ingressdesigner.lint.apiserver.Schema.WholeOrText;
import java.math.BigDecimal;
import java.util.Optional;

/** Sentences about what cannot be decoded, where the server speaks of its own language's types. */
final class Wording {
  private static final int LONGEST = 40;

  private Wording() {}

  static String unknown(Field field, Optional<String> meant) {
    String text = "unknown field \"%s\".".formatted(field);
    return text
        + hint(field.name())
            .or(() -> meant.map(name -> " Did you mean %s?".formatted(name)))
            .orElse(" The API has no such field here, and the API server refuses the object.");
  }

  private static Optional<String> hint(String name) {
    return switch (name) {
      case "serviceName", "servicePort" ->
          Optional.of(
              " It belongs to the removed v1beta1. Write service with name and port below"
                  + " backend.");
      case "backend" ->
          Optional.of(" It belongs to the removed v1beta1. Its name is now defaultBackend.");
      default -> Optional.empty();
    };
  }

  /**
   * @param secret whether the value must not be repeated
   */
  static String wrongType(Field field, Schema wanted, Json value, boolean secret) {
    String read =
        switch (value) {
          case Json.Obj _ -> "a mapping stands here";
          case Json.Arr _ -> "a list stands here";
          case Json.Str(String text) -> shown(text, secret) + " is text";
          case Json.Num(BigDecimal number) ->
              shown(number.toPlainString(), secret) + number(wanted);
          case Json.Bool(boolean flag) -> "the value is read as the boolean " + flag;
          case Json.Null _ -> "null stands here";
        };
    boolean quotes =
        wanted instanceof Text && (value instanceof Json.Bool || value instanceof Json.Num);
    boolean noQuotes = wanted instanceof Whole && value instanceof Json.Str;
    return "Field %s must be %s, but %s.%s"
        .formatted(
            field.name().isEmpty() ? "of the document" : field.name(),
            wanted(wanted),
            read,
            quotes ? " Put it in quotes." : noQuotes ? " Write a number, without quotes." : "");
  }

  private static String number(Schema wanted) {
    return wanted instanceof Whole || wanted instanceof WholeOrText
        ? " is no whole number of 32 bits"
        : " is a number";
  }

  private static String shown(String text, boolean secret) {
    if (secret) {
      return "the value";
    }
    String line = text.strip().replaceAll("\\s+", " ");
    return "\"" + (line.length() > LONGEST ? line.substring(0, LONGEST - 1) + "…" : line) + "\"";
  }

  private static String wanted(Schema schema) {
    return switch (schema) {
      case Text _ -> "text";
      case Flag _ -> "true or false";
      case Whole _ -> "a whole number";
      case WholeOrText _ -> "a number or a name";
      case Bytes _ -> "base64 text";
      case Time _ -> "a time";
      case Listing _ -> "a list";
      case Dictionary _, Struct _ -> "a mapping";
      case Anything _ -> "something";
    };
  }

  static String unreadable(Field field, String why) {
    return "Field %s cannot be decoded: %s.".formatted(field.name(), why);
  }

  static String duplicate(String key, boolean merged) {
    return merged
        ? "\"%s\" is set here and by the merge key <<. The API server refuses that; kubectl takes the"
                .formatted(key)
            + " one that stands below."
        : "\"%s\" is written twice here. The API server refuses that; kubectl takes the last one."
                .formatted(key)
            + " Remove one of them.";
  }
}
