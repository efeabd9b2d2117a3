package io.github.ingressdesigner.cluster.apply;

import io.github.ingressdesigner.cluster.ClusterException;
import io.github.ingressdesigner.cluster.ClusterException.Kind;
import io.github.ingressdesigner.cluster.KubeKind;
import io.github.ingressdesigner.cluster.KubeObject;
import io.github.ingressdesigner.cluster.apply.ApplyJournal.Outcome;
import io.github.ingressdesigner.cluster.clean.Clean;
import io.github.ingressdesigner.cluster.session.Identity;
import io.github.ingressdesigner.cluster.session.KubeSession;
import io.github.ingressdesigner.cluster.session.Reply;
import io.github.ingressdesigner.cluster.session.Request;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.node.ObjectNode;

/** Takes a write back, as long as nobody changed the object since. */
public final class Undo {
  private final KubeSession session;
  private final WriteGate gate;
  private final WriteLog log;

  Undo(KubeSession session, WriteGate gate, WriteLog log) {
    this.session = session;
    this.gate = gate;
    this.log = log;
  }

  /**
   * Takes a write of the journal back. What the write created is deleted.
   *
   * @throws ClusterException where it was another cluster, somebody changed the object since, or it
   *     is a Secret
   * @throws IOException where the journal cannot be written; then nothing was sent
   */
  public static void fromJournal(
      KubeSession session,
      ApplyJournal journal,
      ApplyJournal.Entry entry,
      Clock clock,
      BooleanSupplier cancelled)
      throws ClusterException, IOException {
    if (entry.key().kind().equals("Secret")) {
      throw new ClusterException(
          Kind.INVALID, "A Secret cannot be put back: its values are not kept here.");
    }
    if (entry.outcome() != Outcome.DONE || entry.after().isEmpty()) {
      throw new ClusterException(
          Kind.INVALID, "This write was not completed, so there is nothing to take back.");
    }
    Identity written = new Identity(entry.server(), entry.cluster());
    WriteGate gate = new WriteGate(session, written);
    WriteLog log = new WriteLog(journal, clock, session.context(), written);
    KubeObject.Key key = entry.key();
    int slash = key.apiVersion().indexOf('/');
    KubeKind kind =
        new KubeKind(
            key.group(),
            key.apiVersion().substring(slash + 1),
            key.kind(),
            entry.plural(),
            key.namespace().isPresent());
    WriteGate.Place place = new WriteGate.Place(kind, key.namespace(), key.name());
    new Undo(session, gate, log)
        .undo("undo of " + entry.id(), place, entry.before(), entry.after().get(), cancelled);
  }

  void undo(
      String action,
      WriteGate.Place place,
      Optional<KubeObject> before,
      KubeObject after,
      BooleanSupplier cancelled)
      throws ClusterException, IOException {
    Optional<KubeObject> live = session.find(Request.get(place.path()), cancelled);
    if (live.isEmpty()) {
      throw new ClusterException(
          Kind.NOT_FOUND, place.shown() + " was deleted since, so it is left as it is.");
    }
    boolean same =
        live.get().uid().equals(after.uid())
            && Clean.of(live.get()).json().equals(Clean.of(after).json());
    if (!same) {
      throw new ClusterException(
          Kind.STALE,
          place.shown() + " was changed by somebody since, so it is left as it is. Compare first.");
    }
    int number = log.begin(action, place, after.key(), live);
    try {
      if (before.isEmpty()) {
        gate.delete(place, live.get(), cancelled);
        log.end(number, Outcome.DONE, Optional.empty());
      } else {
        KubeObject content = content(before.get());
        String version = live.get().resourceVersion().orElseThrow();
        Reply reply = gate.putBack(place, content, version, cancelled);
        // the server gives what a write changes to the writer; once nothing changes any more, the
        // owners of before can be put back
        version = reply.object().resourceVersion().orElseThrow();
        reply = gate.putBack(place, content, version, cancelled);
        log.end(number, Outcome.DONE, Optional.of(reply.object()));
      }
    } catch (ClusterException e) {
      log.failed(Optional.of(number), e);
      throw e;
    }
  }

  /** With its owners of fields, so that they own them again; without what the server counts. */
  private static KubeObject content(KubeObject before) {
    ObjectNode copy = before.copy();
    copy.remove("status");
    if (copy.path("metadata") instanceof ObjectNode meta) {
      meta.remove(List.of("generation", "resourceVersion"));
    }
    return new KubeObject(copy);
  }
}
