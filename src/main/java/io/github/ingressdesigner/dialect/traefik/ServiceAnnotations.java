package io.github.ingressdesigner.dialect.traefik;

import io.github.ingressdesigner.dialect.common.GoBool;
import io.github.ingressdesigner.model.ObjectMeta;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Annotations of a Service ({@code parseServiceConfig}): where one is wrong, it is not loaded. */
final class ServiceAnnotations {
  private static final String PREFIX = RouterAnnotations.PREFIX + "service.";
  private static final Set<String> TEXTS =
      Set.of(
          "middlewares",
          "serversscheme",
          "serverstransport",
          "sticky",
          "sticky.cookie",
          "sticky.cookie.name",
          "sticky.cookie.samesite",
          "sticky.cookie.path",
          "sticky.cookie.domain");
  private static final Set<String> FLAGS =
      Set.of(
          "passhostheader",
          "nativelb",
          "nodeportlb",
          "sticky.cookie.secure",
          "sticky.cookie.httponly");

  private ServiceAnnotations() {}

  /** What counts here, or why the Service is not loaded. */
  sealed interface Read {
    /**
     * @param middlewares behind those of the router
     */
    record Ready(List<String> middlewares) implements Read {}

    /**
     * @param reason a sentence for people
     */
    record Unreadable(String reason) implements Read {}
  }

  static Read read(ObjectMeta meta) {
    List<String> middlewares = List.of();
    for (Map.Entry<String, String> entry : meta.annotations().entrySet()) {
      String key = entry.getKey().toLowerCase(Locale.ROOT);
      if (!key.startsWith(PREFIX)) {
        continue;
      }
      String option = key.substring(PREFIX.length());
      String value = entry.getValue();
      boolean right =
          TEXTS.contains(option)
              || FLAGS.contains(option) && GoBool.parse(value).isPresent()
              || option.equals("sticky.cookie.maxage") && value.matches("[+-]?[0-9]{1,18}");
      if (!right) {
        return new Read.Unreadable(
            "Traefik cannot read the annotation service."
                + option
                + " of Service "
                + meta.qualifiedName()
                + ", so its paths have no router.");
      }
      if (option.equals("middlewares")) {
        middlewares =
            Arrays.stream(value.split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList();
      }
    }
    return new Read.Ready(middlewares);
  }
}
