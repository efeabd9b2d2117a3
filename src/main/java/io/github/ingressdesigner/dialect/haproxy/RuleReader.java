package io.github.ingressdesigner.dialect.haproxy;

import io.github.ingressdesigner.dialect.common.RegexFlavor;
import io.github.ingressdesigner.dialect.common.RewriteTemplate;
import io.github.ingressdesigner.dialect.common.RouteRegex;
import io.github.ingressdesigner.dialect.common.UriText;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.route.DialectConfig;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads rules from annotations, and from the ConfigMap what an Ingress does not say, in the order
 * of annImpl.Frontend (pkg/annotations/annotations.go).
 */
final class RuleReader {
  /** Rules whose ids depend on what the files do not tell, before and behind those that are. */
  private static final List<String> FIRST =
      List.of("deny-list", "allow-list", "blacklist", "whitelist", "src-ip-header");

  private static final List<String> LAST =
      List.of("rate-limit-requests", "auth-type", "request-capture", "cors-enable");

  private final Annotations annotations;
  private final DialectConfig config;
  private final Set<String> ids = new LinkedHashSet<>();
  private final List<Rules.Line> rewrites = new ArrayList<>();
  private Optional<String> setHost = Optional.empty();
  private boolean opaque;
  private Optional<String> refused = Optional.empty();
  private Optional<String> doubt = Optional.empty();

  private RuleReader(Annotations annotations, DialectConfig config) {
    this.annotations = annotations;
    this.config = config;
  }

  static Rules read(Annotations annotations, Ingress ingress, DialectConfig config) {
    return new RuleReader(annotations, config).read(ingress);
  }

  private Rules read(Ingress ingress) {
    boolean tls = ingress.spec().tls().stream().anyMatch(entry -> !entry.hosts().isEmpty());
    String ssl = value("ssl-redirect");
    boolean sslRedirect = ssl.isEmpty() ? tls : Annotations.isOn(ssl);
    if (!sslRedirect && annotations.values().isEmpty() && config.values().isEmpty()) {
      return Rules.none(annotations);
    }
    FIRST.forEach(this::opaque);
    String host = value("set-host");
    if (!host.isBlank()) {
      setHost = plain(host, "set-host");
      ids.add(RuleId.header("Host", host));
    }
    rewrites(value("path-rewrite"));
    headers(value("request-set-header"));
    opaque("response-set-header");
    int sslPort = number("ssl-redirect-port", 8443);
    int sslCode = code("ssl-redirect-code", sslRedirect);
    if (sslRedirect) {
      ids.add(RuleId.redirect("", number("ssl-redirect-code", 302), sslPort, false, true));
    }
    Optional<String> redirect = Optional.of(value("request-redirect")).filter(v -> !v.isBlank());
    int redirectCode = code("request-redirect-code", redirect.isPresent());
    redirect.ifPresent(this::redirect);
    LAST.forEach(this::opaque);
    boolean answersOptions =
        Annotations.isOn(value("cors-enable")) && value("cors-respond-to-options").equals("true");
    annotations.twice().stream()
        .filter(key -> !key.startsWith("timeout") && EffectWords.isKnown(key))
        .forEach(
            key ->
                doubt("The annotation " + key + " stands there twice, and chance picks the value"));
    return new Rules(
        sslRedirect,
        sslPort,
        sslCode,
        redirect.map(RuleReader::target),
        redirectCode,
        setHost,
        List.copyOf(rewrites),
        answersOptions,
        List.copyOf(ids),
        opaque,
        refused,
        doubt,
        annotations);
  }

  /** Empty text in an Ingress hides the value of the ConfigMap (common.GetValue). */
  private String value(String key) {
    return annotations.find(key).orElseGet(() -> config.get(key, ""));
  }

  private void opaque(String key) {
    String value = value(key);
    if (!value.isEmpty() && !(key.equals("cors-enable") && !Annotations.isOn(value))) {
      opaque = true;
      ids.add("<" + key + ">");
    }
  }

  /** What is no number makes it 0. */
  private int number(String key, int initial) {
    String value = value(key);
    if (value.isEmpty()) {
      return initial;
    }
    return value.matches("[+-]?[0-9]{1,9}") ? Integer.parseInt(value) : 0;
  }

  private int code(String key, boolean used) {
    int code = number(key, 302);
    boolean known = List.of(301, 302, 303, 307, 308).contains(code);
    if (used && !known) {
      refuse("HAProxy does not redirect with the status " + value(key) + " of " + key + ".");
    }
    return known ? code : 302;
  }

  private void redirect(String value) {
    boolean https = value.startsWith("https://");
    String host = https ? value.substring(8) : value.replaceFirst("^http://", "");
    ids.add(RuleId.redirect(host, number("request-redirect-code", 302), 0, https, false));
    plain(host, "request-redirect");
  }

  private static String target(String value) {
    String text = value.strip();
    return text.startsWith("http://") || text.startsWith("https://") ? text : "http://" + text;
  }

  /** Lines of a name and a value; of all that set the host the last one counts. */
  private void headers(String value) {
    for (String line : value.split("\n")) {
      int blank = line.indexOf(' ');
      if (line.isEmpty()) {
        continue;
      }
      if (blank < 0) {
        return;
      }
      String name = line.substring(0, blank);
      String text = line.substring(blank + 1);
      String quoted = (text.startsWith("\"") ? "" : "\"") + text;
      ids.add(
          RuleId.header(
              name, quoted.endsWith("\"") && quoted.length() > 1 ? quoted : quoted + "\""));
      if (name.equalsIgnoreCase("host")) {
        setHost = plain(text.replaceAll("^\"|\"$", ""), "request-set-header");
      }
    }
  }

  private void rewrites(String value) {
    for (String written : value.strip().split("\n")) {
      String line = written.strip();
      String[] words = line.split("\\s+");
      if (words.length > 2 || line.isEmpty()) {
        return;
      }
      String match = words.length == 1 ? "(.*)" : words[0];
      String format = words[words.length - 1];
      ids.add(RuleId.rewrite(match, format));
      Optional<String> expression = ConfigWord.read(match);
      Optional<String> template = ConfigWord.read(format);
      if (expression.isEmpty() || template.isEmpty()) {
        doubt("HAProxy reads the line " + line + " of path-rewrite in another way than it stands");
        continue;
      }
      switch (RegexFlavor.PCRE.compile(expression.get(), false)) {
        case RegexFlavor.Result.Compiled(RouteRegex regex) -> {
          String text = UriText.bytes(plain(template.get(), "path-rewrite").orElse(""));
          rewrites.add(
              new Rules.Line(regex, RewriteTemplate.of(RewriteTemplate.Style.BACKSLASH, text)));
        }
        case RegexFlavor.Result.Refused(String reason) -> refuse(reason);
      }
    }
  }

  /** A text with samples of HAProxy behind {@code %}; two of them stand for one. */
  private Optional<String> plain(String format, String key) {
    String rest = format.replace("%%", "");
    int percent = rest.indexOf('%');
    if (percent >= 0) {
      String next = rest.substring(percent + 1);
      if (next.isEmpty() || Character.isDigit(next.charAt(0))) {
        refuse("In " + key + " a % has to be written twice: " + format + ".");
      } else {
        doubt("The value of " + key + " is made of samples of HAProxy");
      }
    }
    return Optional.of(format.replace("%%", "%"));
  }

  private void refuse(String reason) {
    if (refused.isEmpty()) {
      refused = Optional.of(reason);
    }
  }

  private void doubt(String reason) {
    if (doubt.isEmpty()) {
      doubt = Optional.of(reason + ".");
    }
  }
}
