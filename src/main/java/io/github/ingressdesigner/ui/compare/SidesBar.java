package io.github.ingressdesigner.ui.compare;

import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Icons;
import io.github.ingressdesigner.ui.common.Messages;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** What is compared with what: another row of controls for each mode. */
final class SidesBar {
  private static final String HEAD = "HEAD";

  private final AppModel model;
  private final CompareViewModel viewModel;
  private final SidePicker from;
  private final SidePicker to;
  private final HBox controllers = new HBox();
  private final HBox changes = new HBox();
  private final Label unreachable = new Label();
  private final StackPane bar = new StackPane();
  private final TextField revision = new TextField();
  private final ToggleGroup bases = new ToggleGroup();
  private final ToggleButton saved = base("compare.base.saved");
  private final ToggleButton head = base("compare.base.head");
  private final ToggleButton other = base("compare.base.revision");

  SidesBar(AppModel model, CompareViewModel viewModel, CompareDesk desk) {
    this.model = model;
    this.viewModel = viewModel;
    from =
        new SidePicker(
            Messages.text("compare.side.first"), desk, viewModel.fromProperty(), viewModel::first);
    to =
        new SidePicker(
            Messages.text("compare.side.second"), desk, viewModel.toProperty(), viewModel::second);
    Button swap = Icons.button(Feather.REPEAT, Messages.text("compare.side.swap"), this::swap);
    controllers.getChildren().addAll(from.node(), swap, to.node());
    buildChanges();
    for (HBox row : List.of(controllers, changes)) {
      row.getStyleClass().add("compare-sides");
    }
    unreachable.getStyleClass().addAll("label-text", "compare-sides-text");
    bar.getChildren().addAll(controllers, changes, unreachable);
    bar.getStyleClass().add("compare-sides-bar");
    for (var property :
        List.of(viewModel.modeProperty(), viewModel.fromProperty(), viewModel.toProperty())) {
      property.addListener((p, was, is) -> refresh());
    }
    model.snapshotProperty().addListener((property, was, is) -> refresh());
    viewModel.baseProperty().addListener((property, was, is) -> showBase());
    showBase();
    refresh();
  }

  private ToggleButton base(String key) {
    ToggleButton button = new ToggleButton(Messages.text(key));
    button.setTooltip(new Tooltip(Messages.text(key + ".tip")));
    button.setToggleGroup(bases);
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  private void buildChanges() {
    Label against = new Label(Messages.text("compare.base.against"));
    against.getStyleClass().add("label-text");
    HBox choice = new HBox(saved, head, other);
    choice.getStyleClass().add("segmented");
    revision.setPromptText(Messages.text("compare.base.prompt"));
    revision.setAccessibleText(Messages.text("compare.base.prompt"));
    revision.getStyleClass().addAll("mono", "compare-revision");
    revision.setOnAction(event -> takeRevision());
    revision
        .focusedProperty()
        .addListener(
            (property, was, is) -> {
              if (!is) {
                takeRevision();
              }
            });
    bases
        .selectedToggleProperty()
        .addListener(
            (property, was, is) -> {
              if (is == null) {
                bases.selectToggle(was);
              } else {
                chosen();
              }
            });
    Button again =
        Icons.button(Feather.REFRESH_CW, Messages.text("compare.base.refresh"), viewModel::refresh);
    changes.getChildren().addAll(against, choice, revision, again);
  }

  private void chosen() {
    boolean isOther = other.isSelected();
    revision.setVisible(isOther);
    revision.setManaged(isOther);
    if (saved.isSelected()) {
      viewModel.baseProperty().set(new Base.Saved());
    } else if (head.isSelected()) {
      viewModel.baseProperty().set(new Base.Revision(HEAD));
    } else {
      takeRevision();
      revision.requestFocus();
    }
  }

  private void takeRevision() {
    String name = revision.getText().strip();
    if (other.isSelected() && !name.isEmpty()) {
      viewModel.baseProperty().set(new Base.Revision(name));
    }
  }

  private void showBase() {
    switch (viewModel.baseProperty().get()) {
      case Base.Saved() -> bases.selectToggle(saved);
      case Base.Revision(String name) -> {
        boolean asked = other.isSelected() && revision.getText().strip().equals(name);
        if (!asked) {
          bases.selectToggle(name.equals(HEAD) ? head : other);
          revision.setText(name.equals(HEAD) ? revision.getText() : name);
        }
      }
    }
    revision.setVisible(other.isSelected());
    revision.setManaged(other.isSelected());
  }

  private void swap() {
    Dialect first = viewModel.first();
    Dialect second = viewModel.second();
    viewModel.fromProperty().set(Optional.of(second));
    viewModel.toProperty().set(Optional.of(first));
  }

  private void refresh() {
    Mode mode = viewModel.modeProperty().get();
    controllers.setVisible(mode == Mode.CONTROLLERS);
    changes.setVisible(mode == Mode.CHANGES);
    unreachable.setVisible(mode == Mode.UNREACHABLE);
    unreachable.setText(
        Messages.text("compare.unreachable.by", Finder.nameOf(model.feed().dialect())));
    from.refresh();
    to.refresh();
  }

  Node node() {
    return bar;
  }
}
