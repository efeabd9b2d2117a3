package io.github.ingressdesigner.dialect.ingressnginx;

import io.github.ingressdesigner.dialect.common.RegexFlavor;
import io.github.ingressdesigner.dialect.common.RouteRegex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * From which origins enable-cors answers OPTIONS itself (internal/ingress/annotations/cors and
 * template.go, buildCorsOriginRegex): the end of the header is compared, without regard to case.
 *
 * @param expression empty for any origin, and none at all
 * @param examples of origins that it takes; empty where it takes any
 */
record Origins(Optional<RouteRegex> expression, Set<String> examples) {
  private static final Origins ANY = new Origins(Optional.empty(), Set.of());

  private static final Pattern LIST =
      Pattern.compile("((((https?://)?(\\*\\.)?[-A-Za-z0-9.]*(:\\d+)?,?)+)|\\*)?");
  private static final Pattern ONE =
      Pattern.compile("(https?://(\\*\\.)?[-A-Za-z0-9.]*(:\\d+)?|\\*)?");

  /** Empty where CORS is off. */
  static Optional<Origins> of(Annotations all) {
    if (!all.isOn("enable-cors", false)) {
      return Optional.empty();
    }
    Optional<String> listed =
        all.text("cors-allow-origin").filter(v -> LIST.matcher(v.replace(" ", "")).matches());
    return Optional.of(listed.map(Origins::listed).orElse(ANY));
  }

  private static Origins listed(String list) {
    List<String> kept = new ArrayList<>();
    for (String part : list.split(",", -1)) {
      String origin = part.strip();
      if (origin.equals("*")) {
        return ANY;
      }
      if (ONE.matcher(origin).matches()) {
        kept.add(origin);
      }
    }
    StringBuilder text = new StringBuilder("(");
    for (int i = 0; i < kept.size(); i++) {
      if (!kept.get(i).isEmpty()) {
        text.append('(').append(quoted(kept.get(i))).append(i < kept.size() - 1 ? ")|" : ")");
      }
    }
    return RegexFlavor.PCRE.compile(text.append(")$").toString(), true)
            instanceof RegexFlavor.Result.Compiled(RouteRegex regex)
        ? new Origins(
            Optional.of(regex),
            kept.stream().map(origin -> origin.replace("*", "a")).collect(Collectors.toSet()))
        : ANY;
  }

  private static String quoted(String origin) {
    return origin.replace(".", "\\.").replace("*", "[A-Za-z0-9\\-]+");
  }

  boolean allow(String origin) {
    return expression.isEmpty() || expression.get().finds(origin);
  }
}
