package io.github.ingressdesigner.ui.tester;

import io.github.ingressdesigner.ui.tester.CurlCommand.Header;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a command line of curl as curl does, as far as it says what is sent: {@code -G} moves data
 * into the query, dots in the path are resolved without {@code --path-as-is}, several cookies
 * become one header. Where curl connects to ({@code --resolve}, {@code --connect-to}, a proxy), how
 * it trusts, and what it prints is passed over; so is an option that is not known.
 */
final class CurlReader {
  /** Short options with a value. */
  private static final String SHORT_VALUES = "AbcCdDeEFHKmoPQrtTuUwxXyYz";

  private static final Set<String> DATA =
      Set.of("data", "data-raw", "data-binary", "data-ascii", "data-urlencode", "json");
  private static final Set<String> FORM = Set.of("form", "form-string");

  /** Other long options that take a value, which must not be mistaken for the URL. */
  private static final Set<String> LONG_VALUES =
      Set.of(
          ("abstract-unix-socket alt-svc aws-sigv4 cacert capath cert cert-type ciphers config"
                  + " connect-timeout connect-to continue-at cookie-jar create-file-mode crlfile"
                  + " curves delegation dns-interface dns-ipv4-addr dns-ipv6-addr dns-servers"
                  + " doh-url dump-header ech egd-file engine etag-compare etag-save"
                  + " expect100-timeout form-escape ftp-port happy-eyeballs-timeout-ms"
                  + " haproxy-clientip hostpubmd5 hostpubsha256 hsts interface ip-tos ipfs-gateway"
                  + " keepalive-cnt keepalive-time key key-type krb libcurl limit-rate local-port"
                  + " login-options max-filesize max-redirs max-time netrc-file noproxy"
                  + " output output-dir parallel-max pass pinnedpubkey postquote preproxy proto"
                  + " proto-default proto-redir proxy proxy-cacert proxy-cert proxy-header"
                  + " proxy-key proxy-user proxy1.0 pubkey quote random-file range rate resolve"
                  + " retry retry-delay retry-max-time service-name socks4 socks4a socks5"
                  + " socks5-hostname speed-limit speed-time stderr telnet-option tftp-blksize"
                  + " time-cond tls-max tls13-ciphers tlsauthtype tlspassword tlsuser trace"
                  + " trace-ascii trace-config unix-socket upload-flags variable vlan-priority"
                  + " write-out")
              .split(" "));

  /** What carries the value that a routing rule can see. */
  private static final Set<String> SENT =
      Set.of(
          "request",
          "header",
          "cookie",
          "user-agent",
          "referer",
          "user",
          "url",
          "url-query",
          "upload-file",
          "oauth2-bearer",
          "request-target");

  private static final Set<String> ENDS = Set.of("|", "||", "&&", ";", "&", ">", ">>", "--next");

  private final List<Header> headers = new ArrayList<>();
  private final List<String> cookies = new ArrayList<>();
  private final List<String> data = new ArrayList<>();
  private final List<String> query = new ArrayList<>();
  private String url = "";
  private String method = "";
  private String target = "";
  private boolean sendsData;
  private boolean asGet;
  private boolean head;
  private boolean upload;
  private boolean asIs;
  private boolean optionsEnded;

  private CurlReader() {}

  /**
   * @param words of the command line, {@code curl} the first of them
   * @return empty where they name no URL
   */
  static Optional<CurlCommand> read(List<String> words) {
    CurlReader reader = new CurlReader();
    int at = 1;
    while (at < words.size() && !ENDS.contains(words.get(at))) {
      at += reader.take(words.get(at), at + 1 < words.size() ? words.get(at + 1) : "");
    }
    return reader.result();
  }

  /** Takes a word, and the next one where it belongs to it; tells how many it took. */
  private int take(String word, String next) {
    if (optionsEnded || !word.startsWith("-") || word.equals("-")) {
      address(word);
      return 1;
    }
    if (word.equals("--")) {
      optionsEnded = true;
      return 1;
    }
    return word.startsWith("--") ? takeLong(word.substring(2), next) : takeShort(word, next);
  }

  private void address(String word) {
    if (url.isEmpty()) {
      url = word;
    }
  }

  private int takeLong(String word, String next) {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    if (!hasValue(name)) {
      flag(name);
      return 1;
    }
    value(name, equals < 0 ? next : word.substring(equals + 1));
    return equals < 0 ? 2 : 1;
  }

  private static boolean hasValue(String name) {
    return DATA.contains(name)
        || FORM.contains(name)
        || SENT.contains(name)
        || LONG_VALUES.contains(name);
  }

  /** {@code -sSkX POST}, {@code -XPOST}. */
  private int takeShort(String word, String next) {
    for (int i = 1; i < word.length(); i++) {
      char option = word.charAt(i);
      if (SHORT_VALUES.indexOf(option) >= 0) {
        boolean apart = i + 1 == word.length();
        value(longName(option), apart ? next : word.substring(i + 1).replaceFirst("^=", ""));
        return apart ? 2 : 1;
      }
      flag(longName(option));
    }
    return 1;
  }

  private static String longName(char option) {
    return switch (option) {
      case 'A' -> "user-agent";
      case 'b' -> "cookie";
      case 'd' -> "data";
      case 'e' -> "referer";
      case 'F' -> "form";
      case 'G' -> "get";
      case 'H' -> "header";
      case 'I' -> "head";
      case 'T' -> "upload-file";
      case 'u' -> "user";
      case 'X' -> "request";
      default -> String.valueOf(option);
    };
  }

  private void flag(String name) {
    switch (name) {
      case "get" -> asGet = true;
      case "head" -> head = true;
      case "path-as-is" -> asIs = true;
      default -> {}
    }
  }

  private void value(String name, String value) {
    switch (name) {
      case "request" -> method = value;
      case "header" -> header(value);
      case "cookie" -> cookie(value);
      case "user-agent" -> headers.add(new Header("User-Agent", value));
      case "referer" -> headers.add(new Header("Referer", value.replaceFirst(";auto$", "")));
      case "user" -> headers.add(new Header("Authorization", basic(value)));
      case "oauth2-bearer" -> headers.add(new Header("Authorization", "Bearer " + value));
      case "url" -> address(value);
      case "url-query" -> query.add(value.startsWith("+") ? value.substring(1) : encoded(value));
      case "request-target" -> target = value;
      case "upload-file" -> upload = true;
      case "data-urlencode" -> data(encoded(value));
      case "json" -> {
        headers.add(new Header("Content-Type", "application/json"));
        headers.add(new Header("Accept", "application/json"));
        data(value);
      }
      default -> {
        if (DATA.contains(name)) {
          data(value);
        } else if (FORM.contains(name)) {
          sendsData = true;
        }
      }
    }
  }

  private void data(String value) {
    sendsData = true;
    data.add(value);
  }

  /** Content, or a name and content; files are not read. */
  private static String encoded(String value) {
    int equals = value.indexOf('=');
    String name = equals > 0 ? value.substring(0, equals + 1) : "";
    String content = equals >= 0 ? value.substring(equals + 1) : value;
    return name + URLEncoder.encode(content, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private void header(String value) {
    int colon = value.indexOf(':');
    if (value.startsWith("@")) {
      return;
    }
    if (colon > 0) {
      String name = value.substring(0, colon).strip();
      String text = value.substring(colon + 1).strip();
      // "Name:" alone keeps curl from sending its own.
      if (!text.isEmpty()) {
        headers.add(new Header(name, text));
      }
    } else if (value.endsWith(";")) {
      headers.add(new Header(value.substring(0, value.length() - 1).strip(), ""));
    }
  }

  /** A text without "=" names a file. */
  private void cookie(String value) {
    if (value.contains("=")) {
      if (cookies.isEmpty()) {
        headers.add(new Header("Cookie", ""));
      }
      cookies.add(value.strip().replaceFirst(";$", ""));
    }
  }

  private static String basic(String user) {
    return "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
  }

  private Optional<CurlCommand> result() {
    if (url.isEmpty()) {
      return Optional.empty();
    }
    List<Header> sent =
        headers.stream()
            .map(
                h ->
                    h.name().equals("Cookie") && h.value().isEmpty() && !cookies.isEmpty()
                        ? new Header("Cookie", String.join("; ", cookies))
                        : h)
            .toList();
    return Optional.of(new CurlCommand(verb(), address(), sent));
  }

  private String verb() {
    if (!method.isEmpty()) {
      return method;
    }
    if (head) {
      return "HEAD";
    }
    if (upload) {
      return "PUT";
    }
    return sendsData && !asGet ? "POST" : "GET";
  }

  private String address() {
    String whole = url.contains("://") ? url : "http://" + url;
    int hash = whole.indexOf('#');
    String sent = hash < 0 ? whole : whole.substring(0, hash);
    List<String> more = new ArrayList<>(query);
    if (asGet) {
      more.addAll(0, data);
    }
    if (!more.isEmpty()) {
      sent += (sent.contains("?") ? "&" : "?") + String.join("&", more);
    }
    int path = pathStart(sent);
    if (!target.isEmpty()) {
      return sent.substring(0, path) + target;
    }
    return asIs ? sent : sent.substring(0, path) + DotSegments.resolved(sent.substring(path));
  }

  private static int pathStart(String url) {
    int authority = url.indexOf("://") + 3;
    for (int i = authority; i < url.length(); i++) {
      if (url.charAt(i) == '/' || url.charAt(i) == '?') {
        return i;
      }
    }
    return url.length();
  }
}
