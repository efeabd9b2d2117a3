package io.github.ingressdesigner.ui.explorer;

import io.github.ingressdesigner.git.GitState;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Icons;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.common.Selection;
import io.github.ingressdesigner.workspace.Change;
import io.github.ingressdesigner.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Files, Ingresses, hosts and paths as a tree that shares the selection with the other views. */
public final class ExplorerView {
  /** With more paths than this, hosts are closed at first. */
  private static final int MANY_PATHS = 200;

  private static final double ROW_HEIGHT = 24;

  private final AppModel model;
  private final VBox box = new VBox();
  private final Label title = new Label(Messages.text("explorer.title"));
  private final TextField filter = new TextField();
  private final TreeView<Row> tree = new TreeView<>();
  private final RowItem root = new RowItem();
  private Optional<Folder> folder = Optional.empty();
  private Consumer<FileId> openFile = file -> {};
  private boolean following;

  public ExplorerView(AppModel model) {
    this.model = model;
    box.getStyleClass().add("explorer");
    box.getChildren().addAll(head(), filter, tree);
    VBox.setVgrow(tree, Priority.ALWAYS);
    filter.setPromptText(Messages.text("explorer.filter"));
    filter.getStyleClass().add("explorer-filter");
    showFilter(false);
    filter.textProperty().addListener((property, was, is) -> refresh());
    filter.addEventFilter(KeyEvent.KEY_PRESSED, this::onFilterKey);
    root.setExpanded(true);
    tree.setRoot(root);
    tree.setShowRoot(false);
    tree.setCellFactory(view -> new RowCell(this::git));
    model
        .gitProperty()
        .addListener(
            (property, was, is) -> {
              if (!was.status().equals(is.status())) {
                tree.refresh();
              }
            });
    tree.setFixedCellSize(ROW_HEIGHT * model.theme().textScaleProperty().get());
    model
        .theme()
        .textScaleProperty()
        .addListener((property, was, is) -> tree.setFixedCellSize(ROW_HEIGHT * is.doubleValue()));
    tree.setAccessibleText(Messages.text("explorer.title"));
    tree.getSelectionModel()
        .selectedItemProperty()
        .addListener((property, was, is) -> onSelected(Optional.ofNullable(is)));
    tree.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    tree.addEventHandler(KeyEvent.KEY_TYPED, this::onTyped);
    tree.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            selected().ifPresent(this::activate);
          }
        });
    model.snapshotProperty().addListener((property, was, is) -> refresh());
    model.selectionProperty().addListener((property, was, is) -> follow(is));
    model
        .workspace()
        .addListener(
            new Workspace.Listener() {
              @Override
              public void edited(Change change, Object origin) {
                refresh();
              }

              @Override
              public void filesChanged() {
                refresh();
              }
            });
    refresh();
  }

  public Node node() {
    return box;
  }

  /** Shows the YAML files of a folder besides those that are open. */
  public void setFolder(Optional<Folder> shown) {
    folder = shown;
    title.setText(
        shown
            .map(f -> f.root().getFileName().toString())
            .orElseGet(() -> Messages.text("explorer.title")));
    refresh();
  }

  /** Gives each line its menu, and says what opens a file of the folder. */
  public void setFileActions(RowMenu.FileActions actions) {
    openFile = actions::open;
    new RowMenu(tree, model, actions);
  }

  private Optional<GitState> git(FileId file) {
    return file.isUntitled()
        ? Optional.empty()
        : model.gitProperty().get().status().flatMap(status -> status.of(Path.of(file.value())));
  }

  private Node head() {
    title.getStyleClass().add("pane-title");
    title.setMinWidth(20);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button search =
        Icons.button(
            Feather.FILTER,
            Messages.text("explorer.filter"),
            () -> {
              showFilter(!filter.isVisible());
              filter.requestFocus();
            });
    HBox head = new HBox(title, space, search);
    head.getStyleClass().add("pane-head");
    return head;
  }

  private void showFilter(boolean shown) {
    filter.setVisible(shown);
    filter.setManaged(shown);
    if (!shown) {
      filter.clear();
    }
  }

  private void refresh() {
    Rows rows =
        new Rows(
            model.snapshot(),
            model.workspace().files(),
            file -> model.workspace().isOpen(file) && model.workspace().isDirty(file),
            folder);
    following = true;
    if (filter.getText().isBlank()) {
      boolean many = model.snapshot().graph().pathCount() > MANY_PATHS;
      root.update(
          new RowItem.Source(
              rows::children,
              row ->
                  row.kind() == Row.Kind.FILE && row.note().isEmpty()
                      || row.kind() == Row.Kind.INGRESS
                      || row.kind() == Row.Kind.HOST && !many),
          rows.files());
    } else {
      RowFilter narrowed = new RowFilter(rows, filter.getText());
      root.update(new RowItem.Source(narrowed::children, row -> true), narrowed.files());
    }
    following = false;
    follow(model.selectionProperty().get());
  }

  private Optional<Row> selected() {
    return Optional.ofNullable(tree.getSelectionModel().getSelectedItem()).map(TreeItem::getValue);
  }

  private void onSelected(Optional<TreeItem<Row>> item) {
    Optional<Row> row = item.map(TreeItem::getValue);
    if (following || row.isEmpty()) {
      return;
    }
    if (row.get().kind() != Row.Kind.CLOSED_FILE) {
      model.activeFileProperty().set(Optional.of(row.get().file()));
    }
    row.get().at().ifPresent(at -> model.select(at, this));
  }

  /** Opens a closed file; shows the lines of everything else in the editor. */
  private void activate(Row row) {
    if (row.kind() == Row.Kind.CLOSED_FILE) {
      openFile.accept(row.file());
    } else {
      row.at()
          .flatMap(model.feed().current()::rangeOf)
          .ifPresent(range -> model.actions().reveal(row.file(), range));
    }
  }

  private void onKey(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      selected().ifPresent(this::activate);
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && filter.isVisible()) {
      showFilter(false);
      event.consume();
    }
  }

  /** Typing into the tree begins to filter. */
  private void onTyped(KeyEvent event) {
    String typed = event.getCharacter();
    boolean plain = !event.isControlDown() && !event.isAltDown() && !event.isMetaDown();
    if (plain && !typed.isEmpty() && typed.charAt(0) > ' ' && typed.charAt(0) != 127) {
      showFilter(true);
      filter.requestFocus();
      filter.appendText(typed);
      event.consume();
    }
  }

  private void onFilterKey(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      showFilter(false);
      tree.requestFocus();
      event.consume();
    } else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
      tree.requestFocus();
      if (tree.getSelectionModel().isEmpty()) {
        tree.getSelectionModel().selectFirst();
      }
      event.consume();
    }
  }

  /** Selects the line of an element that was selected elsewhere, opening the lines above it. */
  private void follow(Selection selection) {
    if (selection.origin() == this && selected().isPresent()) {
      return;
    }
    following = true;
    selection
        .at()
        .flatMap(this::find)
        .filter(item -> item != tree.getSelectionModel().getSelectedItem())
        .ifPresent(
            item -> {
              int index = tree.getRow(item);
              tree.getSelectionModel().select(index);
              scrollTo(index);
            });
    following = false;
  }

  private void scrollTo(int index) {
    double height = tree.getHeight() / tree.getFixedCellSize();
    tree.scrollTo(Math.max(0, index - (int) (height / 2)));
  }

  private Optional<TreeItem<Row>> find(Location at) {
    Optional<RowItem> file = child(root, at.resource().file());
    Optional<RowItem> ingress = file.flatMap(f -> child(f, Location.of(at.resource())));
    if (ingress.isEmpty()) {
      return file.map(f -> f);
    }
    FieldPath path = at.path();
    if (path.startsWith(FieldPath.defaultBackend())) {
      return child(ingress.get(), new Location(at.resource(), FieldPath.defaultBackend()))
          .map(f -> f);
    }
    if (!path.startsWith(FieldPath.of("spec", "rules")) || path.indexAt(0) < 0) {
      return ingress.map(f -> f);
    }
    Optional<RowItem> host =
        child(ingress.get(), new Location(at.resource(), FieldPath.rule(path.indexAt(0))));
    if (host.isEmpty() || path.indexAt(1) < 0) {
      return host.or(() -> ingress).map(f -> f);
    }
    FieldPath exact = FieldPath.path(path.indexAt(0), path.indexAt(1));
    return child(host.get(), new Location(at.resource(), exact)).or(() -> host).map(f -> f);
  }

  private static Optional<RowItem> child(RowItem item, Object key) {
    if (!item.isLeaf()) {
      item.setExpanded(true);
    }
    List<TreeItem<Row>> children = item.getChildren();
    return children.stream()
        .map(child -> (RowItem) child)
        .filter(child -> child.getValue().key().equals(key))
        .findFirst();
  }
}
