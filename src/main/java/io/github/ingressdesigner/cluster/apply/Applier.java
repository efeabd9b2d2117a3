package io.github.ingressdesigner.cluster.apply;

import io.github.ingressdesigner.cluster.ClusterException;
import io.github.ingressdesigner.cluster.ClusterException.Kind;
import io.github.ingressdesigner.cluster.KubeObject;
import io.github.ingressdesigner.cluster.apply.ApplyJournal.Outcome;
import io.github.ingressdesigner.cluster.apply.ApplyResult.Done;
import io.github.ingressdesigner.cluster.apply.ApplyResult.One;
import io.github.ingressdesigner.cluster.apply.ApplyStep.State;
import io.github.ingressdesigner.cluster.apply.FieldConflict.Choice;
import io.github.ingressdesigner.cluster.session.KubeSession;
import io.github.ingressdesigner.cluster.session.Reply;
import io.github.ingressdesigner.cluster.session.Request;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Applies what a preview showed, one object after the other. It stops at the first failure; what
 * was written until then is in the result and in the journal.
 */
public final class Applier {
  /** The person's word for each conflict, by object and field. */
  public record Decision(ApplyStep step, FieldConflict conflict) {}

  private final KubeSession session;
  private final WriteGate gate;
  private final WriteLog log;

  /**
   * @param preview what the person saw
   */
  public Applier(KubeSession session, ApplyPreview preview, ApplyJournal journal, Clock clock) {
    this.session = session;
    this.gate = new WriteGate(session, preview.identity());
    this.log = new WriteLog(journal, clock, session.context(), preview.identity());
  }

  /**
   * Applies these objects. None is refused, and every conflict has a choice.
   *
   * @param progress told before each object
   */
  public ApplyResult apply(
      List<ApplyStep> steps,
      Map<Decision, Choice> choices,
      Consumer<ApplyStep> progress,
      BooleanSupplier cancelled) {
    for (ApplyStep step : steps) {
      for (FieldConflict conflict : step.conflicts()) {
        if (!choices.containsKey(new Decision(step, conflict))) {
          throw new IllegalStateException(
              conflict.field() + " of " + step.shown() + ", expected a choice for it");
        }
      }
      if (step.state() == State.REFUSED) {
        throw new IllegalStateException(step.shown() + ", expected one that is not refused");
      }
    }
    List<One> done = new ArrayList<>();
    boolean stopped = false;
    for (ApplyStep step : steps) {
      if (stopped) {
        done.add(one(step, Done.NOT_TRIED, Optional.empty(), Optional.empty()));
        continue;
      }
      progress.accept(step);
      One result = write(step, choices, cancelled);
      done.add(result);
      stopped = result.done() == Done.FAILED;
    }
    return new ApplyResult(done);
  }

  private static One one(
      ApplyStep step, Done done, Optional<ClusterException> failure, Optional<Integer> journal) {
    return new One(step, done, step.live(), Optional.empty(), List.of(), failure, journal);
  }

  private One write(ApplyStep step, Map<Decision, Choice> choices, BooleanSupplier cancelled) {
    if (!step.isWrite()) {
      return one(step, Done.UNCHANGED, Optional.empty(), Optional.empty());
    }
    List<String> left = new ArrayList<>();
    for (FieldConflict conflict : step.conflicts()) {
      if (choices.get(new Decision(step, conflict)) == Choice.LEAVE) {
        left.add(conflict.field());
      }
    }
    boolean force = left.size() < step.conflicts().size();
    KubeObject object = FieldRemover.without(step.wanted().object(), left);
    WriteGate.Place place = step.place().orElseThrow();
    Optional<Integer> number = Optional.empty();
    try {
      number = Optional.of(log.begin("apply", place, step.wanted().object().key(), step.live()));
      Reply reply =
          gate.apply(
              place, object, step.live().flatMap(KubeObject::resourceVersion), force, cancelled);
      KubeObject after = readAgain(place, reply, cancelled);
      log.end(number.get(), Outcome.DONE, Optional.of(after));
      return new One(
          step,
          Done.APPLIED,
          step.live(),
          Optional.of(after),
          reply.warnings(),
          Optional.empty(),
          number);
    } catch (ClusterException e) {
      log.failed(number, e);
      return one(step, Done.FAILED, Optional.of(e), number);
    } catch (IOException e) {
      return one(step, Done.FAILED, Optional.of(log.problem(e)), number);
    }
  }

  /** What really is there; a webhook may have changed it once more. */
  private KubeObject readAgain(WriteGate.Place place, Reply reply, BooleanSupplier cancelled) {
    try {
      return session.find(Request.get(place.path()), cancelled).orElse(reply.object());
    } catch (ClusterException e) {
      // the write is done and its answer tells what was stored
      return reply.object();
    }
  }

  /**
   * Puts back what these writes changed, the last first. What the apply created stays, but for
   * {@code deleteCreated}.
   *
   * @return what failed, in full sentences
   */
  public List<String> rollBack(
      ApplyResult result, boolean deleteCreated, BooleanSupplier cancelled) {
    List<String> problems = new ArrayList<>();
    for (One one : result.in(Done.APPLIED).reversed()) {
      try {
        undo(one, deleteCreated, cancelled);
      } catch (ClusterException e) {
        problems.add(one.step().shown() + ": " + e.getMessage());
      } catch (IOException e) {
        problems.add(one.step().shown() + ": " + log.problem(e).getMessage());
      }
    }
    return problems;
  }

  private void undo(One one, boolean deleteCreated, BooleanSupplier cancelled)
      throws ClusterException, IOException {
    KubeObject after = one.after().orElseThrow();
    if (one.before().isEmpty() && !deleteCreated) {
      throw new ClusterException(
          Kind.EXISTS, "It was created and stays. Delete it with kubectl if it is not wanted.");
    }
    new Undo(session, gate, log)
        .undo(
            "undo of " + one.journal().orElseThrow(),
            one.step().place().orElseThrow(),
            one.before(),
            after,
            cancelled);
  }
}
