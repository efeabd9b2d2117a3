package io.github.ingressdesigner.dialect.gatewayapi;

import io.github.ingressdesigner.differential.EnvoyRoutes;
import io.github.ingressdesigner.model.FieldValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What filters of an HTTPRoute are in an Envoy route. */
final class EnvoyChange {
  private static final Map<Integer, String> CODES =
      Map.of(
          301, "MOVED_PERMANENTLY",
          302, "FOUND",
          303, "SEE_OTHER",
          307, "TEMPORARY_REDIRECT",
          308, "PERMANENT_REDIRECT");

  private EnvoyChange() {}

  static Map<String, Object> rewrite(FieldValue filter, Match match) {
    Map<String, Object> all = new LinkedHashMap<>();
    filter.get("hostname").text().ifPresent(name -> all.put("host_rewrite_literal", name));
    FieldValue path = filter.get("path");
    path.get("replaceFullPath").text().ifPresent(p -> all.put("regex_rewrite", regex("^/.*$", p)));
    all.putAll(prefix(path, match));
    return all;
  }

  static Map<String, Object> redirect(FieldValue filter, Match match, int listenerPort) {
    Map<String, Object> all = new LinkedHashMap<>();
    Optional<String> scheme = filter.get("scheme").text();
    scheme.ifPresent(s -> all.put("scheme_redirect", s));
    filter.get("hostname").text().ifPresent(name -> all.put("host_redirect", name));
    int usual = scheme.map(s -> s.equals("https") ? 443 : 80).orElse(listenerPort);
    all.put("port_redirect", filter.get("port").number().orElse(usual));
    all.put("response_code", CODES.get(filter.get("statusCode").number().orElse(302)));
    FieldValue path = filter.get("path");
    path.get("replaceFullPath").text().ifPresent(p -> all.put("path_redirect", p));
    all.putAll(prefix(path, match));
    return all;
  }

  /** As Envoy Gateway does it, which leaves no second slash. */
  private static Map<String, Object> prefix(FieldValue path, Match match) {
    Optional<String> to = path.get("replacePrefixMatch").text().map(t -> t.replaceFirst("/$", ""));
    if (!path.get("type").text().equals(Optional.of("ReplacePrefixMatch")) || to.isEmpty()) {
      return Map.of();
    }
    String from = match.text();
    if (from.equals("/")) {
      return Map.of("prefix_rewrite", to.get() + "/");
    }
    return to.get().isEmpty()
        ? Map.of("regex_rewrite", regex("^" + from.replace(".", "\\.") + "/?", "/"))
        : Map.of("prefix_rewrite", to.get());
  }

  private static Map<String, Object> regex(String pattern, String substitution) {
    return Map.of("pattern", EnvoyRoutes.regex(pattern), "substitution", substitution);
  }
}
