package io.github.ingressdesigner.cluster.apply;

import io.github.ingressdesigner.cluster.ClusterException;
import io.github.ingressdesigner.cluster.KubeObject;
import java.util.List;
import java.util.Optional;

/**
 * One object of an apply, as the server's dry run sees it.
 *
 * @param place where it goes; empty where the server does not know its kind
 * @param live what is there now
 * @param result what would be there afterwards; with conflicts, as if all were taken
 * @param warnings of the server, in its words
 * @param conflicts fields of others, to be decided one by one
 * @param stays fields that the cluster has and the file has not, and that an apply leaves there
 *     because others set them
 * @param refusal why it cannot be applied
 */
public record ApplyStep(
    Wanted wanted,
    Optional<WriteGate.Place> place,
    State state,
    Optional<KubeObject> live,
    Optional<KubeObject> result,
    List<String> warnings,
    List<FieldConflict> conflicts,
    Owners owners,
    List<String> stays,
    Optional<ClusterException> refusal) {
  /** What an apply would do. */
  public enum State {
    CREATE,
    CHANGE,
    /** The cluster has it already: nothing is written. */
    SAME,
    /** Fields of others stand in the way. */
    CONFLICT,
    /** The server, or we, refuse it. */
    REFUSED,
    /** It is left alone, for a reason that the refusal tells. */
    SKIPPED
  }

  public ApplyStep {
    warnings = List.copyOf(warnings);
    conflicts = List.copyOf(conflicts);
    stays = List.copyOf(stays);
  }

  /** Whether an apply would write it. */
  public boolean isWrite() {
    return state == State.CREATE || state == State.CHANGE || state == State.CONFLICT;
  }

  public String shown() {
    return place.map(WriteGate.Place::shown).orElseGet(() -> wanted.object().key().shown());
  }
}
