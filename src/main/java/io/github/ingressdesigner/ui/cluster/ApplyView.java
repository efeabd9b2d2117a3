package io.github.ingressdesigner.ui.cluster;

import io.github.ingressdesigner.cluster.KubeObject;
import io.github.ingressdesigner.cluster.apply.ApplyStep;
import io.github.ingressdesigner.cluster.apply.ApplyStep.State;
import io.github.ingressdesigner.cluster.clean.Clean;
import io.github.ingressdesigner.cluster.clean.YamlText;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.ui.common.DiffView;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.workspace.recovery.DiffLines;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Three columns: the objects, what changes in text and routing, and what to know before. */
public final class ApplyView {
  private static final int AROUND = 3;

  private final ApplyModel model;
  private final ListView<ApplyStep> objects = new ListView<>();
  private final DiffView diff = new DiffView(Messages.text("cluster.apply.diff"));
  private final Label diffTitle = new Label();
  private final BeforeApply before;
  private final HBox node = new HBox();

  public ApplyView(ApplyModel model) {
    this.model = model;
    before = new BeforeApply(model);
    objects.getItems().setAll(model.preview().steps());
    objects.setCellFactory(view -> new Cell());
    objects.getStyleClass().add("apply-objects");
    objects.setAccessibleText(Messages.text("cluster.apply.objects"));
    objects.getSelectionModel().selectedItemProperty().addListener((property, was, is) -> show(is));
    diffTitle.getStyleClass().add("apply-head");
    VBox left = new VBox(head("cluster.apply.objects"), objects, new ApplyChecks(model).node());
    left.getStyleClass().add("apply-left");
    VBox.setVgrow(objects, Priority.ALWAYS);
    VBox.setVgrow(diff.node(), Priority.ALWAYS);
    ScrollPane routing = new ScrollPane(new RoutingList(model).node());
    routing.setFitToWidth(true);
    routing.getStyleClass().add("apply-routing-scroll");
    VBox middle = new VBox(diffTitle, diff.node(), head("cluster.apply.routing"), routing);
    middle.getStyleClass().add("apply-middle");
    HBox.setHgrow(middle, Priority.ALWAYS);
    ScrollPane notes = new ScrollPane(before.node());
    notes.setFitToWidth(true);
    notes.getStyleClass().add("apply-notes-scroll");
    VBox.setVgrow(notes, Priority.ALWAYS);
    VBox right = new VBox(head("cluster.apply.before"), notes, before.confirm());
    right.getStyleClass().add("apply-right");
    node.getStyleClass().add("apply");
    node.getChildren().addAll(left, middle, right);
    objects.getSelectionModel().select(first());
  }

  public Node node() {
    return node;
  }

  /** What needs the person comes first, then what is written. */
  private int first() {
    List<ApplyStep> steps = model.preview().steps();
    List<State> states = steps.stream().map(ApplyStep::state).toList();
    for (State state : List.of(State.REFUSED, State.CONFLICT, State.CHANGE, State.CREATE)) {
      if (states.contains(state)) {
        return states.indexOf(state);
      }
    }
    return 0;
  }

  static Label head(String key) {
    Label label = new Label(Messages.text(key));
    label.getStyleClass().add("apply-head");
    return label;
  }

  static Label line(String text, String style) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().add(style);
    return label;
  }

  private void show(ApplyStep step) {
    if (step == null) {
      return;
    }
    diffTitle.setText(
        Messages.text("cluster.apply.text", model.context().name(), step.wanted().source()));
    String empty =
        step.refusal()
            .map(Throwable::getMessage)
            .orElseGet(() -> Messages.text("cluster.apply.sameText"));
    diff.show(
        step.isWrite()
            ? DiffLines.of(
                SourceText.of(step.live().map(ApplyView::text).orElse("")),
                SourceText.of(step.result().map(ApplyView::text).orElse("")),
                AROUND)
            : List.of(),
        empty);
    before.show(step);
  }

  private static String text(KubeObject object) {
    return YamlText.of(Clean.of(object));
  }

  private static final class Cell extends ListCell<ApplyStep> {
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");
    private final Label name = new Label();
    private final Label state = new Label();
    private final HBox row = new HBox(name, state);

    Cell() {
      row.getStyleClass().add("commit-row");
      state.getStyleClass().add("apply-state");
      state.setMinWidth(Region.USE_PREF_SIZE);
      name.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(name, Priority.ALWAYS);
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(ApplyStep step, boolean empty) {
      super.updateItem(step, empty);
      if (empty || step == null) {
        setGraphic(null);
        return;
      }
      String word = Messages.text("cluster.apply." + step.state().name().toLowerCase(Locale.ROOT));
      name.setText(step.shown());
      state.setText(word);
      state.pseudoClassStateChanged(CHANGED, step.isWrite());
      state.pseudoClassStateChanged(
          BAD, step.state() == State.CONFLICT || step.state() == State.REFUSED);
      setAccessibleText(step.shown() + ", " + word);
      setGraphic(row);
    }
  }
}
