package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.text.FileBytes;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.ui.canvas.GraphView;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Theme;
import io.github.ingressdesigner.ui.dialogs.ChoiceSheet;
import io.github.ingressdesigner.ui.dialogs.Sheet;
import io.github.ingressdesigner.ui.explorer.ExplorerView;
import io.github.ingressdesigner.ui.start.NamedText;
import io.github.ingressdesigner.ui.start.Samples;
import io.github.ingressdesigner.ui.start.StartView;
import io.github.ingressdesigner.ui.start.Template;
import io.github.ingressdesigner.ui.tester.TesterView;
import io.github.ingressdesigner.workspace.LatestSnapshotFeed;
import io.github.ingressdesigner.workspace.Workspace;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** Makes everything and ties it together; the only place that does. */
public final class AppWiring {
  private final Stage stage;
  private final Theme theme;
  private final Threads threads;
  private final AppModel model;
  private final MainWindow window;
  private final TesterView tester;
  private final Commands commands = new Commands();
  private final Scene scene;
  private int untitled;

  public AppWiring(Stage stage, Threads threads, Theme theme) {
    this.stage = stage;
    this.theme = theme;
    this.threads = threads;
    Workspace workspace = new Workspace(InstantSource.system());
    LatestSnapshotFeed feed =
        new LatestSnapshotFeed(workspace, Dialects.SPEC, threads.analysis(), threads.ui());
    ShellActions actions = new ShellActions(new Ground());
    model = new AppModel(workspace, feed, theme, actions);
    actions.connect(model);
    addCommands();
    ExplorerView explorer = new ExplorerView(model);
    GraphView graph = new GraphView(model);
    tester = new TesterView(model);
    MainWindow.Rooms rooms =
        new MainWindow.Rooms(
            explorer.node(),
            graph.node(),
            placeholder("yaml"),
            tester.requestRow(),
            tester.answerPane(),
            placeholder("problems"),
            this::startPage);
    window = new MainWindow(rooms, commands, new OpenMenu(commands, List::of, path -> {}));
    tester.setOnWhy(window.drawer()::showWhy);
    tester.compactProperty().bind(window.drawer().problemsShownProperty());
    commands.add(
        "focusUrl",
        () -> {
          window.panes().drawerShownProperty().set(true);
          tester.focusUrl();
        });
    window.toolbar().setControllers(Dialects.all(), feed.dialect(), feed::setDialect);
    new WindowState(model, window, stage::setTitle);
    scene = new Scene(window.root(), 1440, 900);
    theme.install(scene);
    commands.listenTo(scene);
    stage.setScene(scene);
    stage.setMinWidth(900);
    stage.setMinHeight(560);
  }

  /** Made when it is needed for the first time: with files to open it is not. */
  private Node startPage() {
    StartView start =
        new StartView(
            new StartDoors(),
            new StartView.Keys(
                KeyMap.text("openFolder"), KeyMap.text("openFiles"), KeyMap.text("newFile")),
            new LiveSample(theme, threads).node());
    return start.node();
  }

  private static Node placeholder(String text) {
    return new StackPane(new Label(text));
  }

  private void addCommands() {
    Workspace workspace = model.workspace();
    commands.add("openFiles", () -> {});
    commands.add("openFolder", () -> {});
    commands.add("newFile", () -> {});
    commands.add("openSample", this::openSample);
    commands.add("save", () -> {});
    commands.add("saveAs", () -> {});
    commands.add("saveAll", () -> {});
    commands.add("closeFile", () -> {});
    commands.add("clearRecent", () -> {});
    commands.add("undo", () -> workspace.undoLabel().isPresent(), model.actions()::undo);
    commands.add("redo", () -> workspace.redoLabel().isPresent(), model.actions()::redo);
    commands.add("palette", () -> new CommandPalette(window.overlay()).show(commands.all()));
    commands.add("nextPane", () -> window.cyclePane(true));
    commands.add("previousPane", () -> window.cyclePane(false));
    commands.add("toggleExplorer", () -> toggle(window.panes().explorerShownProperty()));
    commands.add("toggleDrawer", () -> toggle(window.panes().drawerShownProperty()));
    commands.add("toggleYaml", () -> toggle(window.panes().yamlShownProperty()));
    commands.add("showWhy", () -> window.drawer().showWhy());
    commands.add("showProblems", () -> window.drawer().showProblems());
    commands.add("themeSystem", () -> theme.choose(Theme.Choice.SYSTEM));
    commands.add("themeLight", () -> theme.choose(Theme.Choice.LIGHT));
    commands.add("themeDark", () -> theme.choose(Theme.Choice.DARK));
    commands.add("settings", () -> {});
    commands.add("help", () -> window.overlay().show(KeyHelp.sheet(commands)));
    commands.add("quit", stage::close);
  }

  private static void toggle(javafx.beans.property.BooleanProperty property) {
    property.set(!property.get());
  }

  public void show() {
    window.ensureStartPage();
    stage.show();
  }

  public void openSample() {
    openTexts(Samples.sample());
    if (tester.urlProperty().get().isBlank()) {
      tester.urlProperty().set(Samples.requests().getFirst().url());
    }
    tester.focusUrl();
  }

  void openTexts(List<NamedText> texts) {
    List<FileId> opened =
        texts.stream()
            .map(
                text -> {
                  FileId file = Paths.untitled(++untitled, text.name());
                  model.workspace().open(file, FileBytes.of(SourceText.of(text.text())));
                  return file;
                })
            .toList();
    model.activeFileProperty().set(opened.stream().findFirst());
  }

  public Scene scene() {
    return scene;
  }

  private final class Ground implements ShellActions.Stage {
    @Override
    public void say(Severity severity, String message) {
      window.strip().say(severity, message);
    }

    @Override
    public void ask(String question, List<ChoiceSheet.Option> options) {
      Sheet sheet = ChoiceSheet.create(question, options, () -> {});
      window.overlay().show(sheet);
    }

    @Override
    public void reveal(FileId file, TextRange range) {
      model.activeFileProperty().set(Optional.of(file));
    }
  }

  private final class StartDoors implements StartView.Doors {
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
      openTexts(List.of(template.text()));
    }

    @Override
    public void openSample() {
      openTexts(List.of(Samples.small()));
    }

    @Override
    public void clearRecent() {
      commands.run("clearRecent");
    }
  }
}
