package io.github.ingressdesigner.ui.replay;

import io.github.ingressdesigner.dialect.OwnFiles;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.suite.Manifests;
import io.github.ingressdesigner.suite.replay.Defaults;
import io.github.ingressdesigner.suite.replay.LogFiles;
import io.github.ingressdesigner.suite.replay.Replay;
import io.github.ingressdesigner.suite.replay.ReplayResult;
import io.github.ingressdesigner.suite.replay.Watch;
import io.github.ingressdesigner.text.FileBytes;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.workspace.Snapshot;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One replay, off the JavaFX thread; what it tells comes back on it. */
final class ReplayRun implements Watch {
  private static final Logger LOG = LoggerFactory.getLogger(ReplayRun.class);
  private static final long NANOS_BETWEEN_NEWS = 50_000_000;

  /** Told on the JavaFX thread. */
  interface Listener {
    /**
     * @param part done, 0 to 1
     */
    void progress(double part, long lines);

    void found(ReplayResult result);

    void failed(String message);
  }

  /**
   * What is wanted.
   *
   * @param host for requests without one
   */
  record Question(
      List<Path> logs,
      Optional<String> host,
      Against against,
      Snapshot snapshot,
      Dialect controller) {}

  private final Question question;
  private final ReplayDesk desk;
  private final Listener listener;
  private final long size;
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private long last = System.nanoTime();

  ReplayRun(Question question, ReplayDesk desk, Listener listener) {
    this.question = question;
    this.desk = desk;
    this.listener = listener;
    size = Math.max(1, LogFiles.size(question.logs()));
  }

  void start() {
    Optional<Resources> saved =
        question.against() instanceof Against.Saved ? Optional.of(saved()) : Optional.empty();
    desk.worker().execute(() -> run(saved));
  }

  /** What was found so far is told soon. */
  void cancel() {
    cancelled.set(true);
  }

  private Resources saved() {
    List<Manifests.Source> sources = new ArrayList<>();
    for (Snapshot.FileState state : question.snapshot().files()) {
      Optional<FileBytes> bytes = desk.saved(state.id());
      bytes.ifPresent(b -> sources.add(Manifests.Source.of(state.id().value(), b.text())));
    }
    return Manifests.read(sources).resources();
  }

  private void run(Optional<Resources> saved) {
    try {
      Replay replay = replay(saved);
      for (Path log : question.logs()) {
        LogFiles.read(replay, log, this);
      }
      ReplayResult result = replay.result();
      desk.ui().execute(() -> listener.found(result));
    } catch (NoSuchFileException e) {
      fail(Messages.text("replay.failed.missing", e.getFile()));
    } catch (AccessDeniedException e) {
      fail(Messages.text("replay.failed.denied", e.getFile()));
    } catch (IOException e) {
      fail(Messages.text("replay.failed.read", e.getMessage()));
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("Replaying failed", e);
      fail(Messages.text("replay.failed.internal", e.toString()));
    }
  }

  private void fail(String message) {
    desk.ui().execute(() -> listener.failed(message));
  }

  private Replay replay(Optional<Resources> saved) throws IOException {
    Resources now = question.snapshot().resources();
    Dialect own = question.controller();
    Defaults defaults = Defaults.of(question.host(), Optional.empty(), now);
    return switch (question.against()) {
      case Against.Nothing _ ->
          new Replay(Optional.empty(), side(own.displayName(), own, now), defaults);
      case Against.Saved _ -> versions(saved.orElseThrow(), now, "replay.side.saved", defaults);
      case Against.Committed _ -> {
        List<FileId> files = question.snapshot().files().stream().map(f -> f.id()).toList();
        yield versions(desk.committed(files), now, "replay.side.committed", defaults);
      }
      case Against.Controller(Dialect other) ->
          new Replay(
              Optional.of(side(own.displayName(), own, OwnFiles.of(now, own))),
              side(other.displayName(), other, OwnFiles.of(now, other)),
              defaults);
    };
  }

  private Replay versions(Resources old, Resources now, String name, Defaults defaults) {
    Dialect own = question.controller();
    return new Replay(
        Optional.of(side(Messages.text(name), own, old)),
        side(Messages.text("replay.side.now"), own, now),
        defaults);
  }

  private static Replay.Side side(String name, Dialect dialect, Resources resources) {
    return new Replay.Side(name, dialect.compile(resources, Optional.empty()));
  }

  @Override
  public boolean isCancelled() {
    return cancelled.get();
  }

  @Override
  public void progress(long bytes, long lines) {
    long now = System.nanoTime();
    if (now - last > NANOS_BETWEEN_NEWS) {
      last = now;
      double part = Math.min(1, (double) bytes / size);
      desk.ui().execute(() -> listener.progress(part, lines));
    }
  }
}
