package io.github.ingressdesigner.ui.common;

import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.workspace.Snapshot;
import io.github.ingressdesigner.workspace.SnapshotFeed;
import io.github.ingressdesigner.workspace.Workspace;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * What the views of one window follow together: the newest snapshot, the selection, the file in the
 * editor and the traced request. Confined to the JavaFX thread. Views talk to each other only
 * through it.
 */
public final class AppModel {
  private final Workspace workspace;
  private final SnapshotFeed feed;
  private final Theme theme;
  private final Actions actions;
  private final ReadOnlyObjectWrapper<Snapshot> snapshot;
  private final ObjectProperty<Selection> selection = new SimpleObjectProperty<>(Selection.NONE);
  private final ObjectProperty<Optional<FileId>> activeFile =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<Traced>> traced =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<GitView> git = new SimpleObjectProperty<>(GitView.NONE);
  private final ObjectProperty<Tested> tested = new SimpleObjectProperty<>(Tested.NOTHING);
  private final BooleanProperty coverageShown = new SimpleBooleanProperty();

  private final ObjectProperty<Optional<Compared>> compared =
      new SimpleObjectProperty<>(Optional.empty());

  public AppModel(Workspace workspace, SnapshotFeed feed, Theme theme, Actions actions) {
    this.workspace = workspace;
    this.feed = feed;
    this.theme = theme;
    this.actions = actions;
    snapshot = new ReadOnlyObjectWrapper<>(feed.shown());
    feed.addListener(snapshot::set);
  }

  public Workspace workspace() {
    return workspace;
  }

  public SnapshotFeed feed() {
    return feed;
  }

  public Theme theme() {
    return theme;
  }

  public Actions actions() {
    return actions;
  }

  /** The newest snapshot; it may be older than the text by the time of one analysis. */
  public ReadOnlyObjectProperty<Snapshot> snapshotProperty() {
    return snapshot.getReadOnlyProperty();
  }

  public Snapshot snapshot() {
    return snapshot.get();
  }

  public ObjectProperty<Selection> selectionProperty() {
    return selection;
  }

  /** Selects an element in all views; {@code origin} is the view that asks. */
  public void select(Location at, Object origin) {
    selection.set(new Selection(Optional.of(at), origin));
  }

  /** The file shown in the editor. */
  public ObjectProperty<Optional<FileId>> activeFileProperty() {
    return activeFile;
  }

  /** The tester's request and its decision; set by the tester, shown by all. */
  public ObjectProperty<Optional<Traced>> tracedProperty() {
    return traced;
  }

  /** What git says of the open files; set by the window, shown by all. */
  public ObjectProperty<GitView> gitProperty() {
    return git;
  }

  /** What the route tests of the open files say; set by their view, shown by all. */
  public ObjectProperty<Tested> testedProperty() {
    return tested;
  }

  /** Differences of routing that are looked at; while there are some, no request is traced. */
  public ObjectProperty<Optional<Compared>> comparedProperty() {
    return compared;
  }

  /** Whether the graph shows which paths no test reaches. */
  public BooleanProperty coverageShownProperty() {
    return coverageShown;
  }
}
