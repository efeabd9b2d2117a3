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

  /** Empty where NGINX answers 400 itself. */
  public static Optional<NginxRequest> of(Request request) {
    String host = host(request);
    String uri = host == null ? null : uri(request.path());
    return uri == null ? Optional.empty() : Optional.of(new NginxRequest(host, uri));
  }

  /** Null where the host is refused. */
  static @Nullable String host(Request request) {
    List<String> sent = request.headers().get("Host");
    if (sent != null && sent.size() > 1) {
      return null;
    }
    String host = HostIndex.lower(request.host());
    if (host.indexOf("..") >= 0 || host.indexOf('/') >= 0) {
      return null;
    }
    return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
  }

  /**
   * The normalised path; null for a bad escape, a NUL, and what climbs above the root.
   *
   * @param path as it is sent, a fragment may be in it
   */
  public static @Nullable String uri(String path) {
    if (UriText.isPlain(path)) {
      return path;
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
