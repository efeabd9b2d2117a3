package io.github.ingressdesigner.splice;

import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.splice.IntentPlanner.Outcome;
import io.github.ingressdesigner.splice.Planning.Sharing;
import io.github.ingressdesigner.splice.Stop.Reason;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.yaml.ReadResult;
import io.github.ingressdesigner.yaml.YamlCursor;
import io.github.ingressdesigner.yaml.YamlNode;
import io.github.ingressdesigner.yaml.YamlReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Puts elements from elsewhere into a list, at once where that is possible. */
final class Pasting {
  private final Ladder ladder;
  private final BiFunction<Intent, PlanContext, Outcome> planner;

  /**
   * @param planner plans one part
   */
  Pasting(Ladder ladder, BiFunction<Intent, PlanContext, Outcome> planner) {
    this.ladder = ladder;
    this.planner = planner;
  }

  Plan plan(Intent.InsertItems intent, PlanContext context) {
    YamlCursor items;
    try {
      items = items(intent);
    } catch (Stop stop) {
      return IntentPlanner.done(stop);
    }
    int count = items.items().size();
    if (count == 1) {
      return planner.apply(intent, context).plan();
    }
    Planning planning = new Planning(context, Sharing.ASK);
    try {
      Aim aim = draft(intent, planning);
      Optional<Ladder.Proved> proved = ladder.proveSmallest(planning, aim);
      if (proved.isPresent()) {
        return proved.get().plan();
      }
    } catch (Stop stop) {
      if (!(stop.reason() instanceof Reason.Done)) {
        return planner.apply(intent, context).plan();
      }
    }
    return oneByOne(intent, items, context);
  }

  private Plan oneByOne(Intent.InsertItems intent, YamlCursor items, PlanContext before) {
    PlanContext now = before;
    Map<FileId, TextEdits> edits = new HashMap<>();
    Optional<Location> focus = Optional.empty();
    Slice slice = new Slice(intent.yaml());
    for (int i = 0; i < items.items().size(); i++) {
      Element element = new Element(slice, items, i);
      String yaml =
          intent.yaml().substring(CommentOwners.leadStart(element), CommentOwners.tailEnd(element));
      int index = intent.index() > Integer.MAX_VALUE - i ? intent.index() : intent.index() + i;
      Outcome outcome =
          planner.apply(new Intent.InsertItems(intent.list(), index, yaml + "\n"), now);
      if (!(outcome.plan() instanceof Plan.Ready ready)) {
        return outcome.plan() instanceof Plan.Refused
            ? outcome.plan()
            : new Plan.Refused(
                "This list is shared through an alias. Put the elements there in the text.",
                Optional.of(intent.list()));
      }
      ready.edits().forEach((file, next) -> edits.merge(file, next, TextEdits::then));
      focus = focus.or(ready::focus);
      now = outcome.after();
    }
    return new Plan.Ready(label(items.items().size()), edits, focus, Optional.empty());
  }

  private static String label(int count) {
    return count == 1 ? "Paste 1 element" : "Paste " + count + " elements";
  }

  /** Drafts all items at one place; several only where the list has items already. */
  static Aim draft(Intent.InsertItems intent, Planning planning) {
    planning.requireIngress(intent.list().resource());
    YamlCursor items = items(intent);
    Way list = planning.look(intent.list());
    boolean hasItems = list.isFound() && !list.deepest().items().isEmpty();
    if (items.items().size() > 1 && !hasItems) {
      throw Stop.refused("There is no element yet. Paste one first.", intent.list());
    }
    FieldWriter writer = new FieldWriter(planning);
    Slice slice = new Slice(intent.yaml());
    int first = -1;
    for (int i = 0; i < items.items().size(); i++) {
      Element element = new Element(slice, items, i);
      Content content = Items.sent(element, writer.example(intent.list(), intent.index()));
      int at = writer.insert(intent.list(), intent.index(), content);
      first = first < 0 ? at : first;
    }
    return Aim.at(label(items.items().size()), intent.list().index(first));
  }

  /** The list to be put in; each of its items is a mapping. */
  private static YamlCursor items(Intent.InsertItems intent) {
    ReadResult read = new YamlReader().read(intent.yaml());
    if (!(read instanceof ReadResult.Parsed parsed)) {
      throw Stop.refused("What was copied is no valid YAML.");
    }
    YamlCursor root = parsed.tree().cursor();
    boolean fits =
        root.node() instanceof YamlNode.Sequence list
            && !list.items().isEmpty()
            && list.items().stream().allMatch(item -> item.node() instanceof YamlNode.Mapping);
    if (!fits) {
      throw Stop.refused("What was copied is no list of YAML elements.");
    }
    return root;
  }
}
