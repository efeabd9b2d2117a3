package io.github.ingressdesigner.splice;

import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.splice.Planning.Sharing;
import java.util.List;
import java.util.Optional;

/**
 * Plans several intents at once, all against the same text, with one proof for each document. That
 * is possible where their edits do not meet and nothing is shared; all else is planned one after
 * the other.
 */
final class Joint {
  private final Ladder ladder;

  Joint(Ladder ladder) {
    this.ladder = ladder;
  }

  /** Empty where the parts must be planned one after the other. */
  Optional<Plan> plan(Intent.Together together, PlanContext context) {
    List<Intent> parts = Compound.ordered(together.intents());
    parts.forEach(Compound::at);
    Planning planning = new Planning(context, Sharing.ASK);
    Optional<Location> focus = Optional.empty();
    try {
      for (Intent part : parts) {
        if (part instanceof Intent.EditShared || part instanceof Intent.Detach) {
          return Optional.empty();
        }
        Aim aim = IntentPlanner.aim(part, planning);
        if (Compound.isRemoval(part) || part instanceof Intent.Duplicate || focus.isEmpty()) {
          focus = aim.focus();
        }
      }
    } catch (Stop _) {
      return Optional.empty();
    }
    Optional<Location> kept = focus.map(at -> within(at, parts, planning));
    return ladder.proveSmallest(planning, new Aim(together.label(), kept)).map(Ladder.Proved::plan);
  }

  /** The last element that is left of a list, where the focus would lie behind it. */
  private static Location within(Location focus, List<Intent> parts, Planning planning) {
    List<FieldPath.Element> steps = focus.path().elements();
    if (steps.isEmpty() || !(steps.getLast() instanceof FieldPath.Index(int index))) {
      return focus;
    }
    long removed =
        parts.stream()
            .filter(Compound::isRemoval)
            .map(Compound::at)
            .filter(at -> !at.path().isRoot() && at.parent().equals(focus.parent()))
            .count();
    Way list = planning.look(focus.parent());
    int left = (list.isFound() ? list.deepest().items().size() : 0) - (int) removed;
    return removed == 0 || left <= 0 ? focus : focus.parent().index(Math.min(index, left - 1));
  }
}
