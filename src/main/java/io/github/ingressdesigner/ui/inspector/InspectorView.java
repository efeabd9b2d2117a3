package io.github.ingressdesigner.ui.inspector;

import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Icons;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.workspace.Snapshot;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * The inspector: fields for the selected element, kept in step with the text. While it is hidden it
 * does nothing. All methods belong to the JavaFX thread.
 */
public final class InspectorView {
  private final AppModel model;
  private final Context context;
  private final BooleanProperty shown = new SimpleBooleanProperty();
  private final Label title = new Label();
  private final Label place = new Label();
  private final ScrollPane scroll = new ScrollPane();
  private final BorderPane node = new BorderPane();
  private Optional<Form> form = Optional.empty();
  private Optional<Target> target = Optional.empty();

  /**
   * @param background for what takes longer than a frame
   * @param ui the JavaFX thread, soon
   * @param close hides the inspector
   */
  public InspectorView(AppModel model, Executor background, Executor ui, Runnable close) {
    this.model = model;
    context = new Context(model, background, ui);
    title.getStyleClass().add("pane-title");
    place.getStyleClass().addAll("pane-note", "inspector-place");
    place.setMinWidth(0);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head =
        new HBox(
            title, place, space, Icons.button(Feather.X, Messages.text("inspector.close"), close));
    head.getStyleClass().add("pane-head");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("inspector-scroll");
    node.setTop(head);
    node.setCenter(scroll);
    node.getStyleClass().add("inspector");
    node.setAccessibleText(Messages.text("inspector.title"));
    node.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            close.run();
            event.consume();
          }
        });
    model.selectionProperty().addListener((property, was, is) -> refresh());
    model.snapshotProperty().addListener((property, was, is) -> refresh());
    shown.addListener((property, was, is) -> refresh());
    showNothing();
  }

  public Region node() {
    return node;
  }

  /** Whether the inspector is on the screen; to be bound. */
  public BooleanProperty shownProperty() {
    return shown;
  }

  /** Puts the caret into the field that is edited most. */
  public void focus() {
    form.ifPresent(Form::focus);
  }

  private void refresh() {
    if (!shown.get()) {
      return;
    }
    Snapshot snapshot = model.snapshot();
    Optional<Target> now =
        model.selectionProperty().get().at().flatMap(at -> Target.of(snapshot.resources(), at));
    if (now.isEmpty()) {
      showNothing();
      return;
    }
    boolean same =
        target.map(Target::at).equals(now.map(Target::at))
            && form.filter(f -> f.show(now.get())).isPresent();
    target = now;
    if (!same) {
      build(now.get());
    }
    Form current = form.orElseThrow();
    title.setText(current.title());
    place.setText(current.place());
    current.node().setDisable(readOnly(now.get().at().resource()));
  }

  /** Removed API versions and files that cannot be written are shown, not edited. */
  private boolean readOnly(ResourceId resource) {
    return model.workspace().isOpen(resource.file())
            && model.workspace().readOnly(resource.file()).isPresent()
        || model.snapshot().resources().findIngress(resource).filter(Ingress::isLegacy).isPresent();
  }

  private void build(Target now) {
    Form built =
        switch (now) {
          case Target.PathTarget path -> new PathForm(context, path);
          case Target.RuleTarget rule -> new RuleForm(context, rule);
          case Target.TlsTarget tls -> new TlsForm(context, tls);
          case Target.DefaultTarget backend -> new DefaultForm(context, backend);
          case Target.IngressTarget ingress -> new ObjectForm(context, ingress);
          case Target.OtherTarget other -> new ObjectForm(context, other);
        };
    form = Optional.of(built);
    scroll.setContent(built.node());
    scroll.setVvalue(0);
  }

  private void showNothing() {
    form = Optional.empty();
    target = Optional.empty();
    title.setText(Messages.text("inspector.title"));
    place.setText("");
    Label hint = new Label(Messages.text("inspector.nothing"));
    hint.setWrapText(true);
    hint.getStyleClass().add("label-text");
    VBox box = new VBox(hint);
    box.getStyleClass().add("inspector-form");
    scroll.setContent(box);
  }
}
