package io.github.ingressdesigner.workspace.log;

import java.util.List;
import java.util.regex.Pattern;

/** Takes out of a text what looks like a credential. Rather too much than too little. */
public final class SecretFilter {
  private static final String MASK = "***";

  private record Rule(Pattern pattern, String replacement) {
    static Rule of(String regex, String replacement) {
      return new Rule(Pattern.compile(regex), replacement);
    }
  }

  private static final List<Rule> RULES =
      List.of(
          Rule.of(
              "-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----[\\s\\S]*?(?:-----END [A-Z0-9 ]*PRIVATE"
                  + " KEY-----|\\z)",
              MASK),
          Rule.of("(?i)\\b(bearer|basic)\\s+[A-Za-z0-9._~+/=-]+", "$1 " + MASK),
          Rule.of("\\beyJ[A-Za-z0-9_-]{5,}\\.[A-Za-z0-9_.-]+", MASK),
          Rule.of("\\b(?:ghp|gho|ghs|github_pat|glpat|xox[abp]|AKIA|ASIA)[A-Za-z0-9_-]{10,}", MASK),
          Rule.of("(://[^\\s/:@]*:)[^\\s/@]+(@)", "$1" + MASK + "$2"),
          Rule.of(
              "(?i)([\"']?[\\w.-]{0,40}(?:password|passwd|secret|token|api[_-]?key|private[_-]?key"
                  + "|client-key-data|authorization|cookie)[\\w.-]{0,40}[\"']?\\s*[:=]\\s*)"
                  + "(?!\\*\\*\\*)(?:\"[^\"]*\"|'[^']*'|[^\\s,;}]+)",
              "$1" + MASK),
          Rule.of("(?<![A-Za-z0-9+/=_-])(?=[A-Za-z0-9+/]*[0-9+])[A-Za-z0-9+/]{48,}={0,2}", MASK));

  private SecretFilter() {}

  public static String clean(String text) {
    String clean = text;
    for (Rule rule : RULES) {
      clean = rule.pattern().matcher(clean).replaceAll(rule.replacement());
    }
    return clean;
  }
}
