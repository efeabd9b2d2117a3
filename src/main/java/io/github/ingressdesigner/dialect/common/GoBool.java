package io.github.ingressdesigner.dialect.common;

import java.util.Optional;

/** Flags as most controllers read them: Go's {@code strconv.ParseBool}. */
public final class GoBool {
  private GoBool() {}

  /** Empty for everything but 1 t T true True TRUE 0 f F false False FALSE. */
  public static Optional<Boolean> parse(String text) {
    return switch (text) {
      case "1", "t", "T", "true", "True", "TRUE" -> Optional.of(true);
      case "0", "f", "F", "false", "False", "FALSE" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
