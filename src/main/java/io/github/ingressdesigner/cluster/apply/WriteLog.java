package io.github.ingressdesigner.cluster.apply;

import io.github.ingressdesigner.cluster.ClusterException;
import io.github.ingressdesigner.cluster.ClusterException.Kind;
import io.github.ingressdesigner.cluster.KubeObject;
import io.github.ingressdesigner.cluster.apply.ApplyJournal.Outcome;
import io.github.ingressdesigner.cluster.kubeconfig.KubeContext;
import io.github.ingressdesigner.cluster.session.Identity;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

/** The journal, for one context. */
record WriteLog(ApplyJournal journal, Clock clock, KubeContext context, Identity identity) {
  int begin(
      String action, WriteGate.Place place, KubeObject.Key written, Optional<KubeObject> before)
      throws IOException {
    KubeObject.Key key =
        new KubeObject.Key(written.apiVersion(), written.kind(), place.namespace(), written.name());
    return journal.begin(
        new ApplyJournal.Entry(
            0,
            clock.instant(),
            context.name(),
            context.key().file().toString(),
            identity.server(),
            identity.kubeSystem(),
            action,
            key,
            place.kind().plural(),
            before,
            Optional.empty(),
            Outcome.OPEN));
  }

  void end(int number, Outcome outcome, Optional<KubeObject> after) throws IOException {
    journal.end(number, outcome, after);
  }

  /** Notes a refusal; where the answer never came, the entry stays open. */
  void failed(Optional<Integer> number, ClusterException e) {
    boolean unsure =
        switch (e.kind()) {
          case UNREACHABLE, TIMEOUT, CANCELLED, MALFORMED, SERVER -> true;
          default -> false;
        };
    if (number.isPresent() && !unsure) {
      try {
        journal.end(number.get(), Outcome.FAILED, Optional.empty());
      } catch (IOException io) {
        // it stays open, which says less but nothing wrong
        e.addSuppressed(io);
      }
    }
  }

  ClusterException problem(IOException e) {
    return new ClusterException(
        Kind.KUBECONFIG,
        "The journal of writes cannot be written (%s), so nothing more is sent. Free some space or mend the folder's mode."
            .formatted(e.getMessage()));
  }
}
