package io.github.ingressdesigner.workspace.disk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.workspace.disk.FileWatcher.Kind;
import io.github.ingressdesigner.workspace.disk.FileWatcher.News;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileWatcherTest {
  @TempDir Path folder;
  private final FileStore store = new FileStore();
  private final List<Kind> told = new ArrayList<>();
  private final FileWatcher watcher = new FileWatcher(store, news -> told.add(news.kind()));
  private Path path;
  private FileId file;

  @BeforeEach
  void follow() throws IOException {
    path = folder.resolve("a.yaml");
    Files.writeString(path, "old\n");
    file = FileStore.idOf(path);
    watcher.follow(file, store.load(path).stamp());
  }

  private void lookTwice() {
    watcher.look();
    watcher.look();
  }

  @Test
  void aChangedFileIsToldOnce() throws Exception {
    Files.writeString(path, "changed\n");
    lookTwice();
    lookTwice();
    assertThat(told).containsExactly(Kind.CHANGED);
  }

  @Test
  void aFileStillBeingWrittenIsNotToldYet() throws Exception {
    Files.writeString(path, "ha");
    assertThat(watcher.look()).isTrue();
    Files.writeString(path, "half of");
    assertThat(watcher.look()).isTrue();
    assertThat(told).isEmpty();
    watcher.look();
    assertThat(told).containsExactly(Kind.CHANGED);
  }

  @Test
  void aSecondChangeIsToldAgain() throws Exception {
    Files.writeString(path, "changed\n");
    lookTwice();
    Files.writeString(path, "changed again\n");
    lookTwice();
    assertThat(told).containsExactly(Kind.CHANGED, Kind.CHANGED);
  }

  @Test
  void aFileReplacedWithinABlinkIsNotDeleted() throws Exception {
    Files.delete(path);
    watcher.look();
    Files.writeString(path, "old\n");
    lookTwice();
    assertThat(told).isEmpty();
  }

  @Test
  void aDeletedFileIsToldAndSoIsItsReturn() throws Exception {
    Files.delete(path);
    lookTwice();
    Files.writeString(path, "old\n");
    lookTwice();
    assertThat(told).containsExactly(Kind.DELETED, Kind.RESTORED);
  }

  @Test
  void aDeletedFileMadeAgainWithOtherTextIsChanged() throws Exception {
    Files.delete(path);
    lookTwice();
    Files.writeString(path, "new\n");
    lookTwice();
    assertThat(told).containsExactly(Kind.DELETED, Kind.CHANGED);
  }

  @Test
  void ourOwnSaveIsNoNewsEvenBeforeItIsReported() throws Exception {
    byte[] bytes = "mine\n".getBytes();
    watcher.expect(file, Stamp.sha256(bytes));
    Stamp saved = store.replace(path, bytes);
    lookTwice();
    watcher.follow(file, saved);
    lookTwice();
    assertThat(told).isEmpty();
  }

  @Test
  void aFileNotFollowedAnyMoreIsSilent() throws Exception {
    watcher.unfollow(file);
    Files.writeString(path, "changed\n");
    lookTwice();
    assertThat(told).isEmpty();
  }

  @Test
  void aChangeBehindALinkIsTold() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link.yaml"), path);
    watcher.unfollow(file);
    watcher.follow(FileStore.idOf(link), store.load(link).stamp());
    Files.writeString(path, "changed\n");
    lookTwice();
    assertThat(told).containsExactly(Kind.CHANGED);
  }

  @Test
  void theLoopFindsChangesByItself() throws Exception {
    BlockingQueue<News> heard = new LinkedBlockingQueue<>();
    try (ExecutorService loop = Executors.newSingleThreadExecutor();
        FileWatcher looping = new FileWatcher(store, heard::add)) {
      looping.follow(file, store.load(path).stamp());
      looping.start(loop);
      Files.writeString(path, "changed\n");
      assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo(new News(file, Kind.CHANGED));
      Files.delete(path);
      assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo(new News(file, Kind.DELETED));
    }
  }
}
