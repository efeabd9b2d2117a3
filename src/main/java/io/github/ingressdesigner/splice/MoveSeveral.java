package io.github.ingressdesigner.splice;

import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.splice.IntentPlanner.Outcome;
import io.github.ingressdesigner.splice.Planning.Sharing;
import io.github.ingressdesigner.splice.Stop.Reason;
import io.github.ingressdesigner.text.TextEdits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Moves several paths to one rule: at once where that is possible, else one after the other. */
final class MoveSeveral {
  private final Ladder ladder;
  private final BiFunction<Intent, PlanContext, Outcome> planner;

  /**
   * @param planner plans the move of one path
   */
  MoveSeveral(Ladder ladder, BiFunction<Intent, PlanContext, Outcome> planner) {
    this.ladder = ladder;
    this.planner = planner;
  }

  Plan plan(Intent.MovePaths intent, PlanContext context) {
    List<Location> paths = intent.paths().stream().distinct().toList();
    if (paths.size() == 1) {
      Intent one = new Intent.MovePath(paths.getFirst(), intent.toRule(), intent.index());
      return planner.apply(one, context).plan();
    }
    Intent.MovePaths move = new Intent.MovePaths(paths, intent.toRule(), intent.index());
    Planning planning = new Planning(context, Sharing.ASK);
    try {
      Optional<Ladder.Proved> proved = ladder.proveSmallest(planning, draft(move, planning));
      if (proved.isPresent()) {
        return proved.get().plan();
      }
    } catch (Stop stop) {
      if (!(stop.reason() instanceof Reason.Done)) {
        return planner.apply(move, context).plan();
      }
    }
    return oneByOne(move, context);
  }

  /** Drafts all moves against one text, which is possible from other rules to one with paths. */
  static Aim draft(Intent.MovePaths move, Planning planning) {
    boolean within = move.paths().stream().anyMatch(path -> ruleOf(path).equals(move.toRule()));
    Way list = planning.look(move.toRule().key("http").key("paths"));
    if (within || !list.isFound() || list.deepest().items().isEmpty()) {
      throw Stop.refused(
          "These paths are shared with other places through an alias. Move them one by one.",
          move.paths().getFirst());
    }
    Optional<Location> focus = Optional.empty();
    for (Location path : move.paths()) {
      Intent.MovePath one = new Intent.MovePath(path, move.toRule(), move.index());
      Aim aim = new MovePlans(planning).movePath(one);
      focus = focus.or(aim::focus);
    }
    return new Aim(label(move, planning), focus);
  }

  private static Location ruleOf(Location path) {
    return new Location(path.resource(), FieldPath.rule(path.path().indexAt(0)));
  }

  private static String label(Intent.MovePaths move, Planning planning) {
    Way host = planning.look(move.toRule().key("host"));
    String name = host.isFound() ? Planning.scalar(host.deepest()).orElse("") : "";
    return "Move " + move.paths().size() + " paths to " + (name.isEmpty() ? "any host" : name);
  }

  private Plan oneByOne(Intent.MovePaths move, PlanContext before) {
    PlanContext now = before;
    Places places = new Places(before);
    Map<FileId, TextEdits> edits = new HashMap<>();
    Set<String> notes = new LinkedHashSet<>();
    String label;
    try {
      label = label(move, new Planning(before, Sharing.ASK));
      places.anchor(move);
      for (Location path : move.paths()) {
        Intent one =
            new Intent.MovePath(places.of(path), move.toRule(), places.target(move.toRule()));
        Outcome outcome = planner.apply(one, now);
        switch (outcome.plan()) {
          case Plan.Refused refused -> {
            return new Plan.Refused(refused.reason(), Optional.of(path));
          }
          case Plan.NeedsChoice _ -> {
            return new Plan.Refused(
                "This path is shared with another place through an alias. Move it by itself.",
                Optional.of(path));
          }
          case Plan.Ready ready -> {
            ready.edits().forEach((file, next) -> edits.merge(file, next, TextEdits::then));
            ready.note().filter(n -> !ready.edits().isEmpty()).ifPresent(notes::add);
          }
        }
        places.moved(path, move.toRule());
        now = outcome.after();
      }
    } catch (Stop stop) {
      return IntentPlanner.done(stop);
    }
    Location focus = places.now(move.paths().getFirst(), move.toRule());
    Optional<String> note = Optional.of(String.join(" ", notes)).filter(n -> !n.isEmpty());
    return new Plan.Ready(label, edits, Optional.of(focus), note);
  }

  /** Where the paths of each rule that takes part stand, while some of them move. */
  private static final class Places {
    private final Planning planning;
    private final Map<Location, List<Location>> rules = new HashMap<>();
    private Optional<Location> anchor = Optional.empty();

    Places(PlanContext before) {
      planning = new Planning(before, Sharing.ASK);
    }

    /** The path before which all are put: the first from the index on that stays. */
    void anchor(Intent.MovePaths move) {
      List<Location> there = list(move.toRule());
      anchor =
          there.stream()
              .skip(Math.max(0, move.index()))
              .filter(path -> !move.paths().contains(path))
              .findFirst();
    }

    private List<Location> list(Location rule) {
      return rules.computeIfAbsent(
          rule,
          key -> {
            Way way = planning.look(key.key("http").key("paths"));
            int count = way.isFound() ? way.deepest().items().size() : 0;
            List<Location> all = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
              int number = key.path().indexAt(0);
              all.add(new Location(key.resource(), FieldPath.path(number, i)));
            }
            return all;
          });
    }

    Location of(Location path) {
      return now(path, ruleOf(path));
    }

    Location now(Location path, Location rule) {
      int index = list(rule).indexOf(path);
      if (index < 0) {
        throw Stop.refused("There is no " + path.path() + " in the text.", path);
      }
      return new Location(rule.resource(), FieldPath.path(rule.path().indexAt(0), index));
    }

    int target(Location rule) {
      return anchor.map(list(rule)::indexOf).orElseGet(() -> list(rule).size());
    }

    void moved(Location path, Location rule) {
      list(ruleOf(path)).remove(path);
      list(rule).add(target(rule), path);
    }
  }
}
