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
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.model.Resources.Located;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rewrite-target of ingress-nginx against the paths that it rewrites. */
final class Rewrites implements WorkspaceCheck {
  static final LintRule NO_GROUP =
      LintRule.design(
          "rewrite-without-group",
          Severity.WARNING,
          "A rewrite loses the rest of the path",
          "rewrite-target replaces the whole path. Without a capture group, every request below the"
              + " path arrives at the same address: /api/users and /api/orders both as /. Capture"
              + " the rest and write it into the target.",
          "annotations");

  static final LintRule MISSING_GROUP =
      LintRule.design(
          "rewrite-group-missing",
          Severity.WARNING,
          "A rewrite uses a group that the path does not have",
          "$2 stands for the second pair of brackets of the path. Where the path has fewer, it is"
              + " empty, and the rest of the path is lost.",
          "annotations");

  static final LintRule SIBLINGS =
      LintRule.design(
          "rewrite-changes-siblings",
          Severity.WARNING,
          "A rewrite changes other paths of the host",
          "One rewrite-target or use-regex makes all paths of the host, of every Ingress,"
              + " regular expressions: without case, without an end, and Exact is exact no more.",
          "annotations");

  static final LintRule NO_SLASH =
      LintRule.design(
          "rewrite-without-slash",
          Severity.WARNING,
          "A rewrite makes a path without a slash in front",
          "The path that arrives at the backend must begin with a slash; many servers answer 400"
              + " otherwise.",
          "annotations");

  private static final String TARGET = RegexPaths.NGINX + "rewrite-target";
  private static final Pattern GROUP = Pattern.compile("\\$(\\d)");

  @Override
  public List<LintRule> rules() {
    return List.of(NO_GROUP, MISSING_GROUP, SIBLINGS, NO_SLASH);
  }

  @Override
  public void check(LintContext context, Consumer<Report> out) {
    if (!Audience.readsNginx(context.dialect())) {
      return;
    }
    List<Located> ingresses = Audience.of(context).ingresses(context);
    Map<String, List<Plain>> plain = plainByHost(ingresses);
    for (Located located : ingresses) {
      Map<String, String> all = ((Ingress) located.resource()).meta().annotations();
      String target = all.getOrDefault(TARGET, "");
      boolean canary = RegexPaths.isTrue(all.get(RegexPaths.NGINX + "canary"));
      if (!target.isEmpty() && !canary) {
        target(context, located, target, out);
        siblings(located, plain, target, out);
      }
    }
  }

  private static void target(
      LintContext context, Located located, String target, Consumer<Report> out) {
    int wanted = highest(target);
    Location at = at(located);
    List<PathAt> paths = PathAt.of(located);
    if (wanted == 0) {
      List<PathAt> losers =
          paths.stream()
              .filter(p -> p.type() != PathType.EXACT && !p.text().equals(target))
              .filter(p -> !p.text().isEmpty() && !p.text().endsWith("$"))
              .toList();
      if (!losers.isEmpty() && context.dialect().id().equals("ingress-nginx")) {
        PathAt first = losers.getFirst();
        out.accept(
            Report.of(
                    NO_GROUP,
                    at,
                    "Every request below %s arrives as %s: the rest of its path is lost."
                        .formatted(first.text(), target))
                .withFix(paths.size() == 1 ? capture(located, first, target) : Optional.empty()));
      }
    } else {
      for (PathAt path : paths) {
        int groups = groups(path.text());
        if (groups < wanted) {
          Optional<Fix> fix =
              groups == 1 && wanted == 2 && paths.size() == 1
                  ? Optional.of(
                      Fix.intent(
                          "Write $1",
                          new Intent.SetAnnotation(
                              located.id(), TARGET, target.replace("$2", "$1"))))
                  : Optional.empty();
          out.accept(
              Report.of(
                      MISSING_GROUP,
                      at,
                      "The target uses $%d, and the path %s has %s."
                          .formatted(
                              wanted,
                              path.text(),
                              groups == 0
                                  ? "no capture group"
                                  : groups == 1 ? "one capture group" : groups + " capture groups"))
                  .withFix(fix));
          break;
        }
      }
    }
    if (!target.startsWith("/") && !target.startsWith("$") && !target.contains("://")) {
      out.accept(
          Report.of(NO_SLASH, at, "\"%s\" does not begin with a slash.".formatted(target))
              .withFix(
                  Fix.intent(
                      "Write /" + target,
                      new Intent.SetAnnotation(located.id(), TARGET, "/" + target))));
    }
  }

  /** The usual way to keep the rest: /api(/|$)(.*) and /$2. */
  private static Optional<Fix> capture(Located located, PathAt path, String target) {
    String base = path.text().equals("/") ? "" : path.text().replaceAll("/$", "");
    if (!base.matches("(/[A-Za-z0-9_-]+)*")) {
      return Optional.empty();
    }
    String end = target.endsWith("/") ? target : target + "/";
    String text = base.isEmpty() ? "/(.*)" : base + "(/|$)(.*)";
    List<Intent> parts = new ArrayList<>();
    parts.add(new Intent.SetAnnotation(located.id(), TARGET, end + (base.isEmpty() ? "$1" : "$2")));
    parts.add(new Intent.SetPath(path.at(), text));
    if (path.type() != PathType.IMPLEMENTATION_SPECIFIC) {
      parts.add(new Intent.SetPathType(path.at(), PathType.IMPLEMENTATION_SPECIFIC));
    }
    return Optional.of(
        Fix.intent("Keep the rest of the path", new Intent.Together("Keep the rest", parts)));
  }

  /**
   * A path that is no expression of its own.
   *
   * @param order of the text
   */
  private record Plain(int order, PathAt path) {}

  private static Map<String, List<Plain>> plainByHost(List<Located> ingresses) {
    Map<String, List<Plain>> byHost = new HashMap<>();
    int order = 0;
    for (Located other : ingresses) {
      if (!isRegex((Ingress) other.resource())) {
        for (PathAt path : PathAt.of(other)) {
          if (!path.text().equals("/")) {
            byHost
                .computeIfAbsent(path.host(), _ -> new ArrayList<>())
                .add(new Plain(order++, path));
          }
        }
      }
    }
    return byHost;
  }

  private static void siblings(
      Located located, Map<String, List<Plain>> plain, String target, Consumer<Report> out) {
    List<String> hosts =
        PathAt.of(located).stream()
            .filter(p -> !p.text().equals(target))
            .map(PathAt::host)
            .distinct()
            .toList();
    Optional<PathAt> sibling =
        hosts.stream()
            .flatMap(
                host ->
                    plain.getOrDefault(host, List.of()).stream()
                        .filter(p -> !p.path().located().id().equals(located.id()))
                        .limit(1))
            .min(Comparator.comparingInt(Plain::order))
            .map(Plain::path)
            .or(
                () ->
                    PathAt.of(located).stream()
                        .filter(p -> p.type() == PathType.EXACT && !p.text().equals("/"))
                        .findFirst());
    sibling.ifPresent(
        path ->
            out.accept(
                Report.of(
                        SIBLINGS,
                        at(located),
                        "It makes the path %s of Ingress %s a regular expression, too: it then also"
                                .formatted(path.text(), path.ingress().meta().qualifiedName())
                            + " matches %sx, in any case.".formatted(path.text()))
                    .onKey()));
  }

  private static boolean isRegex(Ingress ingress) {
    Map<String, String> all = ingress.meta().annotations();
    return RegexPaths.isTrue(all.get(RegexPaths.NGINX + "use-regex"))
        || RegexPaths.isTrue(all.get(RegexPaths.NGINX + "canary"))
        || all.containsKey(TARGET);
  }

  private static int highest(String target) {
    int highest = 0;
    Matcher matcher = GROUP.matcher(target);
    while (matcher.find()) {
      highest = Math.max(highest, Integer.parseInt(matcher.group(1)));
    }
    return highest;
  }

  /** Capturing brackets: not escaped, not in a class, not (?:. */
  private static int groups(String path) {
    int groups = 0;
    boolean inClass = false;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == '\\') {
        i++;
      } else if (inClass) {
        inClass = c != ']';
      } else if (c == '[') {
        inClass = true;
      } else if (c == '('
          && (i + 1 == path.length()
              || path.charAt(i + 1) != '?'
              || path.startsWith("?<", i + 1)
                  && !path.startsWith("?<=", i + 1)
                  && !path.startsWith("?<!", i + 1))) {
        groups++;
      }
    }
    return groups;
  }

  private static Location at(Located located) {
    return new Location(located.id(), FieldPath.of("metadata", "annotations", TARGET));
  }
}
