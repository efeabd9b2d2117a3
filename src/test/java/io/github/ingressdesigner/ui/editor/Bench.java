package io.github.ingressdesigner.ui.editor;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.splice.Plan;
import io.github.ingressdesigner.suite.NewTest;
import io.github.ingressdesigner.text.FileBytes;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.ui.common.Actions;
import io.github.ingressdesigner.ui.common.AppModel;
import io.github.ingressdesigner.ui.common.Theme;
import io.github.ingressdesigner.ui.common.Traced;
import io.github.ingressdesigner.workspace.LatestSnapshotFeed;
import io.github.ingressdesigner.workspace.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/** A workspace, a feed that answers at once and a model, without a window; for tests of views. */
public final class Bench {
  public final Workspace workspace = new Workspace(() -> Instant.EPOCH);
  public final LatestSnapshotFeed feed;
  public final List<String> said = new ArrayList<>();
  public final List<String> revealed = new ArrayList<>();
  public final AppModel model;

  public Bench(boolean dark) {
    this(dark, Runnable::run);
  }

  /** With the place where snapshots are computed, so that a test can let them come late. */
  public Bench(boolean dark, Executor background) {
    feed = new LatestSnapshotFeed(workspace, Dialects.SPEC, background, Runnable::run);
    model = new AppModel(workspace, feed, new Theme(dark), new RecordingActions());
  }

  public FileId open(String name, String text) {
    FileId file = new FileId("/work/" + name);
    workspace.open(file, FileBytes.of(SourceText.of(text)));
    if (model.activeFileProperty().get().isEmpty()) {
      model.activeFileProperty().set(Optional.of(file));
    }
    return file;
  }

  public FileId openSample(String name) {
    return open(name, resource("/io/github/ingressdesigner/sample/" + name));
  }

  public FileId file(String name) {
    return new FileId("/work/" + name);
  }

  /** Where a word stands first in a file. */
  public TextRange at(FileId file, String word) {
    int start = workspace.text(file).string().indexOf(word);
    return new TextRange(start, start + word.length());
  }

  public void trace(String url) {
    Request request = Request.of("GET", url, Map.of());
    model
        .tracedProperty()
        .set(
            Optional.of(
                new Traced(
                    request,
                    model.snapshot().routes().explain(request),
                    model.snapshot().version())));
  }

  private static String resource(String name) {
    try (InputStream in = Bench.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class RecordingActions implements Actions {
    @Override
    public void perform(Intent intent) {}

    @Override
    public Plan preview(Intent intent) {
      return new Plan.Refused("not in this test", Optional.empty());
    }

    @Override
    public void undo() {
      workspace.undo();
    }

    @Override
    public void redo() {
      workspace.redo();
    }

    @Override
    public void reveal(FileId file, TextRange range) {
      revealed.add(file.name() + " " + range.start() + "-" + range.end());
    }

    @Override
    public void say(Severity severity, String message) {
      said.add(message);
    }

    @Override
    public void createTest(NewTest test) {
      throw new AssertionError("the editor creates no tests");
    }

    @Override
    public void help(String page) {}

    @Override
    public void copy(String text) {
      said.add("copied " + text);
    }
  }
}
