package io.github.ingressdesigner.lint.design;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.lint.Fix;
import io.github.ingressdesigner.lint.LintCheck.WorkspaceCheck;
import io.github.ingressdesigner.lint.LintContext;
import io.github.ingressdesigner.lint.LintRule;
import io.github.ingressdesigner.lint.Report;
import io.github.ingressdesigner.lint.common.Audience;
import io.github.ingressdesigner.lint.common.PathAt;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.model.Resources.Located;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Paths whose text does not mean what it was written for. */
final class PathMistakes implements WorkspaceCheck {
  static final LintRule EXACT_SLASH =
      LintRule.design(
          "exact-trailing-slash",
          Severity.WARNING,
          "An exact path ends with a slash",
          "Exact compares every character: /login/ does not match /login, which is what people"
              + " type. Leave the slash out, or take Prefix.",
          "path-types");

  static final LintRule PARTIAL =
      LintRule.design(
          "prefix-partial-word",
          Severity.WARNING,
          "A prefix ends within a word",
          "Prefix compares whole elements between slashes. /img- matches /img- and /img-/x, not"
              + " /img-1. To match the beginning of a word, take ImplementationSpecific on a"
              + " controller that compares it as text, or a regular expression.",
          "path-types");

  static final LintRule QUERY =
      LintRule.design(
          "path-query",
          Severity.WARNING,
          "A path holds a query or a fragment",
          "Paths are compared without what follows the question mark, and browsers never send what"
              + " follows #. Such a path matches nothing. Cut it there.",
          "path-types");

  static final LintRule BLANK =
      LintRule.design(
          "path-blank",
          Severity.WARNING,
          "A path holds a blank",
          "A blank in a path is almost always a slip: no address that people see holds one.",
          "path-types");

  static final LintRule GLOB =
      LintRule.design(
          "path-glob",
          Severity.WARNING,
          "A path ends with a star",
          "Only the load balancers of Google and Amazon read /* as a wildcard. Everywhere else the"
              + " star is a character like others. Prefix matches all below without it.",
          "path-types");

  static final LintRule ESCAPED =
      LintRule.design(
          "path-escaped",
          Severity.WARNING,
          "A path is written with percent escapes",
          "This controller decodes requests before it compares them, so the escape in the rule"
              + " never matches. Write the character itself.",
          "path-types");

  private static final Pattern QUERY_TEXT = Pattern.compile("#|\\?[\\w.-]+=");
  private static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}");

  /** Controllers that compare Prefix as text. */
  private static final Set<String> STRING_PREFIX = Set.of("f5-nginx", "traefik");

  /** Controllers that compare ImplementationSpecific as text. */
  private static final Set<String> STRING_SPECIFIC = Set.of("haproxy", "kong", "contour");

  @Override
  public List<LintRule> rules() {
    return List.of(EXACT_SLASH, PARTIAL, QUERY, BLANK, GLOB, ESCAPED);
  }

  @Override
  public void check(LintContext context, Consumer<Report> out) {
    Audience audience = Audience.of(context);
    RegexPaths regex = RegexPaths.of(context, audience);
    for (Located located : audience.ingresses(context)) {
      for (PathAt path : PathAt.of(located)) {
        if (!path.text().isEmpty()) {
          check(context, audience, path, regex.isExpression(path), out);
        }
      }
    }
  }

  private static void check(
      LintContext context, Audience audience, PathAt path, boolean regex, Consumer<Report> out) {
    String text = path.text();
    String controller = context.dialect().id();
    boolean fixed = path.type() == PathType.EXACT || path.type() == PathType.PREFIX;
    if (path.type() == PathType.EXACT && text.length() > 1 && text.endsWith("/")) {
      String shorter = text.substring(0, text.length() - 1);
      out.accept(
          Report.of(
                  EXACT_SLASH,
                  path.pathAt(),
                  "Exact %s does not match %s. Leave the last slash out, or take Prefix."
                      .formatted(text, shorter))
              .withFix(setPath("Leave the slash out", path, shorter)));
    }
    if (path.type() == PathType.PREFIX
        && "-_.=".indexOf(text.charAt(text.length() - 1)) >= 0
        && !regex
        && !STRING_PREFIX.contains(controller)) {
      Report report =
          Report.of(
              PARTIAL,
              path.pathAt(),
              "Prefix %s does not match %s1: it compares whole elements between slashes."
                  .formatted(text, text));
      out.accept(
          STRING_SPECIFIC.contains(controller)
              ? report.withFix(
                  Fix.intent(
                      "Take ImplementationSpecific",
                      new Intent.SetPathType(path.at(), PathType.IMPLEMENTATION_SPECIFIC)))
              : report);
    }
    var query = QUERY_TEXT.matcher(text);
    if (!regex && query.find() && query.start() > 0) {
      out.accept(
          Report.of(
                  QUERY,
                  path.pathAt(),
                  "The path ends for every request before \"%s\", so this one matches nothing."
                      .formatted(text.substring(query.start())))
              .withFix(setPath("Cut the path there", path, text.substring(0, query.start()))));
    }
    if (!regex && text.chars().anyMatch(Character::isWhitespace)) {
      Report report =
          Report.of(BLANK, path.pathAt(), "The path \"%s\" holds a blank.".formatted(text));
      String stripped = text.strip();
      out.accept(
          stripped.chars().noneMatch(Character::isWhitespace) && !stripped.isEmpty()
              ? report.withFix(setPath("Remove the blank", path, stripped))
              : report);
    }
    if (text.endsWith("/*")
        && !regex
        && (fixed || !controller.equals("kubernetes-spec"))
        && !audience.isForeign(path.ingress())) {
      out.accept(glob(context, path));
    }
    if (!regex && ESCAPE.matcher(text).find()) {
      escaped(context, path).ifPresent(out);
    }
  }

  private static Report glob(LintContext context, PathAt path) {
    String text = path.text();
    String base = text.length() == 2 ? "/" : text.substring(0, text.length() - 2);
    Intent shorter = new Intent.SetPath(path.at(), base);
    Intent fix =
        path.type() == PathType.PREFIX
            ? shorter
            : new Intent.Together(
                "Match all below " + base,
                List.of(shorter, new Intent.SetPathType(path.at(), PathType.PREFIX)));
    return Report.of(
            GLOB,
            path.pathAt(),
            "%s reads the star as a character. Prefix %s matches all below it."
                .formatted(context.dialect().displayName(), base))
        .withFix(Fix.intent("Write " + base + " with Prefix", fix));
  }

  /** Only where the routes show that a request written like that does not arrive. */
  private static Optional<Report> escaped(LintContext context, PathAt path) {
    Optional<Outcome> literal = outcome(context, path, path.text());
    if (literal.isEmpty() || arrives(literal.get(), path)) {
      return Optional.empty();
    }
    Report report =
        Report.of(
            ESCAPED,
            path.pathAt(),
            "A request for %s does not arrive here: %s decodes it first."
                .formatted(path.text(), context.dialect().displayName()));
    return decoded(path.text())
        .map(text -> report.withFix(setPath("Write " + text, path, text)))
        .or(() -> Optional.of(report));
  }

  private static boolean arrives(Outcome outcome, PathAt path) {
    return switch (outcome) {
      case Outcome.ToBackend to -> to.at().equals(Optional.of(path.at()));
      case Outcome.Redirect _, Outcome.Undecided _, Outcome.ConfigRejected _ -> true;
      case Outcome.Status status -> status.status() != 404;
      case Outcome.Split split ->
          split.options().stream().anyMatch(option -> arrives(option.outcome(), path));
      case Outcome.ControllerDefault _, Outcome.TlsRefused _ -> false;
    };
  }

  private static Optional<Outcome> outcome(LintContext context, PathAt path, String text) {
    String host = path.host().isEmpty() ? "zq.invalid" : path.host().replace("*", "zq");
    Request request;
    try {
      request = Request.literal("GET", "http://" + host + text, Map.of());
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // no client can ask for that host or path
    }
    return Optional.of(context.routes().find(request));
  }

  private static Optional<String> decoded(String text) {
    try {
      String plain = URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
      boolean printable =
          plain.chars().allMatch(c -> c > ' ' && c != 0x7f && c != '%')
              && !text.toLowerCase().contains("%2f");
      return printable ? Optional.of(plain) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Fix setPath(String label, PathAt path, String text) {
    return Fix.intent(label, new Intent.SetPath(path.at(), text));
  }
}
