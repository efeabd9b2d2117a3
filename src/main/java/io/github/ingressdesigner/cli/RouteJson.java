package io.github.ingressdesigner.cli;

import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.Port;
import io.github.ingressdesigner.route.Decision;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.Trace;
import io.github.ingressdesigner.suite.Manifests;
import io.github.ingressdesigner.suite.Notice;
import io.github.ingressdesigner.suite.Spot;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A decision as the README documents it under "Command line". Fields may be added; those that are
 * there keep their names and meanings as long as {@code version} is 1.
 */
final class RouteJson {
  private static final int VERSION = 1;

  private final Manifests manifests;

  RouteJson(Manifests manifests) {
    this.manifests = manifests;
  }

  Map<String, Object> write(
      ControllerOptions.Chosen chosen, Request request, String url, Decision decision) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("version", VERSION);
    json.put("controller", chosen.dialect().id());
    chosen.reason().ifPresent(reason -> json.put("controllerReason", reason));
    if (!chosen.dialect().config().values().isEmpty()) {
      json.put("config", chosen.dialect().config().values());
    }
    json.put("request", request(request, url));
    json.put("outcome", outcome(decision.outcome()));
    json.put("confidence", decision.confidence().name().toLowerCase(Locale.ROOT));
    if (!decision.basis().isEmpty()) {
      json.put("basis", decision.basis());
    }
    json.put("trace", decision.trace().steps().stream().map(this::step).toList());
    json.put("warnings", manifests.warnings().stream().map(RouteJson::notice).toList());
    return json;
  }

  private static Map<String, Object> request(Request request, String url) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("method", request.method());
    json.put("url", url);
    json.put("scheme", request.scheme());
    json.put("host", request.host());
    json.put("port", request.port());
    json.put("path", request.path());
    request.query().ifPresent(query -> json.put("query", query));
    json.put("headers", request.headers());
    return json;
  }

  private Map<String, Object> outcome(Outcome outcome) {
    Map<String, Object> json = new LinkedHashMap<>();
    switch (outcome) {
      case Outcome.ToBackend to -> {
        json.put("kind", "backend");
        backend(json, to.backend());
        to.owner().ifPresent(owner -> json.put("ingress", owner));
        json.put("upstreamPath", to.upstreamPath());
        to.upstreamHost().ifPresent(host -> json.put("upstreamHost", host));
        at(json, to.at());
      }
      case Outcome.ControllerDefault own -> {
        json.put("kind", "defaultBackend");
        json.put("status", own.status());
      }
      case Outcome.Status status -> {
        json.put("kind", "status");
        json.put("status", status.status());
        at(json, status.at());
      }
      case Outcome.Redirect redirect -> {
        json.put("kind", "redirect");
        json.put("location", redirect.location());
        json.put("status", redirect.status());
        at(json, redirect.at());
      }
      case Outcome.TlsRefused refused -> {
        json.put("kind", "tlsRefused");
        json.put("serverName", refused.serverName());
      }
      case Outcome.ConfigRejected rejected -> {
        json.put("kind", "configRejected");
        json.put("reason", rejected.reason());
        at(json, rejected.at());
      }
      case Outcome.Undecided undecided -> {
        json.put("kind", "undecided");
        json.put("reason", undecided.reason());
        at(json, undecided.at());
      }
      case Outcome.Split split -> {
        json.put("kind", "split");
        json.put("options", split.options().stream().map(this::option).toList());
      }
    }
    return json;
  }

  private Map<String, Object> option(Outcome.Split.Option option) {
    Map<String, Object> json = new LinkedHashMap<>();
    option.share().ifPresent(share -> json.put("share", share));
    json.put("outcome", outcome(option.outcome()));
    return json;
  }

  private static void backend(Map<String, Object> json, Backend backend) {
    switch (backend) {
      case Backend.ServiceBackend service -> {
        service.name().ifPresent(name -> json.put("service", name));
        service.port().ifPresent(port -> json.put("port", port(port)));
      }
      case Backend.ResourceBackend resource -> {
        Map<String, Object> reference = new LinkedHashMap<>();
        resource.apiGroup().ifPresent(group -> reference.put("apiGroup", group));
        resource.kind().ifPresent(kind -> reference.put("kind", kind));
        resource.name().ifPresent(name -> reference.put("name", name));
        json.put("resource", reference);
      }
    }
  }

  private static Object port(Port port) {
    return switch (port) {
      case Port.Number number -> number.value();
      case Port.Name name -> name.value();
    };
  }

  private Map<String, Object> step(Trace.Step step) {
    Map<String, Object> json = new LinkedHashMap<>();
    switch (step) {
      case Trace.HostStep host -> {
        json.put("step", "host");
        json.put("host", host.host());
      }
      case Trace.PathStep path -> {
        json.put("step", "path");
        json.put("rank", path.rank());
        json.put("pathType", path.type().text());
        json.put("path", path.path());
        json.put("backend", path.backend());
        path.generated().ifPresent(text -> json.put("generated", text));
      }
      case Trace.DefaultStep def -> {
        json.put("step", "default");
        json.put("backend", def.backend());
      }
      case Trace.RequestStep _ -> json.put("step", "request");
      case Trace.RewriteStep rewrite -> {
        json.put("step", "rewrite");
        json.put("from", rewrite.from());
        json.put("to", rewrite.to());
      }
      case Trace.NoteStep _ -> json.put("step", "note");
    }
    RouteReport.verdict(step).ifPresent(v -> json.put("verdict", verdict(v)));
    json.put("reason", step.reason());
    at(json, RouteReport.at(step));
    return json;
  }

  private static String verdict(Trace.Verdict verdict) {
    return switch (verdict) {
      case WINS -> "wins";
      case BEATEN -> "beaten";
      case NO_MATCH -> "noMatch";
    };
  }

  private void at(Map<String, Object> json, Optional<Location> at) {
    Optional<Spot> spot = at.flatMap(manifests::spot);
    if (spot.isPresent()) {
      Map<String, Object> place = spot(spot.get());
      place.put("field", at.get().path().toString());
      json.put("at", place);
    }
  }

  static Map<String, Object> spot(Spot spot) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", spot.file());
    json.put("line", spot.line());
    json.put("column", spot.column());
    return json;
  }

  private static Map<String, Object> notice(Notice notice) {
    Map<String, Object> json = spot(notice.spot());
    json.put("message", notice.message());
    return json;
  }
}
