package io.github.ingressdesigner.ui.shell;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.suite.NewTest;
import io.github.ingressdesigner.text.FileBytes;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.ui.canvas.GraphView;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Theme;
import io.github.ingressdesigner.ui.dialogs.ChoiceSheet;
import io.github.ingressdesigner.ui.start.NamedText;
import io.github.ingressdesigner.ui.start.Samples;
import io.github.ingressdesigner.ui.tester.TesterView;
import io.github.ingressdesigner.workspace.LatestSnapshotFeed;
import io.github.ingressdesigner.workspace.Workspace;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/**
 * The sample of the start page: real views on a workspace of its own, of which nothing is saved.
 */
final class LiveSample {
  private static final String URL = "https://shop.example.com/cart/7";

  private final VBox box = new VBox();
  private final Workspace workspace = new Workspace(InstantSource.system());

  LiveSample(Theme theme, Threads threads) {
    LatestSnapshotFeed feed =
        new LatestSnapshotFeed(workspace, Dialects.SPEC, threads.analysis(), threads.ui());
    ShellActions actions = new ShellActions(new Quiet());
    AppModel model = new AppModel(workspace, feed, theme, actions);
    actions.connect(model);
    TesterView tester = new TesterView(model);
    box.getStyleClass().add("live-sample");
    Node graph = new GraphView(model).node();
    graph.getStyleClass().add("live-sample-graph");
    VBox answer = new VBox(tester.answerPane());
    answer.getStyleClass().add("live-sample-answer");
    box.getChildren().addAll(tester.requestRow(), graph, answer);
    NamedText text = Samples.small();
    FileId file = Paths.untitled(1, text.name());
    workspace.open(file, FileBytes.of(SourceText.of(text.text())));
    model.activeFileProperty().set(Optional.of(file));
    tester.urlProperty().set(URL);
    tester.compactProperty().set(true);
  }

  Node node() {
    return box;
  }

  /** The text as it stands, for "Open as a file": edits in the sample's graph are kept. */
  NamedText text() {
    FileId file = workspace.files().getFirst();
    return new NamedText(file.name(), workspace.text(file).string());
  }

  /** The sample has no editor and asks no questions; its text has nothing to ask about. */
  private static final class Quiet implements ShellActions.Stage {
    @Override
    public void createTests(List<NewTest> wanted) {}

    @Override
    public void help(String page) {}

    @Override
    public void say(Severity severity, String message) {}

    @Override
    public void ask(String question, List<ChoiceSheet.Option> options) {}

    @Override
    public void reveal(FileId file, TextRange range) {}
  }
}
