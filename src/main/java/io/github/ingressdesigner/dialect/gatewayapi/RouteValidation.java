package io.github.ingressdesigner.dialect.gatewayapi;

import io.github.ingressdesigner.dialect.common.UriText;
import io.github.ingressdesigner.model.FieldValue;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.route.RouteTable.LeftOut;
import java.util.List;
import java.util.Optional;

/** What the API server refuses (the validation rules of httproute_types.go): the whole route. */
final class RouteValidation {
  private static final List<String> REFUSED = List.of("//", "/./", "/../", "%2f", "%2F", "#");

  private RouteValidation() {}

  /**
   * @param spec of an HTTPRoute
   * @param route where the HTTPRoute stands
   */
  static Optional<LeftOut> problem(FieldValue spec, Location route) {
    List<FieldValue> rules = spec.get("rules").items();
    for (int i = 0; i < rules.size(); i++) {
      Optional<LeftOut> problem = ofRule(rules.get(i), route, i);
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  private static Optional<LeftOut> ofRule(FieldValue rule, Location route, int index) {
    List<FieldValue> matches = rule.get("matches").items();
    for (int i = 0; i < matches.size(); i++) {
      FieldValue path = matches.get(i).get("path");
      Optional<String> problem = ofPath(path);
      if (problem.isPresent()) {
        Location value = at(route, index).key("matches").index(i).key("path").key("value");
        return Optional.of(refused(value, problem.get()));
      }
    }
    List<FieldValue> filters = rule.get("filters").items();
    return filters.isEmpty()
        ? Optional.empty()
        : ofFilters(filters, rule, matches, at(route, index));
  }

  private static Location at(Location route, int rule) {
    return route.key("spec").key("rules").index(rule);
  }

  private static Optional<LeftOut> ofFilters(
      List<FieldValue> filters, FieldValue rule, List<FieldValue> matches, Location at) {
    boolean redirects = filters.stream().anyMatch(f -> f.get("requestRedirect").isPresent());
    boolean rewrites = filters.stream().anyMatch(f -> f.get("urlRewrite").isPresent());
    if (redirects && rewrites) {
      return Optional.of(
          refused(at.key("filters"), "a rule may redirect or rewrite, but not both."));
    }
    if (redirects && !rule.get("backendRefs").items().isEmpty()) {
      return Optional.of(
          refused(at.key("backendRefs"), "a rule that redirects may not have backendRefs."));
    }
    boolean prefix = filters.stream().anyMatch(RouteValidation::replacesPrefix);
    if (prefix && !isOnePrefix(matches)) {
      return Optional.of(
          refused(
              at.key("matches"), "ReplacePrefixMatch needs exactly one match, with a PathPrefix."));
    }
    return Optional.empty();
  }

  private static Optional<String> ofPath(FieldValue path) {
    String value = path.get("value").text().orElse("/");
    if (value.startsWith("/") && UriText.isPlain(value)) {
      return Optional.empty();
    }
    if (path.get("type").text().equals(Optional.of("RegularExpression"))) {
      return Optional.empty();
    }
    if (!value.startsWith("/")) {
      return Optional.of("the path " + value + " does not begin with a slash.");
    }
    for (String part : REFUSED) {
      if (value.contains(part)) {
        return Optional.of("the path " + value + " contains " + part + ".");
      }
    }
    return value.endsWith("/.") || value.endsWith("/..")
        ? Optional.of("the path " + value + " ends in dots.")
        : Optional.empty();
  }

  private static boolean replacesPrefix(FieldValue filter) {
    return filter.get("requestRedirect").get("path").get("replacePrefixMatch").isPresent()
        || filter.get("urlRewrite").get("path").get("replacePrefixMatch").isPresent();
  }

  /** Without matches there is one for the prefix {@code /}. */
  private static boolean isOnePrefix(List<FieldValue> matches) {
    return matches.isEmpty()
        || matches.size() == 1
            && matches
                .getFirst()
                .get("path")
                .get("type")
                .text()
                .orElse("PathPrefix")
                .equals("PathPrefix");
  }

  private static LeftOut refused(Location at, String problem) {
    return new LeftOut(at, "The API server refuses the route: " + problem);
  }
}
