package io.github.ingressdesigner.dialect.traefik;

import io.github.ingressdesigner.route.DialectConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Traefik is started with, as far as it changes routing. */
record TraefikOptions(DialectConfig config, boolean isNginx) {
  static final String PROVIDER = "provider";
  static final String NGINX = "kubernetesIngressNGINX";
  static final String TO_WEBSECURE = "entryPoints.web.http.redirections.entryPoint.to.websecure";

  private static final Map<String, Integer> ESCAPES =
      Map.of(
          "allowEncodedSlash", (int) '/',
          "allowEncodedBackSlash", (int) '\\',
          "allowEncodedNullCharacter", 0,
          "allowEncodedSemicolon", (int) ';',
          "allowEncodedPercent", (int) '%',
          "allowEncodedQuestionMark", (int) '?',
          "allowEncodedHash", (int) '#');

  static TraefikOptions of(DialectConfig config) {
    return new TraefikOptions(config, config.get(PROVIDER, "").equals(NGINX));
  }

  boolean isOn(String key, boolean otherwise) {
    return config.isOn(key, otherwise);
  }

  /** What lowers the confidence of every answer. */
  Doubts doubts() {
    return TraefikSettings.changed(config, isNginx)
        .map(key -> Doubts.modelled("The option " + key + " was read from source."))
        .orElse(Doubts.NONE);
  }

  /** Whether web sends everything to websecure. */
  boolean redirectsToTls() {
    return isOn(TO_WEBSECURE, false);
  }

  boolean strictPrefixMatching() {
    return isOn("strictPrefixMatching", false);
  }

  Optional<String> text(String key) {
    return config.find(key).filter(value -> !value.isEmpty());
  }

  boolean sanitizePath() {
    return isOn("http.sanitizePath", true);
  }

  /** Whether routers on this entry point have TLS without saying so. */
  boolean hasTls(String entryPoint) {
    return isOn("entryPoints." + entryPoint + ".http.tls", false);
  }

  /** The entry points of routers that name none. */
  List<String> defaultEntryPoints() {
    List<String> chosen =
        EntryPoint.NAMES.stream()
            .filter(name -> isOn("entryPoints." + name + ".asDefault", false))
            .toList();
    return chosen.isEmpty() ? EntryPoint.NAMES : chosen;
  }

  /** Bytes whose escape in a path is answered with 400. */
  List<Integer> refusedEscapes() {
    return config.values().isEmpty()
        ? List.of()
        : ESCAPES.entrySet().stream()
            .filter(e -> !isOn("encodedCharacters." + e.getKey(), true))
            .map(Map.Entry::getValue)
            .sorted()
            .toList();
  }
}
