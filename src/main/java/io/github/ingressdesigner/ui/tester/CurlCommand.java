package io.github.ingressdesigner.ui.tester;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A request as a command line of curl, read and written: what takes part in routing of it. */
record CurlCommand(String method, String url, List<Header> headers) {
  record Header(String name, String value) {}

  /** What may stand before it: a prompt, or a program that runs it. */
  private static final Pattern START =
      Pattern.compile(
          "(?s)(?:[$#>%]\\s+)?(?:(?:sudo|time|env)\\s+|\\w+=\\S*\\s+)*((?:[.~]?/(?:\\S*/)?)?curl(?:\\.exe)?\\s.*)");

  CurlCommand {
    headers = List.copyOf(headers);
  }

  static boolean looksLike(String text) {
    return START.matcher(text.strip()).matches();
  }

  /** Empty if the text is no curl command or names no URL. */
  static Optional<CurlCommand> parse(String text) {
    Matcher start = START.matcher(text.strip() + " ");
    return start.matches()
        ? CurlReader.read(ShellWords.split(unescaped(start.group(1))))
        : Optional.empty();
  }

  /** Browsers on Windows copy for cmd, where a caret stands for the backslash. */
  private static String unescaped(String text) {
    boolean cmd = text.contains("^\"") || text.contains("^\n") || text.contains("^\r\n");
    return cmd ? text.replaceAll("\\^\\r?\\n", " ").replaceAll("(?s)\\^(.)", "$1") : text;
  }

  /** One line for a POSIX shell; {@code --path-as-is} keeps curl from resolving dots. */
  String text() {
    StringBuilder line = new StringBuilder("curl --path-as-is");
    switch (method) {
      case "GET" -> {}
      case "HEAD" -> line.append(" --head");
      default -> line.append(" -X ").append(ShellWords.quote(method));
    }
    line.append(' ').append(ShellWords.quote(url));
    for (Header header : headers) {
      String value = header.value().isEmpty() ? ";" : ": " + header.value();
      line.append(" -H ").append(ShellWords.quote(header.name() + value));
    }
    return line.toString();
  }
}
