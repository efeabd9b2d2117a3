package io.github.ingressdesigner.ui.common;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Separator;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToolBar;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.controlsfx.control.ToggleSwitch;
import org.kordamp.ikonli.feather.Feather;

/** Every standard control in its states, to look at. */
public final class ControlGallery {
  private ControlGallery() {}

  public static Parent create() {
    VBox box = new VBox(12, bar(), buttons(), toggles(), fields(), checks(), panes());
    box.setPadding(new Insets(12));
    return box;
  }

  private static Node bar() {
    MenuButton open = new MenuButton("Open", Icons.of(Feather.FOLDER, 16), new MenuItem("File"));
    Button save = new Button("Save", Icons.of(Feather.SAVE, 16));
    save.setDisable(true);
    return new ToolBar(
        open,
        save,
        new Separator(Orientation.VERTICAL),
        Icons.button(Feather.ROTATE_CCW, "Undo", () -> {}),
        disabled(Icons.button(Feather.ROTATE_CW, "Redo", () -> {})),
        styled(new Button("Apply"), "accent"),
        disabled(styled(new Button("Apply"), "accent")));
  }

  private static Node buttons() {
    return row(
        new Button("Plain"),
        disabled(new Button("Disabled")),
        styled(new Button("Accent", Icons.of(Feather.CHECK, 16)), "accent"),
        disabled(styled(new Button("Accent"), "accent")),
        styled(new Button("Delete", Icons.of(Feather.TRASH_2, 16)), "danger"),
        styled(new Button("Flat", Icons.of(Feather.PLUS, 16)), "flat"),
        new MenuButton("Menu", null, new MenuItem("One")),
        new Hyperlink("A link"),
        styled(new Label("2"), "badge", "warning"),
        styled(new Label("1"), "badge", "error"),
        styled(new Label("Prefix"), "type-tag"));
  }

  private static Node toggles() {
    SegmentedButton segments =
        new SegmentedButton(
            new ToggleButton("Prefix"),
            new ToggleButton("Exact"),
            new ToggleButton("ImplementationSpecific"));
    segments.getButtons().getFirst().setSelected(true);
    HBox tabs = new HBox(new ToggleButton("Why"), new ToggleButton("Problems", badge()));
    tabs.getStyleClass().add("tabs");
    ((ToggleButton) tabs.getChildren().getFirst()).setSelected(true);
    ToggleSwitch on = new ToggleSwitch("Switch");
    on.setSelected(true);
    return row(segments, tabs, on, new ToggleSwitch("Off"));
  }

  private static Label badge() {
    return styled(new Label("2"), "badge", "warning");
  }

  private static Node fields() {
    ComboBox<String> combo = new ComboBox<>();
    combo.getItems().addAll("Kubernetes spec", "ingress-nginx 1.15");
    combo.getSelectionModel().selectFirst();
    ComboBox<String> editable = new ComboBox<>();
    editable.setEditable(true);
    editable.setValue("8080");
    editable.setPrefWidth(100);
    TextField invalid = styled(new TextField("not good"), "invalid");
    TextField prompt = new TextField();
    prompt.setPromptText("Find action");
    return row(
        styled(new TextField("https://shop.example.com"), "mono"),
        prompt,
        disabled(new TextField("disabled")),
        invalid,
        combo,
        editable,
        disabled(new ComboBox<>()));
  }

  private static Node checks() {
    CheckBox checked = new CheckBox("Checked");
    checked.setSelected(true);
    RadioButton radio = new RadioButton("Radio");
    radio.setSelected(true);
    return row(
        checked,
        new CheckBox("Not"),
        disabled(new CheckBox("Disabled")),
        radio,
        new RadioButton("Other"));
  }

  private static Node panes() {
    TreeItem<String> root = new TreeItem<>("root");
    TreeItem<String> file = new TreeItem<>("ingress.yaml");
    file.setExpanded(true);
    file.getChildren().add(new TreeItem<>("shop"));
    root.getChildren().add(file);
    for (int i = 0; i < 20; i++) {
      root.getChildren().add(new TreeItem<>("file " + i));
    }
    TreeView<String> tree = new TreeView<>(root);
    tree.setShowRoot(false);
    tree.getSelectionModel().select(1);
    ListView<String> list = new ListView<>();
    list.getItems().addAll("one", "two", "three");
    list.getSelectionModel().select(1);
    TableView<String> table = new TableView<>();
    table.getColumns().add(new TableColumn<>("Column"));
    TabPane tabs = new TabPane(new Tab("First", new TextArea("area")), new Tab("Second"));
    SplitPane split = new SplitPane(tree, list, table, tabs);
    split.setPrefHeight(240);
    return split;
  }

  private static HBox row(Node... nodes) {
    HBox row = new HBox(12, nodes);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static <N extends Node> N styled(N node, String... classes) {
    node.getStyleClass().addAll(classes);
    return node;
  }

  private static <N extends Node> N disabled(N node) {
    node.setDisable(true);
    return node;
  }
}
