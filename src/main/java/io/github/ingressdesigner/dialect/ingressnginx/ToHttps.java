package io.github.ingressdesigner.dialect.ingressnginx;

import io.github.ingressdesigner.dialect.nginx.Headers;
import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.Request;
import java.util.List;

/**
 * The redirect of plain requests (rootfs/etc/nginx/lua/lua_ingress.lua, redirect_to_https, and
 * certificate.lua, configured_for_current_request).
 */
final class ToHttps {
  private final Servers servers;
  private final boolean hasWildcards;
  private final boolean forwarded;
  private final List<String> plainLocations;
  private final int code;

  ToHttps(DialectConfig config, Servers servers, boolean forwarded) {
    this.hasWildcards = servers.certificates().stream().anyMatch(name -> name.startsWith("*"));
    this.servers = servers;
    this.forwarded = forwarded;
    this.plainLocations =
        List.of(config.get("no-tls-redirect-locations", "/.well-known/acme-challenge").split(","))
            .stream()
            .map(String::strip)
            .filter(start -> !start.isEmpty())
            .toList();
    String wanted = config.get("http-redirect-code", "308");
    this.code = wanted.matches("30[1278]") ? Integer.parseInt(wanted) : 308;
  }

  /** The status of this redirect, and of the one to another name. */
  int code() {
    return code;
  }

  boolean applies(Request request, String host, Block block) {
    if (!scheme(request).equals("http")) {
      return false;
    }
    for (String start : plainLocations) {
      if (block.text.startsWith(start)) {
        return false;
      }
    }
    return block.rules.forceSslRedirect() || block.rules.sslRedirect() && hasCertificate(host);
  }

  private boolean hasCertificate(String host) {
    if (servers.certificates().contains(host)) {
      return true;
    }
    int dot = hasWildcards ? host.indexOf('.') : -1;
    return dot > 0 && servers.certificates().contains("*" + host.substring(dot));
  }

  /** The scheme as the Lua code sees it. */
  String scheme(Request request) {
    String sent = forwarded ? Headers.joined(request, "X-Forwarded-Proto") : null;
    return sent == null ? request.scheme() : sent;
  }

  /** The Host header, or the first of X-Forwarded-Host where that is believed. */
  static String bestHost(Request request, boolean forwarded) {
    String sent = forwarded ? Headers.joined(request, "X-Forwarded-Host") : null;
    return sent == null ? Headers.host(request) : before(sent, ',');
  }

  private static String before(String text, char end) {
    int at = text.indexOf(end);
    return at < 0 ? text : text.substring(0, at);
  }

  String url(Request request, Rules rules) {
    String host = before(bestHost(request, forwarded), ':');
    String port = rules.portInRedirects() ? ":443" : "";
    String uri = request.target();
    boolean cut = !rules.preserveTrailingSlash() && uri.endsWith("/");
    return "https://" + host + port + (cut ? uri.substring(0, uri.length() - 1) : uri);
  }
}
