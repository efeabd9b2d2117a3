package io.github.ingressdesigner.dialect.traefik;

import io.github.ingressdesigner.dialect.common.RewriteTemplate;
import io.github.ingressdesigner.dialect.common.RouteRegex;
import io.github.ingressdesigner.dialect.common.UriText;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.route.Decision.Confidence;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Outcome.Status;
import java.util.List;
import java.util.Optional;

/** Middlewares that change what the backend sees. */
sealed interface PathMiddleware extends Middleware {
  /**
   * The first prefix that the decoded path starts with, letter by letter, is cut (stripprefix).
   *
   * @param forceSlash the old option: exactly one slash in front of what is left
   */
  record StripPrefix(List<String> prefixes, boolean forceSlash, Optional<Location> at)
      implements PathMiddleware {
    @Override
    public Optional<Outcome> apply(Pass pass) {
      GoUrl url = pass.url();
      for (String prefix : prefixes) {
        if (url.path().startsWith(prefix)) {
          String raw = url.rawPath();
          GoUrl cut = new GoUrl(cut(url.path(), prefix), raw.isEmpty() ? raw : cut(raw, prefix));
          pass.rewrite(cut, this);
          return refusedIfUnclean(cut, this);
        }
      }
      return Optional.empty();
    }

    private String cut(String path, String prefix) {
      String rest = path.startsWith(prefix) ? path.substring(prefix.length()) : path;
      return forceSlash ? "/" + (rest.startsWith("/") ? rest.substring(1) : rest) : rooted(rest);
    }

    @Override
    public String sentence() {
      return "stripPrefix cuts " + String.join(" or ", prefixes) + " from the start of the path.";
    }

    @Override
    public String label() {
      return "strip " + String.join(", ", prefixes);
    }
  }

  /** The first expression whose match is at the start decides what is cut (stripprefixregex). */
  record StripPrefixRegex(List<RouteRegex> expressions, Optional<Location> at)
      implements PathMiddleware {
    @Override
    public Optional<Outcome> apply(Pass pass) {
      GoUrl url = pass.url();
      for (RouteRegex regex : expressions) {
        String prefix = regex.find(url.path(), 0).map(found -> found.group(0)).orElse("");
        if (!prefix.isEmpty() && url.path().startsWith(prefix)) {
          String raw = url.rawPath();
          String rest = raw.length() < prefix.length() ? "" : raw.substring(prefix.length());
          GoUrl cut = new GoUrl(rooted(url.path().substring(prefix.length())), rooted(rest));
          pass.rewrite(cut, this);
          return refusedIfUnclean(cut, this);
        }
      }
      return Optional.empty();
    }

    @Override
    public String sentence() {
      return "stripPrefixRegex cuts what "
          + String.join(" or ", expressions.stream().map(RouteRegex::text).toList())
          + " finds at the start of the path.";
    }

    @Override
    public Confidence confidence() {
      return Confidence.MODELLED;
    }

    @Override
    public String basis() {
      return "The middleware stripPrefixRegex was read from source.";
    }

    @Override
    public String label() {
      return "strip by expression";
    }
  }

  /** Puts a text in front of the path (addprefix). */
  record AddPrefix(String prefix, Optional<Location> at) implements PathMiddleware {
    @Override
    public Optional<Outcome> apply(Pass pass) {
      GoUrl url = pass.url();
      String raw = url.rawPath();
      pass.rewrite(
          new GoUrl(rooted(prefix + url.path()), raw.isEmpty() ? raw : rooted(prefix + raw)), this);
      return Optional.empty();
    }

    @Override
    public String sentence() {
      return "addPrefix puts " + prefix + " in front of the path.";
    }

    @Override
    public String label() {
      return "add " + prefix;
    }
  }

  /** Replaces the whole path (replacepath). */
  record ReplacePath(String path, Optional<Location> at) implements PathMiddleware {
    @Override
    public Optional<Outcome> apply(Pass pass) {
      return written(pass, path, this);
    }

    @Override
    public String sentence() {
      return "replacePath makes the whole path " + path + "; the query stays.";
    }

    @Override
    public String label() {
      return "path " + path;
    }
  }

  /**
   * Replaces every match in the written path; also rewrite-target of the ingress-nginx provider.
   *
   * @param what the name of the middleware, or of the annotation
   */
  record ReplaceMatches(
      String what,
      RouteRegex regex,
      RewriteTemplate template,
      String replacement,
      Optional<Location> at)
      implements PathMiddleware {
    @Override
    public Optional<Outcome> apply(Pass pass) {
      String current = pass.url().current();
      if (replacement.isEmpty() || !regex.finds(current)) {
        return Optional.empty();
      }
      Optional<Outcome> failed = written(pass, GoRegex.replaceAll(regex, template, current), this);
      return failed.isPresent() ? failed : refusedIfUnclean(pass.url(), this);
    }

    @Override
    public String sentence() {
      return what + " replaces every match of " + regex.text() + " by " + replacement + ".";
    }

    @Override
    public String label() {
      return "rewrite " + replacement;
    }
  }

  /** Another Host header for the backend. */
  record SetHost(String host, Optional<Location> at) implements PathMiddleware {
    @Override
    public Optional<Outcome> apply(Pass pass) {
      pass.setHost(host, this);
      return Optional.empty();
    }

    @Override
    public String sentence() {
      return "The backend sees the host " + host + ".";
    }

    @Override
    public Confidence confidence() {
      return Confidence.MODELLED;
    }

    @Override
    public String basis() {
      return "The Host header that the backend sees was read from source.";
    }

    @Override
    public String label() {
      return "host " + host;
    }
  }

  private static Optional<Outcome> written(Pass pass, String path, Middleware by) {
    String bytes = UriText.bytes(path);
    Optional<String> decoded = UriText.decoded(bytes);
    if (decoded.isEmpty()) {
      return Optional.of(new Status(500, by.at()));
    }
    pass.rewrite(new GoUrl(decoded.get(), bytes), by);
    return Optional.empty();
  }

  private static Optional<Outcome> refusedIfUnclean(GoUrl url, Middleware by) {
    return GoUrl.isClean(url.path()) ? Optional.empty() : Optional.of(new Status(400, by.at()));
  }

  private static String rooted(String path) {
    return path.isEmpty() || path.startsWith("/") ? path : "/" + path;
  }
}
