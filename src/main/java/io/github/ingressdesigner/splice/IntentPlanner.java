package io.github.ingressdesigner.splice;

import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.splice.Planning.Sharing;
import io.github.ingressdesigner.splice.Stop.Reason;
import io.github.ingressdesigner.text.TextEdits;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Plans the smallest text edit for an intent and proves it by reading again. The only writer of
 * YAML. Thread-safe; nothing is changed, the plan tells what to change.
 */
public final class IntentPlanner {
  /** More places on one way than this are not made independent one after the other. */
  private static final int MAX_DETACHED = 20;

  private final Ladder ladder = new Ladder();

  public Plan plan(Intent intent, PlanContext context) {
    return switch (intent) {
      case Intent.Together together ->
          new Joint(ladder)
              .plan(together, context)
              .orElseGet(() -> new Compound(this::outcome).plan(together, context));
      case Intent.MovePaths move -> new MoveSeveral(ladder, this::outcome).plan(move, context);
      case Intent.InsertItems items -> new Pasting(ladder, this::outcome).plan(items, context);
      case Intent.AppendDocument append -> documents(() -> AppendDocument.to(append, context));
      case Intent.Remove remove
          when remove.at().path().isRoot() && remove.at().resource().item() < 0 ->
          documents(() -> RemoveDocument.from(remove.at().resource(), context));
      default -> outcome(intent, context).plan();
    };
  }

  /** A plan, and the context after it where it is ready. */
  record Outcome(Plan plan, PlanContext after) {}

  private Outcome outcome(Intent intent, PlanContext context) {
    return switch (intent) {
      case Intent.EditShared(Intent inner) -> plan(inner, context, Sharing.SHARED, MAX_DETACHED);
      case Intent.Detach(Intent inner) -> plan(inner, context, Sharing.DETACH, MAX_DETACHED);
      default -> plan(intent, context, Sharing.ASK, MAX_DETACHED);
    };
  }

  private interface Planned {
    Plan plan();
  }

  private static Plan documents(Planned planned) {
    try {
      return planned.plan();
    } catch (Stop stop) {
      return done(stop);
    }
  }

  static Plan done(Stop stop) {
    return switch (stop.reason()) {
      case Reason.Done(Plan plan) -> plan;
      case Reason.Shared _, Reason.Detach _ ->
          throw new IllegalStateException("stopped by " + stop.reason() + ", expected an outcome");
    };
  }

  private Outcome plan(Intent intent, PlanContext context, Sharing sharing, int detachable) {
    Planning planning = new Planning(context, sharing);
    try {
      Aim aim = aim(intent, planning);
      Ladder.Proved proved = ladder.prove(planning, aim);
      return new Outcome(proved.plan(), proved.after(context));
    } catch (Stop stop) {
      return switch (stop.reason()) {
        case Reason.Done(Plan plan) -> new Outcome(plan, context);
        case Reason.Shared shared -> new Outcome(Choices.ask(intent, shared, planning), context);
        case Reason.Detach detach -> detached(intent, detach, context, sharing, detachable);
      };
    }
  }

  /** Gives the shared place a text of its own, and plans the intent on the text after that. */
  private Outcome detached(
      Intent intent, Reason.Detach detach, PlanContext context, Sharing sharing, int left) {
    if (left == 0) {
      Plan refused =
          new Plan.Refused(
              "This value is shared in too many ways; edit it in the text.", Optional.empty());
      return new Outcome(refused, context);
    }
    Planning first = new Planning(context, Sharing.SHARED);
    Ladder.Proved proved;
    try {
      Aim aim = Detaching.plan(first, detach.resource(), detach.leave());
      proved = ladder.prove(first, aim);
    } catch (Stop stop) {
      return new Outcome(done(stop), context);
    }
    if (!(proved.plan() instanceof Plan.Ready made)) {
      return new Outcome(proved.plan(), context);
    }
    Outcome then = plan(intent, proved.after(context), sharing, left - 1);
    if (!(then.plan() instanceof Plan.Ready ready)) {
      return then;
    }
    Map<FileId, TextEdits> edits = Hull.of(context, made.edits(), ready.edits());
    String note =
        Stream.of(made.note(), ready.note())
            .flatMap(Optional::stream)
            .distinct()
            .collect(Collectors.joining(" "));
    Plan both =
        new Plan.Ready(
            ready.label(), edits, ready.focus(), Optional.of(note).filter(n -> !n.isEmpty()));
    return new Outcome(both, then.after());
  }

  /** Drafts one intent; what it cannot be leaves by {@link Stop}. */
  static Aim aim(Intent intent, Planning planning) {
    FieldPlans fields = new FieldPlans(planning);
    ListPlans lists = new ListPlans(planning);
    return switch (intent) {
      case Intent.SetHost i -> fields.setHost(i);
      case Intent.SetPath i -> fields.setPath(i);
      case Intent.SetPathType i -> fields.setPathType(i);
      case Intent.SetBackend i -> new Backends(planning).set(i);
      case Intent.AddHost i -> lists.addHost(i);
      case Intent.AddPath i -> lists.addPath(i);
      case Intent.SetDefaultBackend i -> new Backends(planning).setDefault(i);
      case Intent.Remove i -> lists.remove(i);
      case Intent.Duplicate i -> lists.duplicate(i);
      case Intent.MovePath i -> new MovePlans(planning).movePath(i);
      case Intent.Reorder i -> new MovePlans(planning).reorder(i);
      case Intent.MovePaths i -> MoveSeveral.draft(i, planning);
      case Intent.InsertItems i -> Pasting.draft(i, planning);
      case Intent.SetAnnotation i -> fields.setAnnotation(i);
      case Intent.SetName i -> fields.setName(i);
      case Intent.SetIngressClass i -> fields.setClass(i);
      case Intent.AddTls i -> lists.addTls(i);
      case Intent.SetTlsSecret i -> fields.setTlsSecret(i);
      case Intent.SetValue i -> new ValuePlans(planning).set(i);
      case Intent.AddItem i -> new ValuePlans(planning).add(i);
      case Intent.AppendDocument _, Intent.Together _, Intent.EditShared _, Intent.Detach _ ->
          throw new IllegalArgumentException(intent + ", expected no answer inside an answer");
    };
  }
}
