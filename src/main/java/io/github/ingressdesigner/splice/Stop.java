package io.github.ingressdesigner.splice;

import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ResourceId;
import java.util.Optional;

/**
 * Ends the planning of an intent before there are edits. Never leaves this package: {@link
 * IntentPlanner} turns it into a plan.
 */
final class Stop extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Reason reason;

  /** Why planning cannot go on as it is. */
  sealed interface Reason {
    /** There is nothing more to do than to tell. */
    record Done(Plan plan) implements Reason {}

    /**
     * The field is used by others too, and nobody was asked yet.
     *
     * @param detachable whether it can be made independent here
     */
    record Shared(Location at, Way.Leave leave, boolean detachable) implements Reason {}

    /** This place must get a text of its own first. */
    record Detach(ResourceId resource, Way.Leave leave) implements Reason {}
  }

  private Stop(Reason reason) {
    super(reason.toString(), null, false, false);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }

  static Stop because(Reason reason) {
    return new Stop(reason);
  }

  static Stop refused(String reason, Location at) {
    return new Stop(new Reason.Done(new Plan.Refused(reason, Optional.of(at))));
  }

  static Stop refused(String reason) {
    return new Stop(new Reason.Done(new Plan.Refused(reason, Optional.empty())));
  }
}
