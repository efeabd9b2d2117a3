package io.github.ingressdesigner.ui.start;

import io.github.ingressdesigner.ui.common.Icons;
import io.github.ingressdesigner.ui.common.Messages;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The start page. */
public final class StartView {
  /** What the page asks the shell to do. */
  public interface Doors {
    void openFolder();

    void openFiles();

    void newFromTemplate();

    void openTemplate(Template template);

    /** Opens the sample as a file that can be saved. */
    void openSample();

    void clearRecent();
  }

  /** The keys of the ways in, for people. */
  public record Keys(String openFolder, String openFiles, String newFile) {}

  private final Doors doors;
  private final Keys keys;
  private final VBox recent = new VBox();
  private final VBox recentBox = new VBox();
  private final ScrollPane scroll = new ScrollPane();

  /**
   * @param sample the live sample, all of its parts in one node
   */
  public StartView(Doors doors, Keys keys, Node sample) {
    this.doors = doors;
    this.keys = keys;
    VBox right = new VBox(sampleCard(sample), heading("start.templates"), templates());
    right.getStyleClass().add("start-right");
    HBox.setHgrow(right, Priority.ALWAYS);
    HBox page = new HBox(left(), right);
    page.getStyleClass().add("start-page");
    scroll.setContent(page);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("start");
    scroll.setFocusTraversable(false);
    setRecent(List.of());
  }

  public Node node() {
    return scroll;
  }

  /** Lists what was open before; the heading is away where there is nothing. */
  public void setRecent(List<Recent> entries) {
    recent.getChildren().setAll(entries.stream().map(StartView::recentRow).toList());
    recentBox.setVisible(!entries.isEmpty());
    recentBox.setManaged(!entries.isEmpty());
  }

  private VBox left() {
    Label title = new Label(Messages.text("start.title"));
    title.getStyleClass().add("display");
    Label subtitle = new Label(Messages.text("start.subtitle"));
    subtitle.getStyleClass().add("start-subtitle");
    subtitle.setWrapText(true);
    VBox ways =
        new VBox(
            way("start.folder", Feather.FOLDER, keys.openFolder(), doors::openFolder, true),
            way("start.files", Feather.FILE_TEXT, keys.openFiles(), doors::openFiles, false),
            way("start.new", Feather.FILE_PLUS, keys.newFile(), doors::newFromTemplate, false));
    ways.getStyleClass().add("start-ways");
    Hyperlink clear = new Hyperlink(Messages.text("start.recent.clear"));
    clear.setOnAction(event -> doors.clearRecent());
    HBox head = new HBox(heading("start.recent"), space(), clear);
    head.setAlignment(Pos.CENTER_LEFT);
    recent.getStyleClass().add("start-recent");
    recentBox.getChildren().addAll(head, recent);
    recentBox.getStyleClass().add("start-recent-box");
    Label drop = new Label(Messages.text("start.drop"), Icons.of(Feather.UPLOAD, 16));
    drop.getStyleClass().add("start-drop");
    drop.setWrapText(true);
    VBox left = new VBox(new VBox(title, subtitle), ways, recentBox, drop);
    left.getStyleClass().add("start-left");
    return left;
  }

  private static Button way(
      String key, Feather icon, String keys, Runnable action, boolean accent) {
    Label title = new Label(Messages.text(key + ".title"));
    title.getStyleClass().add("strong");
    Label note = new Label(Messages.text(key + ".note"));
    note.getStyleClass().add("label-text");
    Label hint = new Label(keys);
    hint.getStyleClass().add("key-hint");
    HBox row = new HBox(Icons.of(icon, 20), new VBox(title, note), space(), hint);
    row.getStyleClass().add("start-way-row");
    Button button = cardButton(row, action, title.getText());
    button.getStyleClass().add(accent ? "start-way-first" : "start-way");
    return button;
  }

  private static Button cardButton(Node content, Runnable action, String name) {
    Button button = new Button("", content);
    button.getStyleClass().add("start-card");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setAccessibleText(name);
    button.setOnAction(event -> action.run());
    return button;
  }

  private static Button recentRow(Recent entry) {
    Label name = new Label(entry.name());
    name.getStyleClass().add("start-recent-name");
    Label place = new Label(entry.place());
    place.getStyleClass().addAll("mono", "start-recent-place");
    place.setTextOverrun(javafx.scene.control.OverrunStyle.CENTER_ELLIPSIS);
    VBox texts = new VBox(name, place);
    texts.setMinWidth(60);
    Label when = new Label(entry.when());
    when.getStyleClass().add("label-text");
    when.setMinWidth(Region.USE_PREF_SIZE);
    HBox row =
        new HBox(
            Icons.of(entry.folder() ? Feather.FOLDER : Feather.FILE_TEXT, 16),
            texts,
            space(),
            when);
    row.getStyleClass().add("start-recent-row");
    Button button = new Button("", row);
    button.getStyleClass().add("start-recent-button");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setAccessibleText(entry.place());
    button.setOnAction(event -> entry.open().run());
    return button;
  }

  private VBox sampleCard(Node sample) {
    Label title = new Label(Messages.text("start.sample.title"));
    title.getStyleClass().add("strong");
    Label note = new Label(Messages.text("start.sample.note"));
    note.getStyleClass().add("start-sample-note");
    Button open = new Button(Messages.text("start.sample.open"), Icons.of(Feather.EDIT_2, 14));
    open.getStyleClass().add("flat");
    open.setMinWidth(Region.USE_PREF_SIZE);
    open.setOnAction(event -> doors.openSample());
    HBox head = new HBox(title, note, space(), open);
    head.getStyleClass().add("start-sample-head");
    VBox card = new VBox(head, sample);
    card.getStyleClass().add("start-sample");
    return card;
  }

  private GridPane templates() {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("start-templates");
    for (int i = 0; i < 3; i++) {
      ColumnConstraints third = new ColumnConstraints();
      third.setPercentWidth(100.0 / 3);
      grid.getColumnConstraints().add(third);
    }
    Template[] all = Template.values();
    for (int i = 0; i < all.length; i++) {
      grid.add(templateCard(all[i]), i % 3, i / 3);
    }
    return grid;
  }

  private Button templateCard(Template template) {
    Label title = new Label(template.title());
    title.getStyleClass().add("strong");
    Label note = new Label(template.note());
    note.getStyleClass().add("label-text");
    VBox content = new VBox(new TemplatePicture(template), title, note);
    content.getStyleClass().add("start-template-content");
    Button button = cardButton(content, () -> doors.openTemplate(template), template.title());
    button.getStyleClass().add("start-template");
    return button;
  }

  private static Label heading(String key) {
    Label heading = new Label(Messages.text(key));
    heading.getStyleClass().add("start-heading");
    return heading;
  }

  private static Region space() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    return space;
  }
}
