package io.github.ingressdesigner.dialect.ingressnginx;

import io.github.ingressdesigner.dialect.nginx.Locations;
import io.github.ingressdesigner.dialect.nginx.NginxRequest;
import io.github.ingressdesigner.route.Outcome;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A decision and what led to it.
 *
 * @param because the annotation that decides, where the stage does not tell; empty otherwise
 * @param standIn whether another Service answers for one without endpoints
 * @param canary what the canary rules said, where there is one
 */
record Answer(
    Stage stage,
    Outcome outcome,
    @Nullable NginxRequest seen,
    @Nullable Server server,
    Locations.@Nullable Pick<Block> pick,
    @Nullable Rewritten rewritten,
    String because,
    boolean standIn,
    Canary.@Nullable Verdict canary) {
  /**
   * Where a request was decided, in the order in which NGINX and the controller's Lua come to it.
   */
  enum Stage {
    REJECTED,
    UNDECIDED,
    BAD_REQUEST,
    OTHER_NAME,
    CLIENT_CERTIFICATE,
    APP_ROOT,
    NO_LOCATION,
    ADDS_SLASH,
    SERVER,
    DENIED,
    PREFLIGHT,
    REDIRECT,
    REWRITE_REDIRECT,
    REWRITE_TO_NOTHING,
    HTTPS,
    NO_ENDPOINTS,
    ACCESS,
    BACKEND
  }

  static Answer of(Stage stage, Outcome outcome) {
    return new Answer(stage, outcome, null, null, null, null, "", false, null);
  }

  static Answer of(Stage stage, Outcome outcome, NginxRequest seen, Server server) {
    return new Answer(stage, outcome, seen, server, null, null, "", false, null);
  }

  Optional<Block> block() {
    return pick == null ? Optional.empty() : Optional.of(pick.location().route());
  }
}
