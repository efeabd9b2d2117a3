package io.github.ingressdesigner.dialect.ingressnginx;

import io.github.ingressdesigner.dialect.common.RegexStoppedException;
import io.github.ingressdesigner.dialect.common.RewriteTemplate;
import io.github.ingressdesigner.dialect.common.RouteRegex.Captures;
import io.github.ingressdesigner.dialect.ingressnginx.Answer.Stage;
import io.github.ingressdesigner.dialect.ingressnginx.Servers.Target;
import io.github.ingressdesigner.dialect.nginx.Headers;
import io.github.ingressdesigner.dialect.nginx.Locations;
import io.github.ingressdesigner.dialect.nginx.NginxRequest;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What NGINX does with a request: the server, the location, and the phases of the location up to
 * the redirect to https. What comes behind is {@link Proxying}.
 */
final class Decider {
  private final Servers servers;
  private final Proxying proxying;
  private final ToHttps toHttps;
  private final boolean forwarded;
  private final boolean relative;
  private final String clientAddress;

  Decider(DialectConfig config, Servers servers, Upstreams upstreams) {
    this.servers = servers;
    this.forwarded = config.isOn("use-forwarded-headers", false);
    this.relative = config.isOn("relative-redirects", false);
    this.clientAddress = config.get("client-address", "127.0.0.1");
    this.toHttps = new ToHttps(config, servers, forwarded);
    this.proxying = new Proxying(upstreams, forwarded, clientAddress);
  }

  Answer decide(Request request) {
    if (servers.rejection().isPresent()) {
      Rejection rejection = servers.rejection().get();
      return Answer.of(
          Stage.REJECTED, new Outcome.ConfigRejected(rejection.reason(), rejection.at()));
    }
    try {
      return decided(request);
    } catch (RegexStoppedException e) {
      return Answer.of(Stage.UNDECIDED, new Outcome.Undecided(e.getMessage(), Optional.empty()));
    }
  }

  private Answer decided(Request request) {
    NginxRequest seen = NginxRequest.read(request);
    if (seen == null) {
      return Answer.of(Stage.BAD_REQUEST, new Outcome.Status(400, Optional.empty()));
    }
    Target target = servers.names().find(seen.host());
    if (target instanceof Target.GoesTo(String host, Server server)) {
      String url = otherName(request, host);
      Outcome redirect = new Outcome.Redirect(url, toHttps.code(), at(server));
      return Answer.of(Stage.OTHER_NAME, redirect, seen, server);
    }
    Server server = target instanceof Server found ? found : servers.any();
    if (server.certificateProblem.isPresent()) {
      Outcome refused = new Outcome.Status(403, at(server));
      return Answer.of(Stage.CLIENT_CERTIFICATE, refused, seen, server);
    }
    Rules root = server.appRoot();
    if (root != null && seen.uri().equals("/")) {
      return appRoot(root, request, seen, server);
    }
    Locations.Pick<Block> pick = server.locations().find(seen.uri());
    return pick == null
        ? Answer.of(Stage.NO_LOCATION, new Outcome.Status(404, Optional.empty()), seen, server)
        : located(request, seen, server, pick);
  }

  private static Optional<Location> at(Server server) {
    return server.rules.stream().findFirst();
  }

  private static Answer appRoot(Rules rules, Request request, NginxRequest seen, Server server) {
    String path =
        RewriteTemplate.of(RewriteTemplate.Style.NGINX, rules.appRoot().orElseThrow())
            .expand(
                new Captures(0, 0, List.of()),
                name -> TemplateVariables.value(name, request, seen, server, null));
    String url = request.scheme() + "://" + Headers.host(request) + path;
    Outcome redirect =
        new Outcome.Redirect(url, 302, Optional.of(rules.annotations().at("app-root")));
    return Answer.of(Stage.APP_ROOT, redirect, seen, server);
  }

  /** ngx_srv_redirect.lua: the port is always written. */
  private String otherName(Request request, String host) {
    String scheme = request.scheme();
    String port = scheme.equals("https") ? "443" : "80";
    if (forwarded) {
      scheme = toHttps.scheme(request);
      String sent = Headers.joined(request, "X-Forwarded-Port");
      port = sent == null ? port : sent;
    }
    String uri = request.target();
    int end = uri.endsWith("/") ? uri.length() - 1 : uri.length();
    return scheme + "://" + host + ":" + port + uri.substring(0, end);
  }

  private Answer located(
      Request request, NginxRequest seen, Server server, Locations.Pick<Block> pick) {
    Block block = pick.location().route();
    Rules rules = block.rules;
    if (pick.addsSlash()) {
      String path = Rewritten.encoded(pick.location().text());
      String args = NginxRequest.args(request);
      String url = absolute(request, seen, rules, args.isEmpty() ? path : path + "?" + args);
      Outcome redirect = new Outcome.Redirect(url, 301, block.at);
      return answer(Stage.ADDS_SLASH, redirect, seen, server, pick, null);
    }
    if (block.status > 0) {
      boolean local = block.status != 403 || Ranges.contain("127.0.0.0/8,::1", clientAddress);
      Outcome own = new Outcome.Status(local ? 200 : 403, Optional.empty());
      return answer(Stage.SERVER, own, seen, server, pick, null);
    }
    if (rules.access().denied().isPresent()) {
      Outcome denied = new Outcome.Status(503, block.at);
      return answer(Stage.DENIED, denied, seen, server, pick, null);
    }
    if (isPreflight(rules, request)) {
      Outcome empty = new Outcome.Status(204, block.at);
      return answer(Stage.PREFLIGHT, empty, seen, server, pick, null);
    }
    if (rules.redirection().target().isPresent()) {
      Outcome redirect = redirect(rules.redirection().target().get(), request, seen, rules);
      return answer(Stage.REDIRECT, redirect, seen, server, pick, null);
    }
    return rewritten(request, seen, server, pick);
  }

  private Answer rewritten(
      Request request, NginxRequest seen, Server server, Locations.Pick<Block> pick) {
    Block block = pick.location().route();
    Rules rules = block.rules;
    Rewritten rewritten = Rewritten.of(server, block, request, seen);
    if (rewritten != null && rewritten.isEmpty()) {
      Outcome error = new Outcome.Status(500, block.at);
      return answer(Stage.REWRITE_TO_NOTHING, error, seen, server, pick, rewritten);
    }
    if (rewritten != null && rewritten.isUrl()) {
      Optional<Location> annotation = Optional.of(rules.annotations().at("rewrite-target"));
      Outcome redirect = new Outcome.Redirect(rewritten.url(request), 302, annotation);
      return answer(Stage.REWRITE_REDIRECT, redirect, seen, server, pick, rewritten);
    }
    if (toHttps.applies(request, seen.host(), block)) {
      Outcome redirect =
          new Outcome.Redirect(toHttps.url(request, rules), toHttps.code(), block.at);
      return answer(Stage.HTTPS, redirect, seen, server, pick, rewritten);
    }
    return proxying.answer(request, seen, server, pick, rewritten);
  }

  private static Answer answer(
      Stage stage,
      Outcome outcome,
      NginxRequest seen,
      Server server,
      Locations.Pick<Block> pick,
      @Nullable Rewritten rewritten) {
    return new Answer(stage, outcome, seen, server, pick, rewritten, "", false, null);
  }

  private static boolean isPreflight(Rules rules, Request request) {
    if (rules.cors().isEmpty() || !request.method().equals("OPTIONS")) {
      return false;
    }
    String origin = Headers.joined(request, "Origin");
    return rules.cors().get().allow(origin == null ? "" : origin);
  }

  /** NGINX sends a Location with these codes only; others are an answer with a text. */
  private Outcome redirect(
      Redirection.Target target, Request request, NginxRequest seen, Rules rules) {
    return switch (target.code()) {
      case 301, 302, 303, 307, 308 -> {
        boolean local = target.url().startsWith("/");
        String url = local ? absolute(request, seen, rules, target.url()) : target.url();
        yield new Outcome.Redirect(url, target.code(), Optional.of(target.at()));
      }
      default -> new Outcome.Status(target.code(), Optional.of(target.at()));
    };
  }

  /** As NGINX completes a Location: the host in lower case, without port. */
  private String absolute(Request request, NginxRequest seen, Rules rules, String path) {
    return relative || rules.redirection().relative()
        ? path
        : request.scheme() + "://" + seen.host() + path;
  }
}
