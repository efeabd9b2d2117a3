package io.github.ingressdesigner.dialect.traefik;

import io.github.ingressdesigner.dialect.common.RewriteTemplate;
import io.github.ingressdesigner.dialect.common.RouteRegex;
import io.github.ingressdesigner.dialect.common.UriText;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.route.Decision.Confidence;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Outcome.Redirect;
import java.util.Optional;

/** Middlewares that answer with a redirect. */
sealed interface RedirectMiddleware extends Middleware {
  /** The status of a redirect: either of two by the method, or always one. */
  record Code(boolean permanent, Optional<Integer> always) {
    int of(String method) {
      boolean get = method.equals("GET");
      return always.orElse(permanent ? (get ? 301 : 308) : get ? 302 : 307);
    }
  }

  /**
   * To another scheme; the port of the request is dropped (redirect_scheme.go).
   *
   * @param port printed unless it is the usual one of the scheme; may be empty
   */
  record ToScheme(String scheme, String port, Code code, String sentence, Optional<Location> at)
      implements RedirectMiddleware {
    /** Of an entry point that sends everything to the one for TLS. */
    static final ToScheme OF_ENTRY_POINT =
        new ToScheme(
            "https",
            "",
            new Code(true, Optional.empty()),
            "Entry point web redirects everything to websecure.",
            Optional.empty());

    @Override
    public Optional<Outcome> apply(Pass pass) {
      String name = pass.rawHost();
      int colon = name.indexOf(':', Math.max(0, name.indexOf(']')));
      String host = colon < 0 ? name : name.substring(0, colon);
      String own = pass.isTls() ? "https" : "http";
      String before = own + "://" + host + shown(own, colon < 0 ? "" : name.substring(colon + 1));
      String after = scheme + "://" + host + shown(scheme, port);
      return after.equals(before)
          ? Optional.empty()
          : Optional.of(new Redirect(after + pass.uri(), code.of(pass.request.method()), at));
    }

    private static String shown(String scheme, String port) {
      boolean isUsual = port.equals(scheme.equals("https") ? "443" : "80");
      return port.isEmpty() || isUsual ? "" : ":" + port;
    }

    @Override
    public String label() {
      return "redirect to " + scheme;
    }
  }

  /** By an expression on the whole URL (redirect_regex.go). */
  record ByRegex(
      RouteRegex regex,
      RewriteTemplate template,
      String replacement,
      Code code,
      String sentence,
      Optional<Location> at)
      implements RedirectMiddleware {
    @Override
    public Optional<Outcome> apply(Pass pass) {
      String before = (pass.isTls() ? "https://" : "http://") + pass.rawHost() + pass.uri();
      if (!regex.finds(before)) {
        return Optional.empty();
      }
      String after = GoRegex.replaceAll(regex, template, before);
      return after.equals(before)
          ? Optional.empty()
          : Optional.of(new Redirect(printed(after), code.of(pass.request.method()), at));
    }

    /** As Go prints a URL that it has parsed: the path encoded where it must be. */
    private static String printed(String url) {
      int authority = url.indexOf("://");
      int from = authority < 0 ? 0 : Math.max(authority + 3, url.indexOf('/', authority + 3));
      int to = from;
      while (to < url.length() && url.charAt(to) != '?' && url.charAt(to) != '#') {
        to++;
      }
      String path = UriText.bytes(url.substring(from, to));
      return url.substring(0, from)
          + GoUrl.of(path).map(GoUrl::escaped).orElse(path)
          + url.substring(to);
    }

    @Override
    public String label() {
      return "redirect " + replacement;
    }
  }

  /** From the root to another path of the same host (ingressnginx/approot). */
  record AppRoot(String path, Optional<Location> at) implements RedirectMiddleware {
    @Override
    public Optional<Outcome> apply(Pass pass) {
      if (!pass.url().path().equals("/")) {
        return Optional.empty();
      }
      String scheme = pass.isTls() ? "https://" : "http://";
      return Optional.of(new Redirect(scheme + pass.rawHost() + path, 302, at));
    }

    @Override
    public String sentence() {
      return "app-root sends / to " + path + ".";
    }

    @Override
    public String label() {
      return "app root " + path;
    }
  }

  /** A rewrite-target that is an absolute URL (ingressnginx/rewritetarget). */
  record RewriteAway(
      RouteRegex regex, RewriteTemplate template, String replacement, Optional<Location> at)
      implements RedirectMiddleware {
    @Override
    public Optional<Outcome> apply(Pass pass) {
      String current = pass.url().current();
      return regex.finds(current)
          ? Optional.of(new Redirect(GoRegex.replaceAll(regex, template, current), 302, at))
          : Optional.empty();
    }

    @Override
    public String sentence() {
      return "rewrite-target is an absolute URL, so it redirects to " + replacement + ".";
    }

    @Override
    public Confidence confidence() {
      return Confidence.MODELLED;
    }

    @Override
    public String basis() {
      return "A redirect by rewrite-target was read from source.";
    }

    @Override
    public String label() {
      return "redirect " + replacement;
    }
  }
}
