package io.github.ingressdesigner.splice;

import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.splice.IntentPlanner.Outcome;
import io.github.ingressdesigner.text.TextEdits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Plans several intents one after the other, each against the text after those before it. */
final class Compound {
  private static final Comparator<Location> IN_TEXT =
      Comparator.comparing((Location at) -> at.resource().file())
          .thenComparing(at -> at.resource().document().value())
          .thenComparing(at -> at.resource().item())
          .thenComparing(Location::path, Compound::compare);

  private final BiFunction<Intent, PlanContext, Outcome> planner;

  /**
   * @param planner plans one part
   */
  Compound(BiFunction<Intent, PlanContext, Outcome> planner) {
    this.planner = planner;
  }

  Plan plan(Intent.Together together, PlanContext before) {
    together.intents().forEach(Compound::at);
    PlanContext now = before;
    Map<FileId, TextEdits> edits = new HashMap<>();
    Set<String> notes = new LinkedHashSet<>();
    Optional<Location> focus = Optional.empty();
    boolean shared = false;
    for (Intent part : ordered(together.intents())) {
      boolean removal = shifts(part);
      if (removal && shared && !isUntouched(at(part), before, now)) {
        return new Plan.Refused(
            "This is shared with another place that changes at the same time. Edit it in the text.",
            Optional.of(at(part)));
      }
      Outcome outcome = outcome(part, now);
      switch (outcome.plan()) {
        case Plan.Refused refused -> {
          return new Plan.Refused(refused.reason(), refused.at().or(() -> Optional.of(at(part))));
        }
        case Plan.NeedsChoice choice -> {
          return passedOn(choice, together, part);
        }
        case Plan.Ready ready -> {
          ready.edits().forEach((file, next) -> edits.merge(file, next, TextEdits::then));
          if (!ready.edits().isEmpty()) {
            ready.note().ifPresent(notes::add);
          }
          focus = removal || focus.isEmpty() ? ready.focus() : focus;
        }
      }
      shared |= part instanceof Intent.EditShared;
      now = outcome.after();
    }
    if (edits.isEmpty()) {
      notes.add("The text says this already.");
    }
    Optional<String> note = Optional.of(String.join(" ", notes)).filter(n -> !n.isEmpty());
    return new Plan.Ready(together.label(), edits, focus, note);
  }

  /** Asks only where there is something to change: a part before may have done it for all uses. */
  private Outcome outcome(Intent part, PlanContext now) {
    Outcome outcome = planner.apply(part, now);
    if (outcome.plan() instanceof Plan.NeedsChoice && !shifts(part)) {
      Outcome everywhere = planner.apply(new Intent.EditShared(part), now);
      boolean done = everywhere.plan() instanceof Plan.Ready ready && ready.edits().isEmpty();
      return done ? everywhere : outcome;
    }
    return outcome;
  }

  /** The same question, with the answers put in the place of the part that asks. */
  private static Plan passedOn(Plan.NeedsChoice choice, Intent.Together together, Intent asking) {
    List<Plan.NeedsChoice.Option> options = new ArrayList<>();
    for (Plan.NeedsChoice.Option option : choice.options()) {
      List<Intent> parts =
          together.intents().stream().map(p -> p.equals(asking) ? option.intent() : p).toList();
      options.add(
          new Plan.NeedsChoice.Option(
              option.label(), new Intent.Together(together.label(), parts)));
    }
    return new Plan.NeedsChoice(choice.question(), options);
  }

  /** Some parts shift what stands behind them, so they come last, from the last to the first. */
  static List<Intent> ordered(List<Intent> intents) {
    List<Intent> ordered = new ArrayList<>();
    intents.stream().filter(i -> !shifts(i)).forEach(ordered::add);
    intents.stream()
        .filter(Compound::shifts)
        .distinct()
        .sorted(Comparator.comparing(Compound::at, IN_TEXT).reversed())
        .forEach(ordered::add);
    return ordered;
  }

  private static boolean shifts(Intent part) {
    return isRemoval(part)
        || part instanceof Intent.Duplicate
        || part instanceof Intent.EditShared(Intent shared) && shifts(shared)
        || part instanceof Intent.Detach(Intent detached) && shifts(detached);
  }

  static boolean isRemoval(Intent part) {
    return part instanceof Intent.Remove
        || part instanceof Intent.EditShared(Intent shared) && isRemoval(shared)
        || part instanceof Intent.Detach(Intent detached) && isRemoval(detached);
  }

  /**
   * Whether the element is still the one it was: nobody removed it, or one before it, meanwhile.
   */
  private static boolean isUntouched(Location at, PlanContext before, PlanContext now) {
    try {
      Way old = new Planning(before, Planning.Sharing.ASK).look(at);
      Way way = new Planning(now, Planning.Sharing.ASK).look(at);
      return old.isFound()
          && way.isFound()
          && Meaning.same(old.deepest().node(), way.deepest().node());
    } catch (Stop _) {
      return false;
    }
  }

  /** The place that a part changes; parts that would shift other places cannot be. */
  static Location at(Intent part) {
    return switch (part) {
      case Intent.SetHost i -> i.rule();
      case Intent.SetPath i -> i.path();
      case Intent.SetPathType i -> i.path();
      case Intent.SetBackend i -> i.at();
      case Intent.SetDefaultBackend i -> new Location(i.ingress(), FieldPath.defaultBackend());
      case Intent.Remove i when !i.at().path().isRoot() -> i.at();
      case Intent.SetAnnotation i ->
          new Location(i.resource(), FieldPath.of("metadata", "annotations", i.key()));
      case Intent.SetName i -> Location.of(i.resource());
      case Intent.SetIngressClass i -> Location.of(i.ingress());
      case Intent.SetTlsSecret i -> i.tls();
      // It stands at the end, so no other place shifts.
      case Intent.AddTls i -> new Location(i.ingress(), FieldPath.of("spec", "tls"));
      case Intent.Duplicate i -> i.at();
      case Intent.SetValue i -> i.at();
      case Intent.AddItem i -> i.list();
      case Intent.EditShared(Intent inner) -> at(inner);
      case Intent.Detach(Intent inner) -> at(inner);
      case Intent.Remove _,
          Intent.AddHost _,
          Intent.AddPath _,
          Intent.MovePath _,
          Intent.MovePaths _,
          Intent.InsertItems _,
          Intent.Reorder _,
          Intent.AppendDocument _,
          Intent.Together _ ->
          throw new IllegalArgumentException(
              part + ", expected a part that sets a field, removes or duplicates an element");
    };
  }

  private static int compare(FieldPath a, FieldPath b) {
    int shorter = Math.min(a.elements().size(), b.elements().size());
    for (int i = 0; i < shorter; i++) {
      int order = compare(a.elements().get(i), b.elements().get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(a.elements().size(), b.elements().size());
  }

  private static int compare(FieldPath.Element a, FieldPath.Element b) {
    return a instanceof FieldPath.Index x && b instanceof FieldPath.Index y
        ? Integer.compare(x.value(), y.value())
        : a.toString().compareTo(b.toString());
  }
}
