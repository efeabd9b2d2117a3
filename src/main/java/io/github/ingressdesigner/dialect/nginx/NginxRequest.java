package io.github.ingressdesigner.dialect.nginx;

import io.github.ingressdesigner.dialect.common.HostIndex;
import io.github.ingressdesigner.dialect.common.UriText;
import io.github.ingressdesigner.route.Request;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request as NGINX matches it (ngx_http_parse_complex_uri and ngx_http_validate_host of NGINX
 * 1.27, with merge_slashes on).
 *
 * @param host lower case, without port and without one dot at its end
 * @param uri decoded, slashes merged, dots resolved; one char for each byte
 */
public record NginxRequest(String host, String uri) {
  private static final int NUL = 0;
  private static final char DELETE = 0x7f;

  /** Empty where NGINX answers 400 itself. */
  public static Optional<NginxRequest> of(Request request) {
    return Optional.ofNullable(read(request));
  }

  /** The same; null where NGINX answers 400 itself. */
  public static @Nullable NginxRequest read(Request request) {
    String host = host(request);
    String uri = host == null || hasBadQuery(request) ? null : uri(request.path());
    return uri == null ? null : new NginxRequest(host, uri);
  }

  /** Null where the host is refused. */
  static @Nullable String host(Request request) {
    List<String> sent = request.headers().get("Host");
    if (sent != null && sent.size() > 1) {
      return null;
    }
    String host = HostIndex.lower(request.host());
    if (host.indexOf("..") >= 0) {
      return null;
    }
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      if (c <= ' ' || c == DELETE || c == '/') {
        return null;
      }
    }
    String cut = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    return cut.isEmpty() ? null : cut;
  }

  /** The query as {@code $args}: without a fragment, and none behind one; empty for none. */
  public static String args(Request request) {
    if (request.path().indexOf('#') >= 0) {
      return "";
    }
    String query = request.query().orElse("");
    int fragment = query.indexOf('#');
    return fragment < 0 ? query : query.substring(0, fragment);
  }

  private static boolean hasBadQuery(Request request) {
    return request.query().isPresent() && hasControl(request.query().get());
  }

  /** Blanks and control characters end a request line, or are refused in it. */
  private static boolean hasControl(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c == DELETE) {
        return true;
      }
    }
    return false;
  }

  /**
   * The normalised path; null for a bad escape, a NUL or another control character, and what climbs
   * above the root.
   *
   * @param path as it is sent, a fragment may be in it
   */
  public static @Nullable String uri(String path) {
    if (UriText.isPlain(path)) {
      return path;
    }
    if (hasControl(path)) {
      return null;
    }
    String bytes = UriText.bytes(path);
    int fragment = bytes.indexOf('#');
    String cut = fragment < 0 ? bytes : bytes.substring(0, fragment);
    if (UriText.hasEscape(cut, NUL)) {
      return null;
    }
    Optional<String> decoded = UriText.decoded(cut);
    return decoded.map(UriText::mergedSlashes).flatMap(UriText::withoutDots).orElse(null);
  }
}
