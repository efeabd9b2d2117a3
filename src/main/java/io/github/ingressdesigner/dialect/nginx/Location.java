package io.github.ingressdesigner.dialect.nginx;

import io.github.ingressdesigner.dialect.common.UriText;

/**
 * A location block.
 *
 * @param text as it is written in the configuration, without quotes
 * @param proxied whether it has a proxy_pass; then a path without its last slash is redirected
 * @param route what the controller means by it
 * @param <T> the controller's own kind of route
 */
public record Location<T>(Modifier modifier, String text, boolean proxied, T route) {
  /** How the text is compared. */
  public enum Modifier {
    EXACT("= "),
    PREFIX(""),
    REGEX("~ "),
    REGEX_NO_CASE("~* ");

    private final String sign;

    Modifier(String sign) {
      this.sign = sign;
    }

    public boolean isRegex() {
      return this == REGEX || this == REGEX_NO_CASE;
    }
  }

  /** The text as bytes, as it is compared. */
  String bytes() {
    return UriText.bytes(text);
  }

  /** The line that opens the block. */
  public String generated() {
    return "location " + modifier.sign + "\"" + text + "\"";
  }
}
