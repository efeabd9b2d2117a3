package io.github.ingressdesigner.dialect.spec;

import io.github.ingressdesigner.dialect.common.HostIndex;
import io.github.ingressdesigner.dialect.common.HostWords;
import io.github.ingressdesigner.dialect.common.ServiceLookup.Found;
import io.github.ingressdesigner.dialect.common.TlsFacts;
import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.TlsEntry;
import io.github.ingressdesigner.route.Decision.Confidence;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.RouteTable.LeftOut;
import io.github.ingressdesigner.route.Trace.NoteStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What else is worth knowing of a decision, and how far it is to be trusted. */
final class SpecNotes {
  private static final Pattern CONTROLLER_ANNOTATION =
      Pattern.compile("[^/]*(ingress|nginx|traefik|haproxy|kong|contour)[^/]*/.*");

  private final SpecTable table;
  private final Request request;
  private final List<NoteStep> notes = new ArrayList<>();
  private Confidence confidence = Confidence.EXACT;

  SpecNotes(SpecTable table, Request request) {
    this.table = table;
    this.request = request;
  }

  Confidence confidence() {
    return confidence;
  }

  private void doubt(Confidence other) {
    confidence = other.compareTo(confidence) > 0 ? other : confidence;
  }

  private void note(String reason, Location at) {
    notes.add(new NoteStep(reason, Optional.of(at)));
  }

  /** Ingresses that take no part although they name the host, or every host. */
  List<NoteStep> leftOut() {
    List<NoteStep> result = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < table.parts().size(); i++) {
      if (!table.layout().isServed()[i]) {
        LeftOut out = table.layout().leftOut().get(next++);
        if (table.parts().get(i).wouldTake(request.host())) {
          String text = "An Ingress takes no part. " + out.reason();
          result.add(new NoteStep(text, Optional.of(out.ingress())));
        }
      }
    }
    return result;
  }

  /** Notes on the way from the decision to the backend. */
  List<NoteStep> after(@Nullable HostEntry host, int winner, Outcome outcome) {
    if (host != null && winner == SpecPaths.NONE) {
      otherHosts(host);
      withoutHttp(host);
    } else if (host != null) {
      severalIngresses(host, winner);
      backend(host, winner);
    } else {
      defaultBackends(null);
    }
    if (host != null && winner == SpecPaths.NONE) {
      defaultBackends(host);
    }
    if (outcome instanceof Outcome.ToBackend) {
      notes.add(new NoteStep("No rewrite, no redirect.", Optional.empty()));
    }
    tls(host);
    return notes;
  }

  private void otherHosts(HostEntry host) {
    HostIndex index = table.layout().index();
    int wildcard = index.findWildcard(HostIndex.lower(request.host()));
    for (int slot : new int[] {wildcard, index.any()}) {
      HostEntry other = slot == HostIndex.NONE ? host : table.layout().served().get(slot);
      int match = other == host ? SpecPaths.NONE : other.paths.match(request.path());
      if (match != SpecPaths.NONE) {
        doubt(Confidence.UNKNOWN);
        note(
            "Path "
                + other.paths.text(match)
                + " of "
                + HostWords.shown(other.host)
                + " would match. The host is chosen first, so it is not asked; the specification"
                + " leaves that open, and a controller may ask it.",
            other.at(match));
        return;
      }
    }
  }

  private void withoutHttp(HostEntry host) {
    for (HostEntry.Part part : host.parts) {
      IngressPart ingress = table.parts().get(part.ingress());
      if (!ingress.ingress.spec().rules().get(part.index()).hasHttp()) {
        doubt(Confidence.MODELLED);
        note("A rule without http sends its host to the default backend.", part.at());
        return;
      }
    }
  }

  private void severalIngresses(HostEntry host, int winner) {
    PathJudge judge = new PathJudge(host.paths, request.path(), winner);
    int owner = host.partOf(winner).ingress();
    for (int i = 0; host.parts.size() > 1 && i < host.paths.size(); i++) {
      if (i != winner && host.partOf(i).ingress() != owner && judge.matches(i)) {
        doubt(Confidence.MODELLED);
        note(
            "Ingress "
                + table.parts().get(host.partOf(i).ingress()).name
                + " has a matching path too. How Ingresses combine is not specified; here their"
                + " paths count as one list.",
            host.at(i));
        return;
      }
    }
  }

  private void backend(HostEntry host, int winner) {
    for (int i = winner; i != SpecPaths.NONE; i = host.paths.twin(i)) {
      IngressPart part = table.parts().get(host.partOf(i).ingress());
      backend(part, host.paths.get(i).backend(), host.at(i));
    }
  }

  private void defaultBackends(@Nullable HostEntry host) {
    for (IngressPart part : table.defaults().chosen(host)) {
      backend(part, part.ingress.spec().defaultBackend(), part.defaultBackendAt());
    }
  }

  private void backend(IngressPart part, Optional<Backend> backend, Location at) {
    if (backend.isEmpty()) {
      doubt(Confidence.UNKNOWN);
      note("The path has no backend, so the answer is 503.", at);
      return;
    }
    switch (table.services().find(part.ingress.meta().namespaceOrDefault(), backend.get())) {
      case Found.Unavailable(String reason) -> {
        doubt(Confidence.MODELLED);
        note(reason + " The answer is 503.", at);
      }
      case Found.Ready(Backend ready) -> {
        if (ready instanceof Backend.ResourceBackend) {
          doubt(Confidence.MODELLED);
          note("What serves a resource backend is up to the controller.", at);
        }
      }
    }
    part.ingress.meta().annotations().keySet().stream()
        .filter(key -> CONTROLLER_ANNOTATION.matcher(key).matches())
        .findFirst()
        .ifPresent(
            key ->
                note(
                    "The specification knows no annotations, so " + key + " has no effect here.",
                    Location.of(part.id).key("metadata").key("annotations").key(key)));
  }

  private void tls(@Nullable HostEntry host) {
    String name = request.serverName().orElse(request.host());
    Optional<NoteStep> listed = Optional.empty();
    for (HostEntry.Part part : host == null ? List.<HostEntry.Part>of() : host.parts) {
      listed = listed.or(() -> tls(table.parts().get(part.ingress()), name));
    }
    for (int i = 0; listed.isEmpty() && i < table.parts().size(); i++) {
      if (table.layout().isServed()[i]) {
        listed = tls(table.parts().get(i), name);
      }
    }
    listed.ifPresent(notes::add);
    if (listed.isEmpty() && request.serverName().isPresent()) {
      notes.add(new NoteStep("No certificate is listed for " + name + ".", Optional.empty()));
    }
  }

  private Optional<NoteStep> tls(IngressPart part, String name) {
    return TlsFacts.entryFor(part.ingress, name)
        .map(
            i -> {
              TlsEntry entry = part.ingress.spec().tls().get(i);
              String text =
                  request.serverName().isEmpty()
                      ? name + " has TLS: many controllers redirect HTTP to HTTPS."
                      : entry
                          .secretName()
                          .map(secret -> "HTTPS ends here with " + secret + ".")
                          .orElse("HTTPS ends here with the controller's own certificate.");
              return new NoteStep(text, Optional.of(new Location(part.id, FieldPath.tls(i))));
            });
  }
}
