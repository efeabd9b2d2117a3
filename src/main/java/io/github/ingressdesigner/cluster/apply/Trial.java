package io.github.ingressdesigner.cluster.apply;

import io.github.ingressdesigner.cluster.ClusterException;
import io.github.ingressdesigner.cluster.ClusterException.Kind;
import io.github.ingressdesigner.cluster.KubeKind;
import io.github.ingressdesigner.cluster.KubeObject;
import io.github.ingressdesigner.cluster.apply.ApplyStep.State;
import io.github.ingressdesigner.cluster.clean.Clean;
import io.github.ingressdesigner.cluster.session.Discovery;
import io.github.ingressdesigner.cluster.session.KubeSession;
import io.github.ingressdesigner.cluster.session.Reply;
import io.github.ingressdesigner.cluster.session.Request;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Tries one object after the other on the server, which stores nothing. */
final class Trial {
  private final KubeSession session;
  private final WriteGate gate;
  private final Optional<String> namespace;
  private final BooleanSupplier cancelled;
  private final Discovery discovery;

  Trial(
      KubeSession session, WriteGate gate, Optional<String> namespace, BooleanSupplier cancelled) {
    this.session = session;
    this.gate = gate;
    this.namespace = namespace;
    this.cancelled = cancelled;
    this.discovery = new Discovery(session);
  }

  ApplyStep step(Wanted wanted) throws ClusterException {
    KubeObject object = wanted.object();
    Optional<KubeKind> kind = discovery.find(object.apiVersion(), object.kind(), cancelled);
    if (kind.isEmpty()) {
      return refused(
          wanted,
          State.REFUSED,
          Kind.NOT_FOUND,
          "The server does not serve %s of %s. Change the apiVersion, or install its definition."
              .formatted(object.kind(), object.apiVersion()));
    }
    if (kind.get().equals(KubeKind.SECRET)) {
      return refused(
          wanted,
          State.SKIPPED,
          Kind.INVALID,
          "Secrets are not applied from files, so that no key is lost or spread.");
    }
    if (kind.get().equals(KubeKind.NAMESPACE)) {
      return refused(
          wanted,
          State.SKIPPED,
          Kind.INVALID,
          "Namespaces are not made here. Make it with kubectl create namespace.");
    }
    if (!kind.get().namespaced()) {
      return tried(wanted, new WriteGate.Place(kind.get(), Optional.empty(), object.name()));
    }
    Optional<String> into = object.namespace().or(() -> namespace);
    if (into.isEmpty()) {
      return refused(
          wanted,
          State.REFUSED,
          Kind.INVALID,
          "It names no namespace. Write metadata.namespace, or say which with --namespace.");
    }
    if (namespace.isPresent() && !into.equals(namespace)) {
      return refused(
          wanted,
          State.REFUSED,
          Kind.INVALID,
          "Its namespace is %s, but %s was chosen. It is never rewritten: choose the same."
              .formatted(into.get(), namespace.get()));
    }
    return tried(wanted, new WriteGate.Place(kind.get(), into, object.name()));
  }

  private ApplyStep tried(Wanted wanted, WriteGate.Place place) throws ClusterException {
    Optional<KubeObject> live = Optional.empty();
    try {
      live = session.find(Request.get(place.path()), cancelled);
      Reply reply = gate.tryApply(place, wanted.object(), false, cancelled);
      return step(wanted, place, live, reply, List.of());
    } catch (ClusterException e) {
      return switch (e.kind()) {
        case OWNED ->
            step(
                wanted,
                place,
                live,
                gate.tryApply(place, wanted.object(), true, cancelled),
                FieldConflict.of(e));
        case INVALID, FORBIDDEN, NOT_FOUND, STALE, TOO_LARGE -> refused(wanted, place, live, e);
        default -> throw e;
      };
    }
  }

  private ApplyStep step(
      Wanted wanted,
      WriteGate.Place place,
      Optional<KubeObject> live,
      Reply reply,
      List<FieldConflict> conflicts) {
    KubeObject after = Clean.of(reply.object());
    boolean same = live.isPresent() && Clean.of(live.get()).json().equals(after.json());
    State state =
        !conflicts.isEmpty()
            ? State.CONFLICT
            : live.isEmpty() ? State.CREATE : same ? State.SAME : State.CHANGE;
    return new ApplyStep(
        wanted,
        Optional.of(place),
        state,
        live,
        Optional.of(reply.object()),
        reply.warnings(),
        conflicts,
        live.map(Owners::of).orElse(Owners.NONE),
        live.isPresent() ? Leftovers.of(Clean.of(wanted.object()), after) : List.of(),
        Optional.empty());
  }

  private ApplyStep refused(
      Wanted wanted, WriteGate.Place place, Optional<KubeObject> live, ClusterException e)
      throws ClusterException {
    ClusterException why = e;
    if (e.kind() == Kind.NOT_FOUND && place.namespace().isPresent()) {
      why =
          new ClusterException(
              e.kind(),
              e.getMessage()
                  + " Namespaces are not made here; make it with kubectl create namespace.");
    }
    return new ApplyStep(
        wanted,
        Optional.of(place),
        State.REFUSED,
        live,
        Optional.empty(),
        List.of(),
        List.of(),
        live.map(Owners::of).orElse(Owners.NONE),
        List.of(),
        Optional.of(why));
  }

  private static ApplyStep refused(Wanted wanted, State state, Kind kind, String message) {
    return new ApplyStep(
        wanted,
        Optional.empty(),
        state,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Owners.NONE,
        List.of(),
        Optional.of(new ClusterException(kind, message)));
  }
}
