package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.suite.NewTest;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.ui.canvas.GraphView;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Fx;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.common.Theme;
import io.github.ingressdesigner.ui.dialogs.ChoiceSheet;
import io.github.ingressdesigner.ui.explorer.Folder;
import io.github.ingressdesigner.ui.start.Samples;
import io.github.ingressdesigner.workspace.Change;
import io.github.ingressdesigner.workspace.LatestSnapshotFeed;
import io.github.ingressdesigner.workspace.Workspace;
import io.github.ingressdesigner.workspace.disk.DiskFiles;
import io.github.ingressdesigner.workspace.disk.FileStore;
import io.github.ingressdesigner.workspace.recovery.Journal;
import io.github.ingressdesigner.workspace.settings.SettingsStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes everything and ties it together; the only place that does. */
public final class AppWiring {
  private static final Logger LOG = LoggerFactory.getLogger(AppWiring.class);
  private static final double LEAST_WIDTH = 960;
  private static final double LEAST_HEIGHT = 600;

  private final Stage stage;
  private final Threads threads;
  private final Theme theme;
  private final AppModel model;
  private final Commands commands = new Commands();
  private final SettingsDesk settings;
  private final LayoutMemory memory;
  private final MainWindow window;
  private final Views views;
  private final ControllerDesk controller;
  private final GitDesk git;
  private final ClusterDesk cluster;
  private final DiskFiles disk;
  private final GuideRoom guide;
  private final TestDesk tests;
  private final HistoryDesk history;
  private final CompareRoom compare;
  private final Optional<Journal> journal;
  private final RecoveryDesk recovery;
  private final FileOpener opener;
  private final FileSaver saver;
  private final FileCloser closer;
  private final WindowState state;
  private final Scene scene;

  /**
   * @param stage not yet shown
   * @param around threads and folders
   */
  public AppWiring(Stage stage, Surroundings around) {
    this.stage = stage;
    threads = around.threads();
    SettingsStore store =
        new SettingsStore(
            around.folders(), threads.io(), threads.later(), m -> Fx.later(() -> warn(m)));
    theme = new Theme(SettingsDesk.themeOf(store.get()));
    settings = new SettingsDesk(store, around.folders(), theme);
    memory = new LayoutMemory(store);
    Workspace workspace = new Workspace(InstantSource.system());
    LatestSnapshotFeed feed =
        new LatestSnapshotFeed(workspace, settings.dialect(), threads.analysis(), threads.ui());
    ShellActions actions = new ShellActions(new Ground());
    model = new AppModel(workspace, feed, theme, actions);
    actions.connect(model);
    views =
        new Views(
            model,
            threads,
            () -> commands.run("toggleInspector"),
            this::allControllers,
            this::chooseController);
    window =
        new MainWindow(
            views.rooms(this::startPage), () -> commands.run("help"), () -> commands.run("commit"));
    git = new GitDesk(model, threads, window);
    controller = new ControllerDesk(model, window, threads, settings::dialect);
    cluster = new ClusterDesk(threads, window, around.folders());
    DiskNotices notices =
        new DiskNotices(model, window.notices(), window.overlay(), this::nothingOpened);
    disk = new DiskFiles(workspace, new FileStore(), threads.io(), threads.ui(), notices);
    FilePicker picker = around.picker().orElseGet(() -> new NativeFilePicker(stage));
    tests = new TestDesk(model, disk, views.suites, threads);
    history = new HistoryDesk(model, views.tester, threads, around.folders());
    compare =
        new CompareRoom(model, window, views.tester, threads, picker, this::allControllers, disk);
    journal = openJournal(around.folders().state());
    recovery = new RecoveryDesk(model, disk, journal, threads, around.folders().state(), window);
    News news = new News();
    opener = new FileOpener(model, disk, threads, news);
    saver = new FileSaver(model, disk, picker, notices, news);
    closer = new FileCloser(model, disk, saver, notices, window.overlay());
    OpenFileActions fileActions = new OpenFileActions(opener, saver, closer);
    notices.connect(disk, fileActions);
    views.explorer.setFileActions(fileActions);
    guide = new GuideRoom(model, window, threads);
    addCommands(picker);
    window.addToolbar(
        new Toolbar(
            commands,
            new OpenMenu(commands, settings::recentPaths, path -> opener.open(List.of(path)))));
    window
        .toolbar()
        .controller()
        .offer(Dialects.all(), controller::choose, controller::keepController);
    controller.connect(window.toolbar().controller());
    window.toolbar().showCluster(cluster.box().node());
    views.follow(window);
    memory.follow(window.panes());
    state = new WindowState(model, window, views.editor.caretTextProperty(), stage::setTitle);
    scene = new Scene(window.root());
    theme.install(scene);
    commands.listenTo(scene, window.overlay()::isShowing);
    DropTarget.install(window.root(), opener::open);
    new CrashReports(window.overlay(), actions::copy).install();
    prepareStage();
  }

  private Optional<Journal> openJournal(Path state) {
    try {
      return Optional.of(
          new Journal(
              state,
              model.workspace(),
              disk::base,
              InstantSource.system(),
              threads.io(),
              threads.later(),
              message -> threads.ui().execute(() -> warn(message))));
    } catch (IOException e) {
      LOG.error("No journal of unsaved work can be kept", e);
      threads.ui().execute(() -> warn(Messages.text("shell.journal.failed", e.getMessage())));
      return Optional.empty();
    }
  }

  private void warn(String message) {
    window.notices().show("trouble " + message, Severity.WARNING, message, List.of());
  }

  private void prepareStage() {
    stage.setScene(scene);
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    memory.place(stage);
    followSession();
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
                controller.reload();
                git.reload();
                tests.look();
                compare.reload();
              }
            });
  }

  private List<Dialect> allControllers() {
    return controller.all();
  }

  private void chooseController(Dialect dialect) {
    controller.choose(Optional.of(dialect));
  }

  /** Made when it is needed for the first time: with files to open it is not. */
  private Node startPage() {
    StartPage page = new StartPage(commands, opener, new LiveSample(theme, threads));
    page.showRecent(settings.recent());
    settings.onRecent(page::showRecent);
    return page.node();
  }

  private void followSession() {
    model
        .workspace()
        .addListener(
            new Workspace.Listener() {
              @Override
              public void edited(Change change, Object origin) {}

              @Override
              public void filesChanged() {
                settings.rememberSession(model);
              }
            });
    model.activeFileProperty().addListener((property, was, is) -> settings.rememberSession(model));
  }

  private void addCommands(FilePicker picker) {
    new FileCommands(model, opener, saver, closer, picker).addTo(commands);
    commands.add("openSample", this::openSample);
    commands.add("clearRecent", () -> !settings.recent().isEmpty(), settings::clearRecent);
    new WindowCommands(window, settings::chooseTheme, views)
        .addTo(commands, FileCommands.templates(opener));
    commands.add("chooseController", () -> window.toolbar().controller().open());
    commands.add("controllerSettings", controller::showSettings);
    commands.add("controllerAsFiles", () -> controller.choose(Optional.empty()));
    for (Dialect dialect : Dialects.all()) {
      commands.add(
          new Command(
              "controller " + dialect.id(),
              Messages.text("shell.command.controller", dialect.displayName()),
              () -> true,
              () -> chooseController(dialect)));
    }
    compare.addTo(commands);
    CertificateRoom certificates =
        new CertificateRoom(model, window, threads, picker, saver::lastFolder);
    commands.add("certificate", certificates::hasIngress, certificates::show);
    new ReplayRoom(stage, model, window, views.tester, threads, picker, this::allControllers, disk)
        .addTo(commands);
    guide.addTo(commands);
    addClusterCommands(picker);
    commands.add(
        "commit",
        git::hasTree,
        () -> saver.saveAll(() -> git.commit(() -> commands.run("compareChanges"))));
    commands.add("suggest", views.tester::openSuggestions);
    commands.add("keepTest", views.tester::keepTest);
    tests.addTo(commands);
    new GraphExport(model, picker, saver::lastFolder, threads).addTo(commands, views.graph);
    commands.add("settings", () -> settings.show(stage, model.actions()::copy));
    commands.add("quit", this::quit);
  }

  private void addClusterCommands(FilePicker picker) {
    PullDesk pull =
        new PullDesk(
            cluster, window, picker, settings::lastFolder, folder -> opener.open(List.of(folder)));
    ApplyDesk apply = new ApplyDesk(cluster, model, window);
    commands.add("chooseCluster", cluster.box()::open);
    commands.add("testCluster", cluster::isChosen, cluster::test);
    commands.add("pull", cluster::isChosen, pull::pull);
    commands.add(
        "apply", () -> cluster.isChosen() && !model.workspace().files().isEmpty(), apply::apply);
    commands.add("writes", apply::showWrites);
  }

  public void show() {
    window.ensureStartPage();
    stage.show();
    recovery.look();
    cluster.reload();
    disk.watch(threads.watch());
  }

  /** Opens files and folders when the program starts; the start page is not made for a moment. */
  public void open(List<Path> paths) {
    window.setFileOpen(true);
    opener.open(paths);
  }

  public void openSample() {
    opener.openTexts(Samples.sample());
    if (views.tester.urlProperty().get().isBlank()) {
      views.tester.urlProperty().set(Samples.requests().getFirst().url());
    }
    views.tester.focusUrl();
  }

  /** Opens what the last session had open, where a person wants that. */
  public void openLastSession() {
    List<Path> paths = settings.lastSession();
    if (!paths.isEmpty()) {
      window.setFileOpen(true);
      opener.open(paths, settings.lastActive());
    }
  }

  /**
   * Runs a command where it is enabled, as its key does.
   *
   * @throws IllegalArgumentException if there is no such command
   */
  public void run(String command) {
    commands.run(command);
  }

  /** What the views of this window follow. */
  public AppModel model() {
    return model;
  }

  /** Chooses the cluster; for tests. */
  ClusterDesk cluster() {
    return cluster;
  }

  /** Tells where elements of the graph are drawn. */
  public GraphView graph() {
    return views.graph;
  }

  public Theme theme() {
    return theme;
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
          memory.rememberPlace(stage);
          close();
          stage.close();
        });
  }

  /** Looks for what an earlier run left unsaved, and offers it. */
  public void lookForUnsavedWork() {
    recovery.look();
  }

  /** Ends in an orderly way: a person decided about unsaved work, so nothing of it is kept. */
  public void close() {
    history.close();
    cluster.close();
    settings.close();
    disk.close();
    recovery.close();
    journal.ifPresent(
        j -> {
          try {
            j.close();
          } catch (IOException e) {
            LOG.error("Closing the journal failed", e);
          }
        });
  }

  private final class Ground implements ShellActions.Stage {
    @Override
    public void help(String page) {
      guide.showHelp(page);
    }

    @Override
    public void say(Severity severity, String message) {
      window.strip().say(severity, message);
    }

    @Override
    public void createTests(List<NewTest> wanted) {
      tests.create(wanted);
    }

    @Override
    public void ask(String question, List<ChoiceSheet.Option> options) {
      window.overlay().show(ChoiceSheet.create(question, options, () -> {}));
    }

    @Override
    public void reveal(FileId file, TextRange range) {
      window.panes().yamlShownProperty().set(true);
      model.activeFileProperty().set(Optional.of(file));
      views.editor.reveal(range);
    }
  }

  private final class News implements FileOpener.News {
    @Override
    public void folder(Folder folder) {
      views.explorer.setFolder(Optional.of(folder));
      settings.setFolder(folder.root());
      git.setFolder(folder.root());
      tests.setFolder(folder.root());
      nothingOpened();
    }

    @Override
    public void recent(Path path) {
      settings.opened(path);
    }

    @Override
    public void failed(String message) {
      model.actions().say(Severity.ERROR, message);
      nothingOpened();
    }
  }
}
