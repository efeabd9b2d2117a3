package io.github.ingressdesigner.dialect.nginx;

/** A word between double quotes in a configuration file (ngx_conf_read_token). */
public final class ConfigWord {
  private ConfigWord() {}

  /** What NGINX reads: a backslash before a quote or another backslash is dropped. */
  public static String read(String written) {
    if (written.indexOf('\\') < 0) {
      return written;
    }
    StringBuilder out = new StringBuilder(written.length());
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      char next = i + 1 < written.length() ? written.charAt(i + 1) : 0;
      if (c == '\\' && (next == '"' || next == '\'' || next == '\\')) {
        i++;
        c = next;
      }
      out.append(c);
    }
    return out.toString();
  }

  /** Whether the quotes around a word would end inside it, or not behind it. */
  public static boolean breaks(String written) {
    boolean protectedOne = false;
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c == '"' && !protectedOne) {
        return true;
      }
      protectedOne = c == '\\' && !protectedOne;
    }
    return protectedOne;
  }

  /** Whether a word without quotes ends inside, at a brace that opens a block. */
  public static boolean opensBlock(String written) {
    for (int i = written.indexOf('{'); i >= 0; i = written.indexOf('{', i + 1)) {
      if (i == 0 || written.charAt(i - 1) != '$') {
        return true;
      }
    }
    return false;
  }

  /**
   * What becomes of a text that a Go template sends through printf without arguments: a percent
   * sign takes flags, digits and the letter behind it.
   */
  public static String printed(String format) {
    if (format.indexOf('%') < 0) {
      return format;
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c != '%') {
        out.append(c);
        continue;
      }
      i++;
      while (i < format.length() && "#0+- .123456789".indexOf(format.charAt(i)) >= 0) {
        i++;
      }
      if (i == format.length()) {
        out.append("%!(NOVERB)");
      } else if (format.charAt(i) == '%') {
        out.append('%');
      } else {
        out.append("%!").append(format.charAt(i)).append("(MISSING)");
      }
    }
    return out.toString();
  }
}
