package io.github.ingressdesigner.dialect.f5nginx;

import io.github.ingressdesigner.dialect.common.RegexFlavor;
import io.github.ingressdesigner.dialect.common.RouteRegex;
import io.github.ingressdesigner.dialect.common.ServiceLookup;
import io.github.ingressdesigner.dialect.nginx.ConfigWord;
import io.github.ingressdesigner.dialect.nginx.Location.Modifier;
import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.Backend.ServiceBackend;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.route.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * What the controller's templates write of the paths of an Ingress (internal/configs/version1).
 *
 * @param master whose host it is, where the owner is a minion
 * @param rejections takes what NGINX refuses
 */
record PathWriter(
    ServiceLookup services,
    Valid owner,
    Optional<Valid> master,
    List<Outcome.ConfigRejected> rejections) {
  /** The location of a path; what NGINX refuses of it is added to the rejections. */
  io.github.ingressdesigner.dialect.nginx.Location<PathRoute> of(HttpPath path, Location at) {
    Annotations annotations = owner.annotations();
    String text = text(path);
    boolean exact = path.type() == PathType.EXACT;
    String mode = annotations.find("path-regex").orElse("");
    // The text of an Exact path has its sign already, so with path-regex it never matches.
    String signed = exact ? "= " + text : text;
    Modifier modifier = exact ? Modifier.EXACT : Modifier.PREFIX;
    String written = text;
    switch (mode) {
      case "case_sensitive", "case_insensitive" -> {
        modifier = mode.equals("case_sensitive") ? Modifier.REGEX : Modifier.REGEX_NO_CASE;
        written = quoted("^" + signed, at);
      }
      case "exact" -> {
        modifier = Modifier.EXACT;
        written = ConfigWord.read(quoted(signed, at));
      }
      default -> {
        if (ConfigWord.opensBlock(text)) {
          reject("NGINX reads { in the path " + text + " as the beginning of a block.", at);
        }
        written = ConfigWord.read(ConfigWord.printed(text));
      }
    }
    Backend backend = path.backend().orElseThrow();
    String namespace = owner.ingress().meta().namespaceOrDefault();
    ServiceLookup.Found found = services.find(namespace, backend);
    Optional<String> replacement =
        backend instanceof ServiceBackend service
            ? annotations.rewrites().map(all -> all.get(service.name().orElse("")))
            : Optional.empty();
    if (replacement.isPresent() && modifier.isRegex()) {
      reject("NGINX refuses a proxy_pass with a path in the location of an expression.", at);
    }
    PathRoute route =
        new PathRoute(
            annotations,
            owner.name(),
            text,
            path.type(),
            at,
            found instanceof ServiceLookup.Found.Ready(Backend ready) ? ready : backend,
            found instanceof ServiceLookup.Found.Unavailable(String reason)
                ? Optional.of(reason)
                : Optional.empty(),
            replacement,
            rewrite(text, exact, at));
    return new io.github.ingressdesigner.dialect.nginx.Location<>(modifier, written, true, route);
  }

  /** The quote at the end goes through printf, too, so a percent sign before it takes it. */
  private String quoted(String text, Location at) {
    String printed = ConfigWord.printed(text + '"');
    if (printed.endsWith("\"")) {
      return printed.substring(0, printed.length() - 1);
    }
    reject("The controller loses the quote behind " + text + ", so NGINX refuses it.", at);
    return text;
  }

  /** A minion without path-regex is rewritten by the expression of its master's. */
  private Optional<Rewrite> rewrite(String text, boolean exact, Location at) {
    Annotations annotations = owner.annotations();
    Optional<String> target = annotations.find("rewrite-target").filter(t -> !t.isEmpty());
    if (target.isEmpty() || annotations.find("rewrites").isPresent()) {
      return Optional.empty();
    }
    if (exact) {
      reject("rewrite-target writes an invalid directive for an exact location.", at);
      return Optional.empty();
    }
    String mode =
        annotations
            .find("path-regex")
            .or(() -> master.flatMap(m -> m.annotations().find("path-regex")))
            .orElse("");
    boolean anchored = mode.equals("case_sensitive") || mode.equals("case_insensitive");
    Optional<String> problem =
        ConfigWord.opensBlock(text)
            ? Optional.of(
                "NGINX reads { in the expression " + text + " as the beginning of a block.")
            : TemplateVariables.problem(target.get());
    if (problem.isPresent()) {
      reject(problem.get(), at);
      return Optional.empty();
    }
    String expression = ConfigWord.read(anchored ? "^" + text : text);
    return switch (RegexFlavor.PCRE.compile(expression, mode.equals("case_insensitive"))) {
      case RegexFlavor.Result.Compiled(RouteRegex regex) ->
          Optional.of(Rewrite.of(regex, ConfigWord.read(target.get())));
      case RegexFlavor.Result.Refused(String reason) -> {
        reject(reason, at);
        yield Optional.empty();
      }
    };
  }

  private void reject(String reason, Location at) {
    rejections.add(new Outcome.ConfigRejected(reason, Optional.of(at)));
  }

  private static String text(HttpPath path) {
    return path.path().filter(p -> !p.isEmpty()).orElse("/");
  }
}
