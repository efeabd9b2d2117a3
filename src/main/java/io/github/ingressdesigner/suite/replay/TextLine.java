package io.github.ingressdesigner.suite.replay;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads lines of NGINX and of Envoy: the request in quotes, and the host where the format has it.
 *
 * <p>NGINX: {@code combined} has no host. Where a configuration adds it, it stands before the
 * address ({@code $host $remote_addr …}), behind it, or behind the user agent. Envoy: the authority
 * is the last but one of the quoted parts (envoyproxy.io, access logging, default format string).
 */
final class TextLine {
  /** Addresses, dashes and names before the time stamp in {@code combined}. */
  private static final int COMBINED_WORDS = 3;

  private final String line;
  private int open;
  private int close;

  private TextLine(String line) {
    this.line = line;
  }

  static Recorded.Line read(String line, boolean envoy) {
    return new TextLine(line).read(envoy);
  }

  /** Whether the line has a time in brackets before its request, and so is Envoy's. */
  static boolean isEnvoy(String line) {
    return line.startsWith("[");
  }

  private Recorded.Line read(boolean envoy) {
    if (!findRequest()) {
      return Recorded.NO_REQUEST;
    }
    int first = line.indexOf(' ', open);
    int last = line.lastIndexOf(' ', close - 1);
    String method = line.substring(open, first);
    String target =
        last > first && line.startsWith("HTTP/", last + 1)
            ? line.substring(first + 1, last)
            : line.substring(first + 1, close);
    Optional<String> host = envoy ? authority() : host();
    Optional<String> scheme = envoy ? Optional.empty() : scheme();
    return Recorded.of(method, scheme, host, unescaped(target), Map.of());
  }

  /** The first quoted part that begins with a method and a target. */
  private boolean findRequest() {
    int at = 0;
    while (true) {
      open = line.indexOf('"', at) + 1;
      if (open == 0) {
        return false;
      }
      close = closing(open);
      if (close < 0) {
        return false;
      }
      int space = line.indexOf(' ', open);
      if (space > open && space < close && Recorded.isMethod(line.substring(open, space))) {
        return true;
      }
      at = close + 1;
    }
  }

  private int closing(int from) {
    for (int i = from; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        return i;
      }
    }
    return -1;
  }

  /** From the end, because Envoy does not escape a quote in a user agent. */
  private Optional<String> authority() {
    int lastClose = line.lastIndexOf('"');
    int lastOpen = line.lastIndexOf('"', lastClose - 1);
    int end = line.lastIndexOf('"', lastOpen - 1);
    int start = line.lastIndexOf('"', end - 1);
    if (start <= close || end <= start) {
      return Optional.empty();
    }
    return Optional.of(line.substring(start + 1, end)).filter(TextLine::isGiven);
  }

  private static boolean isGiven(String value) {
    return !value.isEmpty() && !value.equals("-");
  }

  private Optional<String> host() {
    String before = line.substring(0, open - 1);
    int bracket = before.indexOf('[');
    List<String> words = words(bracket < 0 ? before : before.substring(0, bracket));
    if (words.size() > COMBINED_WORDS) {
      for (String word : words.subList(0, 2)) {
        Optional<String> found = HostWord.find(word);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    int tail = behindUserAgent();
    if (tail < line.length()) {
      for (String word : words(line.substring(tail))) {
        Optional<String> found = HostWord.find(HostWord.unquoted(word));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> scheme() {
    int tail = behindUserAgent();
    for (String word : tail < line.length() ? words(line.substring(tail)) : List.<String>of()) {
      String bare = HostWord.unquoted(word);
      if (bare.equals("https") || bare.equals("http")) {
        return Optional.of(bare);
      }
      if (bare.startsWith("TLSv1")) {
        return Optional.of("https");
      }
    }
    return Optional.empty();
  }

  /** Behind referrer and user agent, which may hold anything. */
  private int behindUserAgent() {
    int at = close + 1;
    for (int i = 0; i < 2; i++) {
      int quote = line.indexOf('"', at);
      int end = quote < 0 ? -1 : closing(quote + 1);
      if (end < 0) {
        return i == 0 ? close + 1 : line.length();
      }
      at = end + 1;
    }
    return at;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == ' ') {
        if (i > start) {
          words.add(text.substring(start, i));
        }
        start = i + 1;
      }
    }
    return words;
  }

  /** NGINX writes quotes, backslashes and bytes outside of ASCII as {@code \xHH}. */
  private static String unescaped(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int length = 0;
    for (int i = 0; i < bytes.length; i++) {
      int high = i + 3 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
      int low = i + 3 < bytes.length ? Character.digit(bytes[i + 3], 16) : -1;
      if (bytes[i] == '\\'
          && i + 1 < bytes.length
          && bytes[i + 1] == 'x'
          && high >= 0
          && low >= 0) {
        bytes[length++] = (byte) (high * 16 + low);
        i += 3;
      } else if (bytes[i] == '\\' && i + 1 < bytes.length) {
        bytes[length++] = bytes[++i];
      } else {
        bytes[length++] = bytes[i];
      }
    }
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }
}
