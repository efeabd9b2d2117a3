package io.github.ingressdesigner.dialect.ingressnginx;

import io.github.ingressdesigner.dialect.common.UriText;
import io.github.ingressdesigner.dialect.ingressnginx.IngressNginxTable.Answer;
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
  private final IngressNginxTable table;
  private final Request request;
  private final Answer answer;
  private final List<Step> steps = new ArrayList<>();

  Consequences(IngressNginxTable table, Request request, Answer answer) {
    this.table = table;
    this.request = request;
    this.answer = answer;
  }

  List<Step> steps() {
    Block block = answer.pick() == null ? null : answer.pick().location().route();
    switch (answer.stage()) {
      case REJECTED, UNDECIDED, BAD_REQUEST, OTHER_NAME -> {}
      case CLIENT_CERTIFICATE ->
          note(answer.server().authTlsError.orElse("") + " The whole server answers 403.", at());
      case APP_ROOT -> note("app-root answers / of the whole host, before any location.", at());
      case ADDS_SLASH -> note("NGINX redirects before the location is entered.", at());
      case SERVER -> note("The default server answers this path itself.", Optional.empty());
      case DENIED ->
          note(block.rules.denied().orElse("") + " All locations of its Ingress answer 503.", at());
      case PREFLIGHT -> note("enable-cors answers OPTIONS itself, before redirects.", at());
      case REDIRECT -> note("The redirect is sent as it is written, before any backend.", at());
      case REWRITE_REDIRECT -> note("rewrite-target is a URL, so NGINX redirects to it.", at());
      case HTTPS -> https(block);
      case BACKEND -> backend(block);
    }
    return steps;
  }

  private void note(String reason, Optional<io.github.ingressdesigner.model.Location> at) {
    steps.add(new NoteStep(reason, at));
  }

  private Optional<io.github.ingressdesigner.model.Location> at() {
    return switch (answer.outcome()) {
      case Outcome.Redirect redirect -> redirect.at();
      case Outcome.Status status -> status.at();
      case Outcome.ToBackend to -> to.at();
      case Outcome.ControllerDefault _, Outcome.TlsRefused _, Outcome.Split _ -> Optional.empty();
      case Outcome.ConfigRejected _, Outcome.Undecided _ -> Optional.empty();
    };
  }

  private void https(Block block) {
    if (block.rules.forceSslRedirect()) {
      note("force-ssl-redirect sends plain requests to https.", at());
    } else {
      note(
          "ssl-redirect is on and a certificate is configured for this host, so plain requests go"
              + " to https. The certificate may come from another Ingress of the host.",
          at());
    }
  }

  private void backend(Block block) {
    rewrite(block);
    if (block.upstream.problem.isPresent() && !block.isDefault) {
      note(
          block.upstream.problem.get()
              + (answer.outcome() instanceof Outcome.ToBackend
                  ? " The annotation default-backend names who answers instead."
                  : " The answer is 503, and the path still hides shorter ones."),
          block.at);
    }
    if (answer.canary() != null) {
      Upstream canary = table.upstreams().get(block.upstream.alternatives.getFirst());
      note(answer.canary().because(), Optional.ofNullable(canary.canary).map(Ing::at));
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
    var at = Optional.of(block.rules.annotations().at("rewrite-target"));
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
