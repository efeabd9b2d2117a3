package io.github.ingressdesigner.dialect.traefik;

import java.util.List;

/** The two entry points that are assumed: {@code web} on port 80, {@code websecure} on 443. */
final class EntryPoint {
  static final String WEB = "web";
  static final String WEBSECURE = "websecure";
  static final List<String> NAMES = List.of(WEB, WEBSECURE);

  private EntryPoint() {}
}
