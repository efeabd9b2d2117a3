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
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Decodes JSON strictly, as sigs.k8s.io/json does: names of fields are case-sensitive, null is as
 * absent, and fields come in the order of their names.
 */
final class Decoder {
  private static final Pattern RFC_3339 =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d([.,]\\d+)?(Z|[+-]\\d\\d:\\d\\d)");
  private static final Whole INT = new Whole(32);

  private final List<Misfit> misfits = new ArrayList<>();

  private Decoder() {}

  /** What does not fit, in the order in which the server meets it. */
  static List<Misfit> misfits(Json value, Schema type) {
    Decoder decoder = new Decoder();
    decoder.decode(value, type, Field.ROOT);
    return decoder.misfits;
  }

  private void decode(Json value, Schema type, Field at) {
    if (!value.isPresent()) {
      return;
    }
    switch (type) {
      case Struct struct -> fields(value, struct, at);
      case Dictionary(Schema of) -> {
        if (value instanceof Json.Obj) {
          GoText.sorted(value).forEach((key, entry) -> decode(entry, of, at.key(key)));
        } else {
          wrong(value, type, at);
        }
      }
      case Listing(Schema of) -> {
        if (value instanceof Json.Arr(List<Json> items)) {
          for (int i = 0; i < items.size(); i++) {
            decode(items.get(i), of, at.index(i));
          }
        } else {
          wrong(value, type, at);
        }
      }
      case Text _ -> expect(value instanceof Json.Str, value, type, at);
      case Flag _ -> expect(value instanceof Json.Bool, value, type, at);
      case Whole(int bits) -> expect(isWhole(value, bits), value, type, at);
      case WholeOrText _ ->
          expect(value instanceof Json.Str || isWhole(value, INT.bits()), value, type, at);
      case Bytes _ -> {
        if (value instanceof Json.Str(String text)) {
          base64Problem(text).ifPresent(why -> misfits.add(new Misfit.Unreadable(at, type, why)));
        } else {
          // Go takes a list of numbers for bytes too
          expect(
              value instanceof Json.Arr && value.items().stream().allMatch(Decoder::isByte),
              value,
              type,
              at);
        }
      }
      case Time _ -> {
        if (value instanceof Json.Str(String text)) {
          timeProblem(text).ifPresent(why -> misfits.add(new Misfit.Unreadable(at, type, why)));
        } else {
          wrong(value, type, at);
        }
      }
      case Anything _ -> {}
    }
  }

  private void fields(Json value, Struct struct, Field at) {
    if (!(value instanceof Json.Obj)) {
      wrong(value, struct, at);
      return;
    }
    for (Map.Entry<String, Json> entry : GoText.sorted(value).entrySet()) {
      Field below = at.child(entry.getKey());
      Schema type = struct.fields().get(entry.getKey());
      if (type == null) {
        misfits.add(new Misfit.Unknown(below, struct));
      } else {
        decode(entry.getValue(), type, below);
      }
    }
  }

  private void expect(boolean fits, Json value, Schema type, Field at) {
    if (!fits) {
      wrong(value, type, at);
    }
  }

  private void wrong(Json value, Schema type, Field at) {
    misfits.add(new Misfit.WrongType(at, type, value));
  }

  private static boolean isByte(Json value) {
    return isWhole(value, INT.bits())
        && value instanceof Json.Num(BigDecimal number)
        && number.intValue() >= 0
        && number.intValue() <= 255;
  }

  private static boolean isWhole(Json value, int bits) {
    return value instanceof Json.Num(BigDecimal number)
        && number.stripTrailingZeros().scale() <= 0
        && number.precision() - number.scale() <= 20
        && number.toBigInteger().bitLength() < bits;
  }

  /** Go's decoder skips line ends, and wants the padding. */
  private static Optional<String> base64Problem(String text) {
    String plain = text.replace("\r", "").replace("\n", "");
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      boolean digit =
          c >= 'A' && c <= 'Z'
              || c >= 'a' && c <= 'z'
              || c >= '0' && c <= '9'
              || c == '+'
              || c == '/';
      boolean padding = c == '=' && i >= plain.length() - 2;
      if (!digit && !padding) {
        return Optional.of("illegal base64 data at input byte " + i);
      }
    }
    try {
      Base64.getDecoder().decode(plain);
      return plain.length() % 4 == 0
          ? Optional.empty()
          : Optional.of("illegal base64 data at input byte " + plain.length() / 4 * 4);
    } catch (IllegalArgumentException e) {
      return Optional.of("illegal base64 data at input byte " + plain.length() / 4 * 4);
    }
  }

  /** The bytes of what was decoded without a problem. */
  static byte[] base64(String text) {
    return Base64.getDecoder().decode(text.replace("\r", "").replace("\n", ""));
  }

  private static Optional<String> timeProblem(String text) {
    String message = "it is no time like 2026-11-25T10:00:00Z";
    if (!RFC_3339.matcher(text).matches()) {
      return Optional.of(message);
    }
    try {
      OffsetDateTime.parse(text.replace(',', '.'));
      return Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.of(message);
    }
  }
}
