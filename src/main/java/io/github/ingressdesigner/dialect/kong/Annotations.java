package io.github.ingressdesigner.dialect.kong;

import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ObjectMeta;
import io.github.ingressdesigner.model.ResourceId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The annotations of an Ingress or a Service (internal/annotations/annotations.go and
 * internal/dataplane/kongstate/route.go of the controller).
 */
record Annotations(ObjectMeta meta, ResourceId id) {
  static final String PREFIX = "konghq.com/";
  static final String FORCE = "ingress.kubernetes.io/force-ssl-redirect";
  static final String UPSTREAM = "ingress.kubernetes.io/service-upstream";

  /** What may change routing and is not modelled. */
  static final List<String> UNKNOWN = List.of("plugins", "override", "upstream-policy");

  private static final Pattern METHOD = Pattern.compile("[A-Z]+");
  private static final Pattern NAME =
      Pattern.compile("([a-zA-Z0-9]+(-[a-zA-Z0-9]+)*)+(\\.([a-zA-Z0-9]+(-[a-zA-Z0-9]+)*))*");

  Optional<String> find(String key) {
    return Optional.ofNullable(meta.annotations().get(PREFIX + key));
  }

  Location at(String key) {
    return new Location(id, FieldPath.of("metadata", "annotations", PREFIX + key));
  }

  Location forceAt() {
    return new Location(id, FieldPath.of("metadata", "annotations", FORCE));
  }

  boolean isForced() {
    return "true".equals(meta.annotations().get(FORCE));
  }

  List<String> list(String key) {
    List<String> all = new ArrayList<>();
    find(key)
        .ifPresent(
            text -> {
              for (String one : text.split(",", -1)) {
                if (!one.isBlank()) {
                  all.add(one.strip());
                }
              }
            });
    return all;
  }

  Optional<Boolean> flag(String key) {
    return find(key)
        .map(text -> text.strip().toLowerCase(Locale.ROOT))
        .filter(text -> text.equals("true") || text.equals("false"))
        .map(text -> text.equals("true"));
  }

  int number(String key) {
    try {
      return find(key).map(text -> Integer.parseInt(text.strip())).orElse(0);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** In upper case; the traditional flavours drop all of them for one that is none. */
  List<String> methods(Flavor flavor) {
    List<String> all =
        list("methods").stream().map(method -> method.toUpperCase(Locale.ROOT)).toList();
    List<String> valid = all.stream().filter(m -> METHOD.matcher(m).matches()).toList();
    return flavor == Flavor.EXPRESSIONS || valid.size() == all.size() ? valid : List.of();
  }

  List<String> snis() {
    return list("snis").stream().filter(name -> NAME.matcher(name).matches()).toList();
  }

  /** By name as written. */
  Map<String, List<String>> headers() {
    String separator = find("headers-separator").orElse(",");
    Map<String, List<String>> headers = new LinkedHashMap<>();
    meta.annotations()
        .forEach(
            (key, value) -> {
              String start = PREFIX + "headers.";
              if (key.startsWith(start) && key.length() > start.length() && !value.isEmpty()) {
                headers.put(
                    key.substring(start.length()),
                    List.of(value.split(Pattern.quote(separator), -1)).stream()
                        .map(String::strip)
                        .toList());
              }
            });
    return headers;
  }
}
