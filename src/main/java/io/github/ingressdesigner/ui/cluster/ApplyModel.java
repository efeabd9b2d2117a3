package io.github.ingressdesigner.ui.cluster;

import io.github.ingressdesigner.cluster.apply.Applier.Decision;
import io.github.ingressdesigner.cluster.apply.ApplyPreview;
import io.github.ingressdesigner.cluster.apply.ApplyStep;
import io.github.ingressdesigner.cluster.apply.ApplyStep.State;
import io.github.ingressdesigner.cluster.apply.FieldConflict;
import io.github.ingressdesigner.cluster.apply.FieldConflict.Choice;
import io.github.ingressdesigner.cluster.kubeconfig.KubeContext;
import io.github.ingressdesigner.suite.DifferenceReport;
import io.github.ingressdesigner.ui.common.Messages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What an apply waits for: a choice for each conflict, and the name of a protected context. */
public final class ApplyModel {
  private final KubeContext context;
  private final ApplyPreview preview;
  private final Optional<DifferenceReport> routing;
  private final boolean isProtected;
  private final Map<Decision, Choice> choices = new HashMap<>();
  private final StringProperty typed = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper waiting = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper blocked = new ReadOnlyBooleanWrapper(true);

  /**
   * @param routing what requests would be routed otherwise; empty where it is not known
   */
  public ApplyModel(
      KubeContext context,
      ApplyPreview preview,
      Optional<DifferenceReport> routing,
      boolean isProtected) {
    this.context = context;
    this.preview = preview;
    this.routing = routing;
    this.isProtected = isProtected;
    typed.addListener((property, was, is) -> check());
    check();
  }

  KubeContext context() {
    return context;
  }

  ApplyPreview preview() {
    return preview;
  }

  Optional<DifferenceReport> routing() {
    return routing;
  }

  boolean isProtected() {
    return isProtected;
  }

  StringProperty typedProperty() {
    return typed;
  }

  /** What it waits for, one sentence; empty where it can go on. */
  ReadOnlyStringProperty waitingProperty() {
    return waiting.getReadOnlyProperty();
  }

  /** Whether it waits for something. */
  public ReadOnlyBooleanProperty blockedProperty() {
    return blocked.getReadOnlyProperty();
  }

  public Map<Decision, Choice> choices() {
    return Map.copyOf(choices);
  }

  void choose(ApplyStep step, FieldConflict conflict, Choice choice) {
    choices.put(new Decision(step, conflict), choice);
    check();
  }

  /** How many objects would be written. */
  public long writes() {
    return preview.steps().stream().filter(ApplyStep::isWrite).count();
  }

  private void check() {
    waiting.set(waitsFor());
    blocked.set(!waiting.get().isEmpty());
  }

  private String waitsFor() {
    int refused = preview.in(State.REFUSED).size();
    if (refused > 0) {
      return Messages.text("cluster.apply.waitRefused", refused);
    }
    if (writes() == 0) {
      return Messages.text("cluster.apply.waitNothing");
    }
    List<String> open = new ArrayList<>();
    if (isProtected && !typed.get().equals(context.name())) {
      open.add(Messages.text("cluster.apply.waitName"));
    }
    for (ApplyStep step : preview.steps()) {
      for (FieldConflict conflict : step.conflicts()) {
        if (!choices.containsKey(new Decision(step, conflict))) {
          open.add(Messages.text("cluster.apply.waitChoice", conflict.field()));
        }
      }
    }
    return open.isEmpty() ? "" : Messages.text("cluster.apply.wait", String.join(", ", open));
  }
}
