package io.github.ingressdesigner.workspace.disk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.text.FileBytes;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.workspace.Change;
import io.github.ingressdesigner.workspace.Workspace;
import io.github.ingressdesigner.workspace.disk.DiskFiles.Collision;
import io.github.ingressdesigner.workspace.disk.ThreeWay.Choice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskFilesTest {
  @TempDir Path folder;
  private final Workspace workspace = new Workspace(InstantSource.system());
  private final List<String> heard = new ArrayList<>();
  private final List<SaveResult> results = new ArrayList<>();
  private final Queue<Runnable> io = new ArrayDeque<>();
  private Optional<Collision> collision = Optional.empty();
  private boolean ioWaits;
  private DiskFiles files;
  private Path path;
  private FileId file;

  private final class Ears implements DiskFiles.Listener {
    @Override
    public void reloaded(FileId which) {
      heard.add("reloaded");
    }

    @Override
    public void conflict(FileId which, Collision what) {
      heard.add("conflict");
      collision = Optional.of(what);
    }

    @Override
    public void deleted(FileId which) {
      heard.add("deleted");
    }

    @Override
    public void restored(FileId which) {
      heard.add("restored");
    }

    @Override
    public void failed(Path which, String message) {
      heard.add(message);
    }
  }

  @BeforeEach
  void open() throws IOException {
    path = folder.resolve("a.yaml");
    Files.writeString(path, "a: 1\r\nb: 2\r\nc: 3\r\n");
    files =
        new DiskFiles(
            workspace,
            new FileStore(),
            task -> {
              if (ioWaits) {
                io.add(task);
              } else {
                task.run();
              }
            },
            Runnable::run,
            new Ears());
    file = FileStore.idOf(path);
    files.open(path, opened -> assertThat(opened).isEqualTo(file));
  }

  private void replace(String from, String to) {
    int at = workspace.text(file).string().indexOf(from);
    workspace.apply(
        new Change(
            "edit",
            Change.Kind.GESTURE,
            Map.of(file, TextEdits.of(new TextEdit(at, from, to))),
            Optional.empty()),
        this);
  }

  private void lookTwice() {
    files.look();
    files.look();
  }

  private String onDisk() throws IOException {
    return Files.readString(path);
  }

  @Test
  void filesOpenInTheOrderGiven() throws IOException {
    Path late = Files.writeString(folder.resolve("z.yaml"), "z: 1\n");
    Path early = Files.writeString(folder.resolve("b.yaml"), "b: 1\n");

    files.open(List.of(late, folder.resolve("no.yaml"), early, path), (from, opened) -> {});

    assertThat(workspace.files())
        .containsExactly(file, FileStore.idOf(late), FileStore.idOf(early));
  }

  @Test
  void savingWritesTheBytesWithTheirEndings() throws Exception {
    replace("b: 2", "b: 20");
    files.save(file, results::add);
    assertThat(results).containsExactly(new SaveResult.Saved(file));
    assertThat(onDisk()).isEqualTo("a: 1\r\nb: 20\r\nc: 3\r\n");
    assertThat(workspace.isDirty(file)).isFalse();
  }

  @Test
  void ourOwnSaveIsNotHeardOf() {
    replace("b: 2", "b: 20");
    files.save(file, results::add);
    lookTwice();
    assertThat(heard).isEmpty();
  }

  @Test
  void savesOfOneFileFollowEachOther() throws Exception {
    ioWaits = true;
    replace("a: 1", "a: 10");
    files.save(file, results::add);
    replace("b: 2", "b: 20");
    files.save(file, results::add);
    assertThat(io).hasSize(1);
    while (!io.isEmpty()) {
      io.remove().run();
    }
    assertThat(results).containsExactly(new SaveResult.Saved(file), new SaveResult.Saved(file));
    assertThat(onDisk()).startsWith("a: 10\r\nb: 20");
    assertThat(workspace.isDirty(file)).isFalse();
  }

  @Test
  void aCleanTextFollowsTheDisk() throws Exception {
    Files.writeString(path, "a: 1\r\nb: 9\r\nc: 3\r\n");
    lookTwice();
    assertThat(heard).containsExactly("reloaded");
    assertThat(workspace.text(file).string()).isEqualTo("a: 1\nb: 9\nc: 3\n");
    assertThat(workspace.isDirty(file)).isFalse();
    workspace.undo();
    assertThat(workspace.isDirty(file)).isTrue();
  }

  @Test
  void reloadedTextCanBeSavedAgain() throws Exception {
    Files.writeString(path, "a: 1\nb: 9\nc: 3\n");
    lookTwice();
    replace("c: 3", "c: 30");
    files.save(file, results::add);
    assertThat(results).containsExactly(new SaveResult.Saved(file));
    assertThat(onDisk()).isEqualTo("a: 1\nb: 9\nc: 30\n");
  }

  @Test
  void anEditedTextIsOfferedAMerge() throws Exception {
    replace("a: 1", "a: 10");
    Files.writeString(path, "a: 1\r\nb: 2\r\nc: 30\r\n");
    lookTwice();
    assertThat(heard).containsExactly("conflict");
    assertThat(workspace.text(file).string()).isEqualTo("a: 10\nb: 2\nc: 3\n");
    ThreeWay threeWay = collision.orElseThrow().threeWay();
    assertThat(threeWay.isClean()).isTrue();
    files.takeMerged(file, collision.get(), threeWay.merged(conflict -> Choice.MINE));
    files.save(file, results::add);
    assertThat(results).containsExactly(new SaveResult.Saved(file));
    assertThat(onDisk()).isEqualTo("a: 10\r\nb: 2\r\nc: 30\r\n");
  }

  @Test
  void aMergeOfAnOlderTextIsAskedForAnew() throws Exception {
    replace("a: 1", "a: 10");
    Files.writeString(path, "a: 1\r\nb: 2\r\nc: 30\r\n");
    lookTwice();
    Collision older = collision.orElseThrow();
    replace("a: 10", "a: 100");
    files.takeMerged(file, older, older.threeWay().merged(conflict -> Choice.MINE));
    assertThat(workspace.text(file).string()).isEqualTo("a: 100\nb: 2\nc: 3\n");
    assertThat(heard).containsExactly("conflict", "conflict");
    assertThat(collision.get().threeWay().merged(conflict -> Choice.MINE).string())
        .isEqualTo("a: 100\nb: 2\nc: 30\n");
  }

  @Test
  void savingOverAChangeNotYetHeardOfIsRefusedWithTheMerge() throws Exception {
    replace("a: 1", "a: 10");
    Files.writeString(path, "theirs: 1\n");
    files.save(file, results::add);
    assertThat(results.getFirst()).isInstanceOf(SaveResult.Changed.class);
    assertThat(onDisk()).isEqualTo("theirs: 1\n");
    assertThat(workspace.isDirty(file)).isTrue();
  }

  @Test
  void keepingMineLetsTheNextSaveReplaceTheirs() throws Exception {
    replace("a: 1", "a: 10");
    Files.writeString(path, "theirs: 1\n");
    lookTwice();
    files.keepMine(file, collision.orElseThrow());
    files.save(file, results::add);
    assertThat(results).containsExactly(new SaveResult.Saved(file));
    assertThat(onDisk()).startsWith("a: 10");
  }

  @Test
  void keepingMineIsUnsavedEvenWhenUndone() throws Exception {
    replace("a: 1", "a: 10");
    Files.writeString(path, "theirs: 1\n");
    lookTwice();
    files.keepMine(file, collision.orElseThrow());
    workspace.undo();
    assertThat(workspace.isDirty(file)).isTrue();
  }

  @Test
  void takingTheirsCanBeUndone() throws Exception {
    replace("a: 1", "a: 10");
    Files.writeString(path, "theirs: 1\n");
    lookTwice();
    files.takeTheirs(file, collision.orElseThrow());
    assertThat(workspace.text(file).string()).isEqualTo("theirs: 1\n");
    assertThat(workspace.isDirty(file)).isFalse();
    workspace.undo();
    assertThat(workspace.text(file).string()).startsWith("a: 10");
  }

  @Test
  void aDeletedFileLeavesTheTextUnsaved() throws Exception {
    Files.delete(path);
    lookTwice();
    assertThat(heard).containsExactly("deleted");
    assertThat(workspace.isDirty(file)).isTrue();
    files.save(file, results::add);
    assertThat(results).containsExactly(new SaveResult.Deleted(file));
    files.saveAs(file, path, false, results::add);
    assertThat(onDisk()).startsWith("a: 1\r\n");
    assertThat(workspace.isDirty(file)).isFalse();
  }

  @Test
  void aFileThatComesBackAsItWasIsSavedAgain() throws Exception {
    String was = onDisk();
    Files.delete(path);
    lookTwice();
    Files.writeString(path, was);
    lookTwice();
    assertThat(heard).containsExactly("deleted", "restored");
    assertThat(workspace.isDirty(file)).isFalse();
  }

  @Test
  void savingAsGivesTheFileItsNewName() throws Exception {
    FileId untitled = workspace.openUntitled("x: 1\n");
    Path target = folder.resolve("new.yaml");
    files.saveAs(untitled, target, false, results::add);
    FileId named = FileStore.idOf(target);
    assertThat(results).containsExactly(new SaveResult.Saved(named));
    assertThat(workspace.files()).containsExactly(file, named);
    assertThat(target).hasContent("x: 1\n");
    Files.writeString(target, "x: 2\n");
    lookTwice();
    assertThat(heard).containsExactly("reloaded");
  }

  @Test
  void savingAsAnExistingFileNeedsConsent() throws Exception {
    Path target = folder.resolve("other.yaml");
    Files.writeString(target, "other\n");
    files.saveAs(file, target, false, results::add);
    assertThat(results.getFirst()).isInstanceOf(SaveResult.Failed.class);
    assertThat(target).hasContent("other\n");
    files.saveAs(file, target, true, results::add);
    assertThat(Files.readString(target)).isEqualTo("a: 1\r\nb: 2\r\nc: 3\r\n");
  }

  @Test
  void savingAsAFileThatIsOpenIsRefused() {
    FileId untitled = workspace.openUntitled("x: 1\n");
    files.saveAs(untitled, path, true, results::add);
    assertThat(results.getFirst()).isInstanceOf(SaveResult.Failed.class);
  }

  @Test
  void openingTheTargetWhileItIsWrittenFailsTheSaveAndNoLaterOne() throws Exception {
    FileId untitled = workspace.openUntitled("x: 1\n");
    Path target = folder.resolve("target.yaml");
    ioWaits = true;
    files.saveAs(untitled, target, true, results::add);
    workspace.open(FileStore.idOf(target), FileBytes.of(SourceText.of("y: 1\n")));
    io.remove().run();
    ioWaits = false;
    String message = target + " was written, but it was opened here meanwhile. Close one of both.";
    assertThat(results).containsExactly(new SaveResult.Failed(untitled, message));
    assertThat(workspace.text(untitled).string()).isEqualTo("x: 1\n");
    Path other = folder.resolve("free.yaml");
    files.saveAs(untitled, other, true, results::add);
    assertThat(results.getLast()).isEqualTo(new SaveResult.Saved(FileStore.idOf(other)));
  }

  @Test
  void typingDuringACompareIsComparedAgain() throws Exception {
    Files.writeString(path, "a: 1\r\nb: 9\r\nc: 3\r\n");
    ioWaits = true;
    files.look();
    io.remove().run();
    files.look();
    io.remove().run();
    replace("a: 1", "a: 10");
    while (!io.isEmpty()) {
      io.remove().run();
    }
    assertThat(heard).containsExactly("conflict");
    assertThat(workspace.text(file).string()).startsWith("a: 10\nb: 2");
  }

  @Test
  void aFileThatCannotBeReadIsTold() {
    files.open(folder.resolve("no.yaml"), opened -> heard.add("opened"));
    assertThat(heard).hasSize(1).first().asString().startsWith("There is no file");
  }
}
