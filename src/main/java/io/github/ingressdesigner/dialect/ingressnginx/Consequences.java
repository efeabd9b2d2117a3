package io.github.ingressdesigner.dialect.ingressnginx;

import io.github.ingressdesigner.dialect.common.UriText;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.Trace.NoteStep;
import io.github.ingressdesigner.route.Trace.RewriteStep;
import io.github.ingressdesigner.route.Trace.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What happens once a server and a location are chosen, in words. */
final class Consequences {
  private final Request request;
  private final Answer answer;
  private final List<Step> steps = new ArrayList<>();

  Consequences(Request request, Answer answer) {
    this.request = request;
    this.answer = answer;
  }

  List<Step> steps() {
    switch (answer.stage()) {
      case REJECTED, UNDECIDED, BAD_REQUEST, OTHER_NAME -> {}
      case CLIENT_CERTIFICATE ->
          note(
              (answer.server() == null ? "" : answer.server().certificateProblem.orElse(""))
                  + " The whole server answers 403, paths of other Ingresses included.",
              at());
      case APP_ROOT -> note("app-root answers / of the whole host, before any location.", at());
      case NO_LOCATION -> note("No location takes the path.", Optional.empty());
      case ADDS_SLASH -> note("NGINX redirects before the location is entered.", at());
      case SERVER -> note("The default server answers this path itself.", Optional.empty());
      case DENIED, PREFLIGHT, REDIRECT, REWRITE_REDIRECT, REWRITE_TO_NOTHING, HTTPS ->
          answer.block().ifPresent(this::located);
      case NO_ENDPOINTS, ACCESS, BACKEND -> answer.block().ifPresent(this::proxied);
    }
    return steps;
  }

  private void note(String reason, Optional<Location> at) {
    steps.add(new NoteStep(reason, at));
  }

  private Optional<Location> at() {
    return switch (answer.outcome()) {
      case Outcome.Redirect redirect -> redirect.at();
      case Outcome.Status status -> status.at();
      case Outcome.ToBackend to -> to.at();
      case Outcome.ControllerDefault _, Outcome.TlsRefused _, Outcome.Split _ -> Optional.empty();
      case Outcome.ConfigRejected _, Outcome.Undecided _ -> Optional.empty();
    };
  }

  private void located(Block block) {
    String reason =
        switch (answer.stage()) {
          case DENIED ->
              block.rules.access().denied().orElse("")
                  + " All locations of its Ingress answer 503, before any redirect.";
          case PREFLIGHT -> "enable-cors answers OPTIONS itself, before redirects and backends.";
          case REDIRECT ->
              "The redirect is sent as it is written, before any backend; path and query are not"
                  + " added.";
          case REWRITE_REDIRECT -> "rewrite-target has a scheme, so NGINX redirects to it.";
          case REWRITE_TO_NOTHING ->
              "rewrite-target comes to nothing for this path, which NGINX answers with 500.";
          default ->
              block.rules.forceSslRedirect()
                  ? "force-ssl-redirect sends plain requests to https."
                  : "ssl-redirect is on and a certificate is configured for this host, so plain"
                      + " requests go to https. The certificate may come from another Ingress of"
                      + " the host.";
        };
    note(reason, at());
  }

  private void proxied(Block block) {
    rewrite(block);
    switch (answer.stage()) {
      case NO_ENDPOINTS ->
          note(
              answer.because() + " The answer is 503, and the path still hides shorter ones.",
              block.at);
      case ACCESS -> note(access(), at());
      default -> backend(block);
    }
  }

  private String access() {
    return switch (answer.because()) {
      case "auth-type" -> "The request has no credentials, and auth-type asks for them.";
      case "denylist-source-range" ->
          "The client's address is in denylist-source-range. The setting client-address says which"
              + " address is assumed.";
      default ->
          "The client's address is not in allowlist-source-range. The setting client-address says"
              + " which address is assumed.";
    };
  }

  private void backend(Block block) {
    if (answer.standIn()) {
      note(
          block.upstream.reason() + " The annotation default-backend names who answers instead.",
          Optional.of(block.rules.annotations().at("default-backend")));
    }
    if (answer.canary() != null) {
      Ing canary = block.upstream.alternatives.getFirst().canary;
      String name = canary == null ? "" : " Canary: " + canary.name() + ".";
      note(answer.canary().because() + name, Optional.ofNullable(canary).map(Ing::at));
    }
    if (block.rules.upstreamHost().isPresent()) {
      note(
          "The backend sees the host " + block.rules.upstreamHost().get() + ".",
          Optional.of(block.rules.annotations().at("upstream-vhost")));
    }
  }

  private void rewrite(Block block) {
    Rewritten rewritten = answer.rewritten();
    if (rewritten == null) {
      return;
    }
    Optional<Location> at = Optional.of(block.rules.annotations().at("rewrite-target"));
    if (rewritten.applied()) {
      steps.add(
          new RewriteStep(
              request.path(),
              UriText.encodedAsNginx(rewritten.target()),
              "rewrite-target replaces the whole path; the query is kept.",
              at));
    } else {
      note("rewrite-target changes nothing: its expression is not found in the path.", at);
    }
  }
}
