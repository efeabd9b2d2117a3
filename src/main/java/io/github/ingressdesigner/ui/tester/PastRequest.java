package io.github.ingressdesigner.ui.tester;

import io.github.ingressdesigner.ui.tester.CurlCommand.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A request that was asked before, without anything secret that it may have held. */
record PastRequest(String method, String url, List<Header> headers) {
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i).*(auth|token|secret|passw|api-?key|session|credential|signature|jwt|csrf).*");

  PastRequest {
    headers = List.copyOf(headers);
  }

  /**
   * What may be kept: credentials of the URL are taken out, and so are the values of headers,
   * cookies and parameters that hold some by their name. Of a Cookie header only names stay.
   */
  static PastRequest of(String method, String url, List<Header> headers) {
    return new PastRequest(
        method, withoutSecrets(url), headers.stream().map(PastRequest::withoutSecret).toList());
  }

  private static Header withoutSecret(Header header) {
    if (header.name().toLowerCase(Locale.ROOT).contains("cookie")) {
      String names =
          Stream.of(header.value().split(";"))
              .map(String::strip)
              .filter(cookie -> !cookie.isEmpty())
              .map(cookie -> cookie.replaceFirst("=.*", "="))
              .collect(Collectors.joining("; "));
      return new Header(header.name(), names);
    }
    return SECRET.matcher(header.name()).matches() ? new Header(header.name(), "") : header;
  }

  private static String withoutSecrets(String url) {
    String bare = url.replaceFirst("^([A-Za-z]+://)?[^/?#@]*@", "$1");
    int mark = bare.indexOf('?');
    if (mark < 0) {
      return bare;
    }
    List<String> parameters = new ArrayList<>();
    for (String parameter : bare.substring(mark + 1).split("&", -1)) {
      int equals = parameter.indexOf('=');
      boolean secret = equals > 0 && SECRET.matcher(parameter.substring(0, equals)).matches();
      parameters.add(secret ? parameter.substring(0, equals + 1) : parameter);
    }
    return bare.substring(0, mark + 1) + String.join("&", parameters);
  }

  /** As one line: a curl command. */
  String line() {
    return new CurlCommand(method, url, headers).text();
  }

  /** Empty where the line is no such command. */
  static Optional<PastRequest> read(String line) {
    return CurlCommand.parse(line).map(c -> of(c.method(), c.url(), c.headers()));
  }

  /** For a menu. */
  String text() {
    String verb = method.equals("GET") ? "" : method + " ";
    return headers.isEmpty()
        ? verb + url
        : verb
            + url
            + "   "
            + headers.stream()
                .map(h -> h.name() + ": " + h.value())
                .collect(Collectors.joining(", "));
  }
}
