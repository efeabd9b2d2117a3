package io.github.ingressdesigner.dialect.kong;

import io.github.ingressdesigner.dialect.common.RewriteTemplate;
import io.github.ingressdesigner.dialect.common.UriText;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ObjectMeta;
import io.github.ingressdesigner.model.ResourceId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private static final String LABELS =
      "([a-zA-Z0-9]+(-[a-zA-Z0-9]+)*+)(\\.([a-zA-Z0-9]+(-[a-zA-Z0-9]+)*+))*+";
  private static final Pattern NAME = Pattern.compile(LABELS);
  private static final Pattern HOST = Pattern.compile("(\\*\\.)?" + LABELS + "(\\.\\*)?");

  /** A dollar begins a number, a backslash stands before a dollar (generateRewriteURIConfig). */
  private static final Pattern REWRITE = Pattern.compile("([^$\\\\]|\\$[0-9]+|\\\\\\$)*+");

  Optional<String> find(String key) {
    return meta.annotations().isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(meta.annotations().get(PREFIX + key));
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
    return valid(all, METHOD, flavor);
  }

  /** The same. */
  List<String> snis(Flavor flavor) {
    return valid(list("snis"), NAME, flavor);
  }

  /** Expressions count all, but compare only those that are host names. */
  List<String> aliases(Flavor flavor) {
    List<String> all = list("host-aliases");
    return flavor == Flavor.EXPRESSIONS ? all : valid(all, HOST, flavor);
  }

  private static List<String> valid(List<String> all, Pattern pattern, Flavor flavor) {
    List<String> valid = all.stream().filter(pattern.asMatchPredicate()).toList();
    return flavor == Flavor.EXPRESSIONS || valid.size() == all.size() ? valid : List.of();
  }

  static List<String> hostsOnly(List<String> hosts) {
    return hosts.size() == 1 && isPlainHost(hosts.getFirst())
        ? hosts
        : hosts.stream().filter(HOST.asMatchPredicate()).toList();
  }

  /** What the expression would say too, at a glance. */
  private static boolean isPlainHost(String host) {
    char before = '.';
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
      if (!letter && (c != '.' && c != '-' || before == '.' || before == '-')) {
        return false;
      }
      before = c;
    }
    return before != '.' && before != '-';
  }

  /** The host of a rule and its aliases, each once. */
  static List<String> withHost(String host, List<String> aliases) {
    if (aliases.isEmpty()) {
      return host.isEmpty() ? List.of() : List.of(host);
    }
    Set<String> all = new LinkedHashSet<>();
    if (!host.isEmpty()) {
      all.add(host);
    }
    all.addAll(aliases);
    return List.copyOf(all);
  }

  /** The new path of {@code konghq.com/rewrite}; empty where there is none, or it is refused. */
  Optional<RewriteTemplate> rewrite() {
    return find("rewrite")
        .map(text -> text.isEmpty() ? "/" : text)
        .filter(text -> REWRITE.matcher(text).matches())
        .map(text -> RewriteTemplate.of(RewriteTemplate.Style.DOLLAR, UriText.bytes(text)));
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
