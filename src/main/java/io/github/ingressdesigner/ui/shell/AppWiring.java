package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.ui.canvas.GraphView;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Theme;
import io.github.ingressdesigner.ui.dialogs.ChoiceSheet;
import io.github.ingressdesigner.ui.editor.EditorView;
import io.github.ingressdesigner.ui.explorer.ExplorerView;
import io.github.ingressdesigner.ui.explorer.Folder;
import io.github.ingressdesigner.ui.explorer.RowMenu;
import io.github.ingressdesigner.ui.problems.ProblemsView;
import io.github.ingressdesigner.ui.start.Samples;
import io.github.ingressdesigner.ui.start.StartView;
import io.github.ingressdesigner.ui.start.Template;
import io.github.ingressdesigner.ui.tester.TesterView;
import io.github.ingressdesigner.workspace.LatestSnapshotFeed;
import io.github.ingressdesigner.workspace.Workspace;
import io.github.ingressdesigner.workspace.disk.DiskFiles;
import io.github.ingressdesigner.workspace.disk.FileStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Makes everything and ties it together; the only place that does. */
public final class AppWiring {
  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;
  private static final double LEAST_WIDTH = 960;
  private static final double LEAST_HEIGHT = 600;

  private final Stage stage;
  private final Threads threads;
  private final Theme theme;
  private final AppModel model;
  private final Commands commands = new Commands();
  private final MainWindow window;
  private final TesterView tester;
  private final GraphView graph;
  private final EditorView editor;
  private final ProblemsView problems;
  private final ExplorerView explorer;
  private final DiskFiles disk;
  private final FileOpener opener;
  private final FileSaver saver;
  private final FileCloser closer;
  private final WindowState state;
  private final Scene scene;

  /**
   * @param stage not yet shown
   * @param injected answers for files instead of the desktop's dialogues
   */
  public AppWiring(Stage stage, Threads threads, Theme theme, Optional<FilePicker> injected) {
    this.stage = stage;
    this.threads = threads;
    this.theme = theme;
    Workspace workspace = new Workspace(InstantSource.system());
    LatestSnapshotFeed feed =
        new LatestSnapshotFeed(workspace, Dialects.SPEC, threads.analysis(), threads.ui());
    ShellActions actions = new ShellActions(new Ground());
    model = new AppModel(workspace, feed, theme, actions);
    actions.connect(model);
    explorer = new ExplorerView(model);
    graph = new GraphView(model);
    tester = new TesterView(model);
    editor = new EditorView(model);
    problems = new ProblemsView(model);
    window = new MainWindow(rooms(), () -> commands.run("help"));
    DiskNotices notices =
        new DiskNotices(model, window.notices(), window.overlay(), this::nothingOpened);
    disk = new DiskFiles(workspace, new FileStore(), threads.io(), threads.ui(), notices);
    FilePicker picker = injected.orElseGet(() -> new NativeFilePicker(stage));
    News news = new News();
    opener = new FileOpener(model, disk, threads, news);
    saver = new FileSaver(model, disk, picker, notices, news);
    closer = new FileCloser(model, disk, saver, notices, window.overlay());
    notices.connect(disk, new AfterDeletion());
    explorer.setFileActions(new ExplorerFiles());
    addCommands(picker);
    window.addToolbar(
        new Toolbar(
            commands, new OpenMenu(commands, List::of, path -> opener.open(List.of(path)))));
    window.toolbar().setControllers(Dialects.all(), feed.dialect(), feed::setDialect);
    tester.setOnWhy(window.drawer()::showWhy);
    tester.compactProperty().bind(window.drawer().problemsShownProperty());
    state = new WindowState(model, window, editor.caretTextProperty(), stage::setTitle);
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    scene =
        new Scene(
            window.root(),
            Math.min(WIDTH, screen.getWidth()),
            Math.min(HEIGHT, screen.getHeight()));
    theme.install(scene);
    commands.listenTo(scene, window.overlay()::isShowing);
    DropTarget.install(window.root(), opener::open);
    new CrashReports(window.overlay(), actions::copy).install();
    prepareStage();
  }

  private void prepareStage() {
    stage.setScene(scene);
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    stage.setOnCloseRequest(
        event -> {
          event.consume();
          quit();
        });
    stage
        .focusedProperty()
        .addListener(
            (property, was, focused) -> {
              if (focused) {
                disk.look();
              }
            });
  }

  private MainWindow.Rooms rooms() {
    return new MainWindow.Rooms(
        explorer.node(),
        graph.node(),
        editor.node(),
        tester.requestRow(),
        tester.answerPane(),
        problems.node(),
        this::startPage);
  }

  /** Made when it is needed for the first time: with files to open it is not. */
  private Node startPage() {
    LiveSample sample = new LiveSample(theme, threads);
    StartView start =
        new StartView(
            new StartDoors(sample),
            new StartView.Keys(
                KeyMap.text("openFolder"), KeyMap.text("openFiles"), KeyMap.text("newFile")),
            sample.node());
    return start.node();
  }

  private void addCommands(FilePicker picker) {
    new FileCommands(model, opener, saver, closer, picker).addTo(commands);
    commands.add("openSample", this::openSample);
    commands.add("clearRecent", () -> false, () -> {});
    new WindowCommands(window, theme, new Focus()).addTo(commands, FileCommands.templates(opener));
    commands.add("settings", () -> {});
    commands.add("quit", this::quit);
  }

  public void show() {
    window.ensureStartPage();
    stage.show();
    disk.watch(threads.watch());
  }

  /** Opens files and folders when the program starts; the start page is not made for a moment. */
  public void open(List<Path> paths) {
    window.setFileOpen(true);
    opener.open(paths);
  }

  public void openSample() {
    opener.openTexts(Samples.sample());
    if (tester.urlProperty().get().isBlank()) {
      tester.urlProperty().set(Samples.requests().getFirst().url());
    }
    tester.focusUrl();
  }

  public Scene scene() {
    return scene;
  }

  private void nothingOpened() {
    state.showFiles();
  }

  private void quit() {
    closer.beforeQuit(
        () -> {
          disk.close();
          stage.close();
        });
  }

  private final class Ground implements ShellActions.Stage {
    @Override
    public void say(Severity severity, String message) {
      window.strip().say(severity, message);
    }

    @Override
    public void ask(String question, List<ChoiceSheet.Option> options) {
      window.overlay().show(ChoiceSheet.create(question, options, () -> {}));
    }

    @Override
    public void reveal(FileId file, TextRange range) {
      window.panes().yamlShownProperty().set(true);
      model.activeFileProperty().set(Optional.of(file));
      editor.reveal(range);
    }
  }

  private final class News implements FileOpener.News {
    @Override
    public void folder(Folder folder) {
      explorer.setFolder(Optional.of(folder));
      nothingOpened();
    }

    @Override
    public void recent(Path path) {}

    @Override
    public void failed(String message) {
      model.actions().say(Severity.ERROR, message);
      nothingOpened();
    }
  }

  private final class AfterDeletion implements DiskNotices.FileActions {
    @Override
    public void writeAgain(FileId file) {
      saver.writeAgain(file);
    }

    @Override
    public void close(FileId file) {
      closer.close(file);
    }
  }

  private final class ExplorerFiles implements RowMenu.FileActions {
    @Override
    public void open(FileId file) {
      opener.openListed(file);
    }

    @Override
    public void save(FileId file) {
      saver.save(file, () -> {});
    }

    @Override
    public void close(FileId file) {
      closer.close(file);
    }
  }

  private final class Focus implements WindowCommands.Places {
    @Override
    public void url() {
      tester.focusUrl();
    }

    @Override
    public void explorer() {
      MainWindow.focus(explorer.node());
    }

    @Override
    public void graph() {
      graph.requestFocus();
    }

    @Override
    public void yaml() {
      editor.focusEditor();
    }
  }

  private final class StartDoors implements StartView.Doors {
    private final LiveSample sample;

    StartDoors(LiveSample sample) {
      this.sample = sample;
    }

    @Override
    public void openFolder() {
      commands.run("openFolder");
    }

    @Override
    public void openFiles() {
      commands.run("openFiles");
    }

    @Override
    public void newFromTemplate() {
      commands.run("newFile");
    }

    @Override
    public void openTemplate(Template template) {
      opener.openTexts(List.of(template.text()));
    }

    @Override
    public void openSample() {
      opener.openTexts(List.of(sample.text()));
    }

    @Override
    public void clearRecent() {
      commands.run("clearRecent");
    }
  }
}
