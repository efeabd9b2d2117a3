package io.github.ingressdesigner.ui.tester;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A request as a command line of curl, read and written. Only what takes part in routing is kept;
 * other options are passed over.
 */
record CurlCommand(String method, String url, List<Header> headers) {
  record Header(String name, String value) {}

  private static final Set<String> WITH_DATA =
      Set.of(
          "-d",
          "--data",
          "--data-raw",
          "--data-binary",
          "--data-ascii",
          "--data-urlencode",
          "-F",
          "--form",
          "--form-string",
          "--json");

  /** Other options that take a value, which must not be mistaken for the URL. */
  private static final Set<String> WITH_VALUE =
      Set.of(
          "-o",
          "--output",
          "-m",
          "--max-time",
          "--connect-timeout",
          "-x",
          "--proxy",
          "--resolve",
          "--connect-to",
          "--cacert",
          "--capath",
          "-E",
          "--cert",
          "--key",
          "-w",
          "--write-out",
          "-T",
          "--upload-file",
          "--retry",
          "-c",
          "--cookie-jar",
          "-r",
          "--range",
          "--limit-rate",
          "--interface",
          "--ciphers",
          "-D",
          "--dump-header",
          "--retry-delay",
          "-K",
          "--config");

  CurlCommand {
    headers = List.copyOf(headers);
  }

  static boolean looksLike(String text) {
    return text.strip().startsWith("curl ");
  }

  /** Empty if the text is no curl command or names no URL. */
  static Optional<CurlCommand> parse(String text) {
    List<String> words = ShellWords.split(text.strip());
    if (words.isEmpty() || !words.getFirst().equals("curl")) {
      return Optional.empty();
    }
    Reading reading = new Reading();
    for (int i = 1; i < words.size(); i++) {
      String word = words.get(i);
      String option = option(word);
      boolean takesNext = reading.takesValue(option) && option.equals(word);
      String value =
          takesNext
              ? (i + 1 < words.size() ? words.get(i + 1) : "")
              : word.substring(option.length()).replaceFirst("^=", "");
      reading.take(option, value);
      i += takesNext ? 1 : 0;
    }
    return reading.result();
  }

  /** {@code -XPOST} and {@code --request=POST} carry their value in one word. */
  private static String option(String word) {
    if (word.startsWith("--")) {
      int equals = word.indexOf('=');
      return equals < 0 ? word : word.substring(0, equals);
    }
    return word.startsWith("-") && word.length() > 2 && Reading.VALUES.indexOf(word.charAt(1)) >= 0
        ? word.substring(0, 2)
        : word;
  }

  /** What was found so far. */
  private static final class Reading {
    /** Short options with a value. */
    static final String VALUES = "XHbAeudFomxETwcrDK";

    private String url = "";
    private String method = "";
    private boolean data;
    private final List<Header> headers = new ArrayList<>();

    boolean takesValue(String option) {
      return WITH_DATA.contains(option)
          || WITH_VALUE.contains(option)
          || Set.of("-X", "-H", "-b", "-A", "-e", "-u", "--request", "--header", "--cookie")
              .contains(option)
          || Set.of("--user-agent", "--referer", "--user", "--url").contains(option);
    }

    void take(String option, String value) {
      switch (option) {
        case "-X", "--request" -> method = value;
        case "-H", "--header" -> header(value);
        case "-b", "--cookie" -> headers.add(new Header("Cookie", value));
        case "-A", "--user-agent" -> headers.add(new Header("User-Agent", value));
        case "-e", "--referer" -> headers.add(new Header("Referer", value));
        case "-u", "--user" -> headers.add(new Header("Authorization", basic(value)));
        case "--url" -> url = value;
        case "-I", "--head" -> method = method.isEmpty() ? "HEAD" : method;
        case "-G", "--get" -> method = method.isEmpty() ? "GET" : method;
        default -> {
          data |= WITH_DATA.contains(option);
          if (!option.startsWith("-") && url.isEmpty()) {
            url = option;
          }
        }
      }
    }

    private void header(String value) {
      int colon = value.indexOf(':');
      if (colon > 0) {
        headers.add(
            new Header(value.substring(0, colon).strip(), value.substring(colon + 1).strip()));
      } else if (value.endsWith(";")) {
        headers.add(new Header(value.substring(0, value.length() - 1).strip(), ""));
      }
    }

    private static String basic(String user) {
      return "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
    }

    Optional<CurlCommand> result() {
      String verb = !method.isEmpty() ? method : data ? "POST" : "GET";
      return url.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new CurlCommand(verb, url.contains("://") ? url : "http://" + url, headers));
    }
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
