package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.graph.TraceMarks;
import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.splice.IntentPlanner;
import io.github.ingressdesigner.splice.Plan;
import io.github.ingressdesigner.suite.NewTest;
import io.github.ingressdesigner.text.FileBytes;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.ui.common.Actions;
import io.github.ingressdesigner.workspace.Change;
import io.github.ingressdesigner.workspace.LatestSnapshotFeed;
import io.github.ingressdesigner.workspace.Snapshot;
import io.github.ingressdesigner.workspace.SnapshotFeed;
import io.github.ingressdesigner.workspace.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A workspace with the real reading, planning and routing, all on one thread, and actions that
 * remember what was asked of them.
 */
final class Bench implements Actions {
  /** The clock stands still: what undo takes back together may not depend on how fast a test is. */
  final Workspace workspace = new Workspace(InstantSource.fixed(Instant.EPOCH));

  final SnapshotFeed feed;
  final List<Intent> performed = new ArrayList<>();
  final List<String> said = new ArrayList<>();
  final List<TextRange> revealed = new ArrayList<>();
  String copied = "";
  Consumer<Location> onFocus = at -> {};
  private final IntentPlanner planner = new IntentPlanner();

  Bench() {
    feed = new LatestSnapshotFeed(workspace, Dialects.SPEC, Runnable::run, Runnable::run);
  }

  /** The built-in sample. */
  static Bench sample() {
    Bench bench = new Bench();
    for (String name : List.of("ingress.yaml", "admin.yaml", "services.yaml")) {
      bench.open("/shop/" + name, resource("/io/github/ingressdesigner/sample/" + name));
    }
    return bench;
  }

  static Bench of(String yaml) {
    Bench bench = new Bench();
    bench.open("/shop/ingress.yaml", yaml);
    return bench;
  }

  private static String resource(String name) {
    try (InputStream in = Bench.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  FileId open(String path, String text) {
    FileId file = new FileId(path);
    workspace.open(file, FileBytes.of(SourceText.of(text)));
    return file;
  }

  Snapshot snapshot() {
    return feed.current();
  }

  String text() {
    return workspace.text(workspace.files().getFirst()).string();
  }

  /** Replaces a part of the first file, as typing does. */
  void type(String from, String to) {
    FileId file = workspace.files().getFirst();
    int at = text().indexOf(from);
    var edit = new io.github.ingressdesigner.text.TextEdit(at, from, to);
    var edits = io.github.ingressdesigner.text.TextEdits.of(edit);
    workspace.apply(
        new Change("typing", Change.Kind.TYPING, Map.of(file, edits), Optional.empty()), this);
  }

  TraceMarks trace(String url) {
    Request request = Request.of("GET", url, Map.of());
    return TraceMarks.of(snapshot().routes().explain(request));
  }

  @Override
  public void perform(Intent intent) {
    performed.add(intent);
    switch (preview(intent)) {
      case Plan.Ready ready -> {
        workspace.apply(
            new Change(ready.label(), Change.Kind.GESTURE, ready.edits(), ready.focus()), this);
        ready.focus().ifPresent(onFocus);
      }
      case Plan.NeedsChoice choice -> said.add(choice.question());
      case Plan.Refused refused -> said.add(refused.reason());
    }
  }

  @Override
  public Plan preview(Intent intent) {
    return planner.plan(intent, snapshot().planContext());
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
    revealed.add(range);
  }

  @Override
  public void say(Severity severity, String message) {
    said.add(message);
  }

  @Override
  public void createTest(NewTest test) {
    throw new AssertionError("the graph creates no tests");
  }

  @Override
  public void help(String page) {}

  @Override
  public void copy(String text) {
    copied = text;
  }
}
