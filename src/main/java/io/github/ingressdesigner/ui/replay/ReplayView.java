package io.github.ingressdesigner.ui.replay;

import io.github.ingressdesigner.suite.replay.ReplayResult;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Messages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** The window's content: the question above, progress, and the answer below. */
public final class ReplayView implements ReplayRun.Listener {
  private final AppModel model;
  private final ReplayDesk desk;
  private final VBox root = new VBox();
  private final Label logName = new Label();
  private final Button choose = new Button(Messages.text("replay.choose"));
  private final TextField host = new TextField();
  private final ComboBox<Against> against = new ComboBox<>();
  private final Button run = new Button(Messages.text("replay.run"));
  private final Button cancel = new Button(Messages.text("replay.cancel"));
  private final Button tester = new Button(Messages.text("replay.tester"));
  private final ProgressBar bar = new ProgressBar();
  private final Label state = new Label();
  private final Label summary = new Label();
  private final Label notes = new Label();
  private final Label empty = new Label(Messages.text("replay.empty"));
  private final ResultPane result;
  private List<Path> logs = List.of();
  private Optional<ReplayRun> running = Optional.empty();

  public ReplayView(AppModel model, ReplayDesk desk) {
    this.model = model;
    this.desk = desk;
    result = new ResultPane(desk::openInTester);
    root.getStyleClass().add("replay");
    root.getChildren().addAll(question(), progress(), answer());
    showRunning(false);
    showAnswer(false);
    setLogs(List.of());
  }

  public Parent root() {
    return root;
  }

  /** Which logs are to be replayed. */
  public void setLogs(List<Path> chosen) {
    logs = List.copyOf(chosen);
    logName.setText(
        logs.isEmpty()
            ? Messages.text("replay.noLog")
            : logs.stream()
                .map(log -> log.getFileName().toString())
                .collect(Collectors.joining(", ")));
    logName.setTooltip(
        logs.isEmpty()
            ? null
            : new Tooltip(logs.stream().map(Path::toString).collect(Collectors.joining("\n"))));
    run.setDisable(logs.isEmpty());
  }

  /** Stops what runs, when nobody looks any more. */
  public void close() {
    running.ifPresent(ReplayRun::cancel);
  }

  private VBox question() {
    choose.setId("replay-choose");
    choose.setOnAction(
        event -> {
          List<Path> chosen = desk.chooseLogs();
          if (!chosen.isEmpty()) {
            setLogs(chosen);
          }
        });
    logName.getStyleClass().add("replay-log");
    HBox.setHgrow(logName, Priority.ALWAYS);
    host.setId("replay-host");
    host.setPromptText(Messages.text("replay.host.prompt"));
    host.setTooltip(new Tooltip(Messages.text("replay.host.tip")));
    host.setAccessibleText(Messages.text("replay.host"));
    host.setPrefColumnCount(18);
    host.setOnAction(event -> start());
    against.setId("replay-against");
    against.setAccessibleText(Messages.text("replay.against"));
    against.setConverter(new Titles());
    against.getItems().setAll(choices());
    against.getSelectionModel().selectFirst();
    run.setId("replay-run");
    run.getStyleClass().add("accent");
    run.setDefaultButton(true);
    run.setOnAction(event -> start());
    cancel.setId("replay-cancel");
    cancel.setOnAction(event -> running.ifPresent(ReplayRun::cancel));
    HBox first = row(label("replay.log"), choose, logName);
    HBox second =
        row(label("replay.against"), against, label("replay.host"), host, space(), cancel, run);
    VBox box = new VBox(first, second);
    box.getStyleClass().add("replay-question");
    return box;
  }

  private List<Against> choices() {
    List<Against> all = new ArrayList<>();
    all.add(new Against.Nothing());
    all.add(new Against.Saved());
    all.add(new Against.Committed());
    desk.controllers().stream().map(Against.Controller::new).forEach(all::add);
    return all;
  }

  private HBox progress() {
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(Messages.text("replay.progress"));
    HBox.setHgrow(bar, Priority.ALWAYS);
    HBox row = row(bar, state);
    row.getStyleClass().add("replay-progress");
    row.managedProperty().bind(row.visibleProperty());
    row.visibleProperty().bind(bar.visibleProperty());
    return row;
  }

  private StackPane answer() {
    summary.getStyleClass().addAll("strong", "replay-summary");
    summary.setId("replay-summary");
    summary.setWrapText(true);
    notes.getStyleClass().add("replay-notes");
    notes.setWrapText(true);
    notes.setMinHeight(Region.USE_PREF_SIZE);
    tester.setId("replay-tester");
    tester.setTooltip(new Tooltip(Messages.text("replay.tester.tip")));
    tester.setOnAction(event -> result.openChosen());
    tester
        .disableProperty()
        .bind(result.changes().getSelectionModel().selectedItemProperty().isNull());
    HBox foot = row(space(), tester);
    foot.getStyleClass().add("replay-foot");
    VBox box = new VBox(summary, notes, result.node(), foot);
    box.getStyleClass().add("replay-answer");
    VBox.setVgrow(result.node(), Priority.ALWAYS);
    empty.getStyleClass().add("replay-empty");
    empty.setId("replay-empty");
    empty.setWrapText(true);
    box.visibleProperty().bind(empty.visibleProperty().not());
    StackPane pane = new StackPane(empty, box);
    VBox.setVgrow(pane, Priority.ALWAYS);
    return pane;
  }

  private static HBox row(javafx.scene.Node... nodes) {
    HBox row = new HBox(nodes);
    row.getStyleClass().add("replay-row");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static Label label(String key) {
    Label label = new Label(Messages.text(key));
    label.getStyleClass().add("replay-label");
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private static Region space() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    return space;
  }

  private void start() {
    if (logs.isEmpty() || running.isPresent()) {
      return;
    }
    ReplayRun next =
        new ReplayRun(
            new ReplayRun.Question(
                logs,
                Optional.of(host.getText().strip()).filter(name -> !name.isEmpty()),
                against.getValue(),
                model.feed().current(),
                desk.controller()),
            desk,
            this);
    running = Optional.of(next);
    progress(0, 0);
    showRunning(true);
    next.start();
  }

  private void showRunning(boolean on) {
    bar.setVisible(on);
    cancel.setVisible(on);
    cancel.setManaged(on);
    run.setDisable(on || logs.isEmpty());
  }

  private void showAnswer(boolean on) {
    empty.setVisible(!on);
  }

  private void tell(String message) {
    empty.setText(message);
    showAnswer(false);
  }

  @Override
  public void progress(double part, long lines) {
    bar.setProgress(part);
    state.setText(Messages.text("replay.lines", number(lines)));
  }

  @Override
  public void failed(String message) {
    running = Optional.empty();
    showRunning(false);
    tell(message);
  }

  @Override
  public void found(ReplayResult found) {
    running = Optional.empty();
    showRunning(false);
    if (found.requests() == 0) {
      boolean unknown = found.logs().stream().allMatch(log -> log.format().isEmpty());
      tell(
          Messages.text(
              found.noHost() > 0
                  ? "replay.nothing.noHost"
                  : unknown ? "replay.nothing.format" : "replay.nothing.requests"));
      if (found.noHost() > 0) {
        host.requestFocus();
      }
      return;
    }
    summary.setText(title(found));
    notes.setText(note(found));
    result.show(found);
    showAnswer(true);
  }

  private static String title(ReplayResult found) {
    String cut = found.cancelled() ? Messages.text("replay.summary.cancelled") + " " : "";
    String requests = number(found.requests());
    if (found.from().isEmpty()) {
      return cut + Messages.text("replay.summary.counted", requests, found.to());
    }
    return cut
        + (found.changed() == 0
            ? Messages.text("replay.summary.same", requests, found.from().get(), found.to())
            : Messages.text(
                "replay.summary.changed",
                number(found.changed()),
                requests,
                found.from().get(),
                found.to()));
  }

  private static String note(ReplayResult found) {
    List<String> lines = new ArrayList<>();
    for (ReplayResult.Log log : found.logs()) {
      String format = log.format().map(f -> f.title()).orElse(Messages.text("replay.format.none"));
      lines.add(Messages.text("replay.note.log", log.name(), format, number(log.lines())));
    }
    if (found.bad() > 0) {
      ReplayResult.BadLine first = found.firstBad().getFirst();
      lines.add(
          Messages.text(
              "replay.note.bad", number(found.bad()), number(first.line()), first.reason()));
    }
    return String.join("\n", lines);
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static final class Titles extends StringConverter<Against> {
    @Override
    public String toString(Against against) {
      return against == null ? "" : against.title();
    }

    @Override
    public Against fromString(String text) {
      throw new UnsupportedOperationException("nothing is typed here");
    }
  }
}
