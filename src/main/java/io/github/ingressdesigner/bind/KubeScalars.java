package io.github.ingressdesigner.bind;

import io.github.ingressdesigner.bind.KubeValue.Bool;
import io.github.ingressdesigner.bind.KubeValue.Decimal;
import io.github.ingressdesigner.bind.KubeValue.Null;
import io.github.ingressdesigner.bind.KubeValue.Refused;
import io.github.ingressdesigner.bind.KubeValue.Text;
import io.github.ingressdesigner.bind.KubeValue.Whole;
import io.github.ingressdesigner.yaml.YamlNode;
import io.github.ingressdesigner.yaml.YamlNode.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Types scalars as kubectl does. Its reader (sigs.k8s.io/yaml) follows YAML 1.1 with additions of
 * its own: {@code yes} is a boolean, {@code 017} and {@code 0o17} are 15, {@code 1_000} is 1000,
 * {@code 1:30} and dates stay text.
 */
public final class KubeScalars {
  private static final String STANDARD = "tag:yaml.org,2002:";
  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
  private static final Pattern DATE =
      Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].*)?", Pattern.DOTALL);
  private static final BigInteger LOWEST = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger HIGHEST = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);
  private static final Null NULL = new Null();

  private KubeScalars() {}

  /** The meaning of a scalar with its style and tag. */
  public static KubeValue of(Scalar scalar) {
    if (scalar.tag().isPresent()) {
      return tagged(standardName(scalar.tag().get()), scalar.value());
    }
    return scalar.style() == YamlNode.Style.PLAIN
        ? plain(scalar.value())
        : new Text(scalar.value());
  }

  /** The meaning of plain text without a tag. */
  public static KubeValue plain(String text) {
    if (text.isEmpty()) {
      return NULL;
    }
    char first = text.charAt(0);
    if (first >= '0' && first <= '9' || first == '+' || first == '-' || first == '.') {
      return numberLike(text);
    }
    return switch (text) {
      case "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON" ->
          new Bool(true);
      case "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF" ->
          new Bool(false);
      case "~", "null", "Null", "NULL" -> NULL;
      default -> new Text(text);
    };
  }

  /**
   * The text of a key of a mapping, as JSON has it: {@code 0x10} is {@code 16}, {@code yes} is
   * {@code true}. Empty where kubectl refuses the key: a list, a mapping, or null.
   */
  public static Optional<String> key(YamlNode node) {
    if (!(node instanceof Scalar scalar)) {
      return Optional.empty();
    }
    return switch (of(scalar)) {
      case Text text -> Optional.of(text.value());
      case Bool bool -> Optional.of(Boolean.toString(bool.value()));
      case Whole whole when whole.value().bitLength() < 64 -> Optional.of(whole.value().toString());
      case Whole _ -> Optional.empty();
      case Decimal decimal -> Optional.of(shortest(decimal.value()));
      case Null _ -> Optional.empty();
      // .inf and the like are legal as keys, where they stay as they are written
      case Refused _ -> Optional.of(scalar.value());
    };
  }

  /** Whether this key is a merge: plain {@code <<}, or tagged as one. */
  public static boolean isMerge(YamlNode key) {
    return key instanceof Scalar scalar
        && scalar.value().equals("<<")
        && scalar
            .tag()
            .map(tag -> standardName(tag).equals("merge"))
            .orElse(scalar.style() == YamlNode.Style.PLAIN);
  }

  private static KubeValue tagged(String tag, String text) {
    return switch (tag) {
      case "bool", "int", "null" -> fitting(tag, plain(text), text);
      case "float" ->
          plain(text) instanceof Whole whole
              ? new Decimal(whole.value().doubleValue())
              : fitting(tag, plain(text), text);
      case "timestamp" -> DATE.matcher(text).matches() ? new Text(text) : unfit(tag);
      case "binary" -> binary(text);
      default -> new Text(text);
    };
  }

  private static KubeValue fitting(String tag, KubeValue value, String text) {
    boolean fits =
        switch (value) {
          case Bool _ -> tag.equals("bool");
          case Whole _ -> tag.equals("int");
          case Decimal _ -> tag.equals("float");
          case Null _ -> tag.equals("null");
          case Text _ -> false;
          case Refused _ -> tag.equals("float") && !text.isEmpty();
        };
    return fits ? value : unfit(tag);
  }

  private static KubeValue unfit(String tag) {
    return new Refused("the tag !!" + tag + " does not fit this value");
  }

  private static KubeValue binary(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text.replaceAll("[\\r\\n]", ""));
      return new Text(new String(bytes, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return new Refused("the tag !!binary needs base64");
    }
  }

  private static KubeValue numberLike(String text) {
    switch (text) {
      case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF" -> {
        return new Refused("JSON has no infinite number");
      }
      case ".nan", ".NaN", ".NAN" -> {
        return new Refused("JSON has no value that is not a number");
      }
      default -> {
        String digits = text.replace("_", "");
        Optional<BigInteger> whole = whole(digits);
        if (whole.isPresent()) {
          return new Whole(whole.get());
        }
        if (DECIMAL.matcher(digits).matches()) {
          double value = Double.parseDouble(digits);
          return Double.isInfinite(value) ? new Text(text) : new Decimal(value);
        }
        return new Text(text);
      }
    }
  }

  /** Go's ParseInt with base 0, for 64 bits with a sign or, if positive, without. */
  private static Optional<BigInteger> whole(String text) {
    boolean signed = text.startsWith("-") || text.startsWith("+");
    String body = signed ? text.substring(1) : text;
    int radix = 10;
    if (body.length() > 1 && body.charAt(0) == '0') {
      radix =
          switch (body.charAt(1)) {
            case 'x', 'X' -> 16;
            case 'b', 'B' -> 2;
            default -> 8;
          };
      boolean letter = "xXbBoO".indexOf(body.charAt(1)) >= 0;
      body = body.substring(letter ? 2 : 1);
    }
    if (body.isEmpty()) {
      return Optional.empty();
    }
    for (int i = 0; i < body.length(); i++) {
      if (body.charAt(i) > 'f' || Character.digit(body.charAt(i), radix) < 0) {
        return Optional.empty();
      }
    }
    BigInteger size = new BigInteger(body, radix);
    BigInteger value = text.startsWith("-") ? size.negate() : size;
    // Go reads what is too large for 63 bits a second time without allowing a sign
    BigInteger highest = signed ? BigInteger.valueOf(Long.MAX_VALUE) : HIGHEST;
    return value.compareTo(LOWEST) < 0 || value.compareTo(highest) > 0
        ? Optional.empty()
        : Optional.of(value);
  }

  /** Go's FormatFloat(value, 'g', -1, 32): how a decimal number becomes a key. */
  private static String shortest(double value) {
    BigDecimal digits = new BigDecimal(Float.toString((float) value)).stripTrailingZeros();
    int exponent = digits.precision() - digits.scale() - 1;
    if (digits.signum() == 0 || exponent >= -4 && exponent < 6) {
      return digits.toPlainString();
    }
    BigDecimal mantissa = digits.movePointLeft(exponent);
    return "%se%s%02d"
        .formatted(mantissa.toPlainString(), exponent < 0 ? "-" : "+", Math.abs(exponent));
  }

  /** {@code int} for {@code !!int} and its long form; the tag itself for all others. */
  private static String standardName(String tag) {
    String inner = tag.startsWith("!<") ? tag.substring(2, tag.length() - 1) : tag;
    if (inner.startsWith("!!")) {
      return inner.substring(2);
    }
    return inner.startsWith(STANDARD) ? inner.substring(STANDARD.length()) : inner;
  }
}
