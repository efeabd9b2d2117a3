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
}
