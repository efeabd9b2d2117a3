package io.github.ingressdesigner.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.route.RouteTable;
import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.workspace.Change.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LatestSnapshotFeedTest {
  private static final FileId A = new FileId("/w/a.yaml");

  private final Workspace workspace = new Workspace(new TestClock());
  private final Queue<Runnable> waiting = new ArrayDeque<>();

  private LatestSnapshotFeed direct() {
    return new LatestSnapshotFeed(workspace, Dialects.SPEC, Runnable::run, Runnable::run);
  }

  private void insert(int offset, String text) {
    Map<FileId, TextEdits> edits = Map.of(A, TextEdits.of(TextEdit.insert(offset, text)));
    workspace.apply(new Change("edit", Kind.TYPING, edits, Optional.empty()), this);
  }

  private static Dialect failing(String id) {
    return new Dialect() {
      @Override
      public String id() {
        return id;
      }

      @Override
      public String displayName() {
        return id;
      }

      @Override
      public RouteTable compile(Resources resources, Optional<RouteTable> previous) {
        throw new OutOfMemoryError("on purpose");
      }
    };
  }

  @Test
  void everyChangeIsFollowedByItsSnapshot() {
    LatestSnapshotFeed feed = direct();
    List<Long> versions = new ArrayList<>();
    feed.addListener(snapshot -> versions.add(snapshot.version()));
    workspace.open(A, Yamls.bytes(Yamls.three()));
    insert(0, "# x\n");
    workspace.undo();
    assertThat(versions).containsExactly(1L, 2L, 3L);
    assertThat(feed.shown().version()).isEqualTo(workspace.version());
  }

  @Test
  void onlyTheNewestTextIsAnalysed() {
    LatestSnapshotFeed feed =
        new LatestSnapshotFeed(workspace, Dialects.SPEC, waiting::add, Runnable::run);
    List<Long> versions = new ArrayList<>();
    feed.addListener(snapshot -> versions.add(snapshot.version()));
    workspace.open(A, Yamls.bytes(Yamls.three()));
    insert(0, "# x\n");
    insert(0, "# y\n");
    assertThat(waiting).hasSize(1);
    waiting.remove().run();
    assertThat(versions).containsExactly(3L);
  }

  @Test
  void currentComputesWhatTheFeedHasNotYet() {
    LatestSnapshotFeed feed =
        new LatestSnapshotFeed(workspace, Dialects.SPEC, waiting::add, Runnable::run);
    workspace.open(A, Yamls.bytes(Yamls.three()));
    assertThat(feed.current().version()).isEqualTo(workspace.version());
    assertThat(feed.current().resources().all()).hasSize(3);
    assertThat(feed.shown().version()).isLessThan(workspace.version());
  }

  @Test
  void lateSnapshotsAreDropped() {
    Queue<Runnable> deliveries = new ArrayDeque<>();
    LatestSnapshotFeed feed =
        new LatestSnapshotFeed(workspace, Dialects.SPEC, Runnable::run, deliveries::add);
    List<Long> versions = new ArrayList<>();
    feed.addListener(snapshot -> versions.add(snapshot.version()));
    workspace.open(A, Yamls.bytes(Yamls.three()));
    insert(0, "# x\n");
    deliveries.forEach(Runnable::run);
    assertThat(versions).containsExactly(2L);
  }

  @Test
  void anotherDialectGivesANewSnapshot() {
    workspace.open(A, Yamls.bytes(Yamls.three()));
    LatestSnapshotFeed feed = direct();
    long before = feed.shown().version();
    try (Quiet _ = Quiet.of(LatestSnapshotFeed.class)) {
      feed.setDialect(failing("other"));
    }
    assertThat(feed.shown().version()).isGreaterThan(before);
    assertThat(feed.dialect().id()).isEqualTo("other");
  }

  @Test
  void anErrorIsShownAndTheFeedGoesOn() {
    workspace.open(A, Yamls.bytes(Yamls.three()));
    LatestSnapshotFeed feed = direct();
    try (Quiet _ = Quiet.of(LatestSnapshotFeed.class)) {
      feed.setDialect(failing("out-of-memory"));
    }
    assertThat(feed.shown().problems()).extracting(Problem::code).contains("internal-error");
    assertThat(feed.shown().resources().all()).hasSize(3);
    feed.setDialect(Dialects.SPEC);
    assertThat(feed.shown().problems()).extracting(Problem::code).doesNotContain("internal-error");
  }

  @Test
  void largeTextIsShownBeforeItsProblems() {
    LatestSnapshotFeed feed = direct();
    List<Boolean> checked = new ArrayList<>();
    feed.addListener(snapshot -> checked.add(snapshot.checked()));
    workspace.open(A, Yamls.bytes(Yamls.three() + "# " + "x".repeat(100_000)));
    assertThat(checked).containsExactly(false, true);
    assertThat(feed.shown().checked()).isTrue();
  }

  @Test
  void aViewThatFailsDoesNotKeepTheOthersFromTheSnapshot() {
    LatestSnapshotFeed feed = direct();
    List<Long> versions = new ArrayList<>();
    feed.addListener(
        snapshot -> {
          throw new IllegalStateException("on purpose");
        });
    feed.addListener(snapshot -> versions.add(snapshot.version()));
    try (Quiet _ = Quiet.of(LatestSnapshotFeed.class)) {
      workspace.open(A, Yamls.bytes(Yamls.three()));
    }
    assertThat(versions).containsExactly(1L);
  }

  @Test
  void thousandEditsOnRealThreadsEndInTheSnapshotOfTheFinalText() throws Exception {
    try (ExecutorService analysis = Executors.newSingleThreadExecutor();
        ExecutorService ui = Executors.newSingleThreadExecutor()) {
      LatestSnapshotFeed feed =
          onUi(ui, () -> new LatestSnapshotFeed(workspace, Dialects.SPEC, analysis, ui));
      CountDownLatch caughtUp = new CountDownLatch(1);
      List<Long> versions = new ArrayList<>();
      onUi(ui, () -> open(feed, versions, caughtUp));
      Random random = new Random(11);
      for (int i = 0; i < 1_000; i++) {
        onUi(ui, () -> randomStep(feed, random));
      }
      onUi(ui, () -> mend(caughtUp));
      assertThat(caughtUp.await(60, TimeUnit.SECONDS)).isTrue();
      Snapshot shown = onUi(ui, feed::shown);
      Snapshot direct =
          new Analyzer()
              .analyze(workspace.snapshotText(), Dialects.SPEC, () -> false)
              .orElseThrow();
      assertThat(shown.files().getFirst().text()).isSameAs(workspace.text(A));
      assertThat(shown.files().getFirst().documents())
          .isEqualTo(direct.files().getFirst().documents());
      assertThat(shown.resources()).isEqualTo(direct.resources());
      assertThat(shown.routes().hosts()).isEqualTo(direct.routes().hosts());
      assertThat(shown.graph()).isEqualTo(direct.graph());
      assertThat(shown.problems()).isEqualTo(direct.problems());
      assertThat(versions).isSorted().doesNotHaveDuplicates();
    }
  }

  private static <T> T onUi(ExecutorService ui, Callable<T> task) throws Exception {
    return ui.submit(task).get(60, TimeUnit.SECONDS);
  }

  private boolean open(LatestSnapshotFeed feed, List<Long> versions, CountDownLatch caughtUp) {
    feed.addListener(
        snapshot -> {
          versions.add(snapshot.version());
          if (workspace.undoLabel().equals(Optional.of("last"))
              && snapshot.version() == workspace.version()) {
            caughtUp.countDown();
          }
        });
    workspace.open(A, Yamls.bytes(Yamls.three()));
    return true;
  }

  private boolean randomStep(LatestSnapshotFeed feed, Random random) {
    TextEdits edits = Yamls.randomEdits(random, workspace.text(A).string());
    workspace.apply(new Change("edit", Kind.TYPING, Map.of(A, edits), Optional.empty()), this);
    if (random.nextInt(10) == 0) {
      assertThat(feed.current().version()).isEqualTo(workspace.version());
    }
    if (random.nextInt(20) == 0) {
      workspace.undo();
    }
    return true;
  }

  /** The whole text again, whatever became of it: a broken document would keep an older state. */
  private boolean mend(CountDownLatch caughtUp) {
    String now = workspace.text(A).string();
    TextEdits edits = TextEdits.of(new TextEdit(0, now, Yamls.three()));
    workspace.apply(new Change("last", Kind.GESTURE, Map.of(A, edits), Optional.empty()), this);
    return caughtUp.getCount() > 0;
  }
}
