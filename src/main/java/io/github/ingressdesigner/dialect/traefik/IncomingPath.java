package io.github.ingressdesigner.dialect.traefik;

import io.github.ingressdesigner.dialect.common.UriText;
import io.github.ingressdesigner.route.Request;
import java.util.Optional;

/**
 * The path of a request as an entry point hands it on ({@code denyFragment}, {@code normalizePath},
 * {@code sanitizePath} of server_entrypoint_tcp.go, {@code withRoutingPath} of muxer/http/mux.go).
 *
 * @param escaped what a backend would see without middlewares
 * @param routing what rules are compared with: everything decoded but reserved characters and %
 */
record IncomingPath(String escaped, String routing) {
  /** The path, or why it is answered with 400. */
  sealed interface Read {
    record Ready(IncomingPath path) implements Read {}

    /**
     * @param reason a sentence for people
     */
    record Refused(String reason) implements Read {}
  }

  static Read read(Request request, TraefikOptions options) {
    String raw = request.path();
    if (UriText.isPlain(raw)) {
      return new Read.Ready(new IncomingPath(raw, raw));
    }
    return slowly(UriText.bytes(raw), options);
  }

  private static Read slowly(String raw, TraefikOptions options) {
    if (raw.indexOf('#') >= 0) {
      return new Read.Refused("The path has a #, which no client sends, so the answer is 400.");
    }
    for (int i = 0; i < raw.length(); i++) {
      if (raw.charAt(i) <= ' ' || raw.charAt(i) == 0x7f) {
        return new Read.Refused(
            "The path has a blank or a control character, so the answer is 400.");
      }
    }
    Optional<GoUrl> url = GoUrl.of(raw);
    if (url.isEmpty()) {
      return new Read.Refused("A % without two hexadecimal digits behind it is answered with 400.");
    }
    for (int refused : options.refusedEscapes()) {
      if (UriText.hasEscape(raw, refused)) {
        return new Read.Refused(
            "The entry point refuses %%%02X in paths, so the answer is 400.".formatted(refused));
      }
    }
    String escaped = url.get().escaped();
    escaped = UriText.decoded(escaped, UriText::isUnreserved).orElse(escaped);
    if (options.sanitizePath()) {
      escaped = UriText.cleaned(escaped);
    }
    String routing =
        UriText.decoded(escaped, c -> c != '%' && !UriText.isReserved(c)).orElse(escaped);
    return new Read.Ready(new IncomingPath(escaped, UriText.text(routing)));
  }
}
