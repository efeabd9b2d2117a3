package io.github.ingressdesigner.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ingressdesigner.model.DocumentId;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.text.FileBytes;
import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.text.TextSamples;
import io.github.ingressdesigner.workspace.Change.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WorkspaceTest {
  private static final FileId A = new FileId("/w/a.yaml");
  private static final FileId B = new FileId("/w/b.yaml");

  private final TestClock clock = new TestClock();
  private final Workspace workspace = new Workspace(clock);

  private static FileBytes bytes(String text) {
    return FileBytes.decode(text.getBytes(UTF_8));
  }

  private void type(FileId file, int offset, String removed, String inserted) {
    apply(Kind.TYPING, Map.of(file, TextEdits.of(new TextEdit(offset, removed, inserted))));
  }

  private void gesture(FileId file, int offset, String removed, String inserted) {
    apply(Kind.GESTURE, Map.of(file, TextEdits.of(new TextEdit(offset, removed, inserted))));
  }

  private void apply(Kind kind, Map<FileId, TextEdits> edits) {
    workspace.apply(new Change("change", kind, edits, Optional.empty()), this);
  }

  private String text(FileId file) {
    return workspace.text(file).string();
  }

  @Test
  void typingWithinASecondIsUndoneAsOne() {
    workspace.open(A, bytes("x"));
    type(A, 1, "", "a");
    clock.pass(999);
    type(A, 2, "", "b");
    workspace.undo();
    assertThat(text(A)).isEqualTo("x");
  }

  @Test
  void typingAfterASecondIsUndoneAlone() {
    workspace.open(A, bytes("x"));
    type(A, 1, "", "a");
    clock.pass(1_000);
    type(A, 2, "", "b");
    workspace.undo();
    assertThat(text(A)).isEqualTo("xa");
  }

  @Test
  void typingElsewhereIsUndoneAlone() {
    workspace.open(A, bytes("xyz"));
    type(A, 3, "", "a");
    type(A, 0, "", "b");
    workspace.undo();
    assertThat(text(A)).isEqualTo("xyza");
  }

  @Test
  void erasingWhatWasTypedJoins() {
    workspace.open(A, bytes("xyz"));
    type(A, 3, "", "ab");
    type(A, 4, "b", "");
    type(A, 2, "za", "");
    workspace.undo();
    assertThat(text(A)).isEqualTo("xyz");
  }

  @Test
  void lineBreaksDoNotJoin() {
    workspace.open(A, bytes("x"));
    type(A, 1, "", "a");
    type(A, 2, "", "\n");
    type(A, 3, "", "b");
    workspace.undo();
    assertThat(text(A)).isEqualTo("xa\n");
    workspace.undo();
    assertThat(text(A)).isEqualTo("xa");
  }

  @Test
  void gesturesNeverJoin() {
    workspace.open(A, bytes("x"));
    gesture(A, 1, "", "a");
    gesture(A, 2, "", "b");
    type(A, 3, "", "c");
    workspace.undo();
    assertThat(text(A)).isEqualTo("xab");
    workspace.undo();
    assertThat(text(A)).isEqualTo("xa");
  }

  @Test
  void typingInAnotherFileIsUndoneAlone() {
    workspace.open(A, bytes("x"));
    workspace.open(B, bytes("x"));
    type(A, 1, "", "a");
    type(B, 1, "", "b");
    workspace.undo();
    assertThat(List.of(text(A), text(B))).isEqualTo(List.of("xa", "x"));
  }

  @Test
  void aChangeOfTwoFilesIsUndoneAsOne() {
    workspace.open(A, bytes("x"));
    workspace.open(B, bytes("y"));
    apply(
        Kind.GESTURE,
        Map.of(A, TextEdits.of(TextEdit.insert(0, "1")), B, TextEdits.of(TextEdit.insert(0, "2"))));
    workspace.undo();
    assertThat(List.of(text(A), text(B))).isEqualTo(List.of("x", "y"));
  }

  @Test
  void editsThatDoNotFitChangeNothing() {
    workspace.open(A, bytes("x"));
    workspace.open(B, bytes("y"));
    Map<FileId, TextEdits> edits =
        Map.of(
            A, TextEdits.of(TextEdit.insert(0, "1")), B, TextEdits.of(new TextEdit(0, "no", "")));
    assertThatThrownBy(() -> apply(Kind.GESTURE, edits))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(text(A)).isEqualTo("x");
    assertThat(workspace.undoLabel()).isEmpty();
  }

  @Test
  void redoGivesTheChangeBack() {
    workspace.open(A, bytes("x"));
    gesture(A, 1, "", "a");
    workspace.undo();
    assertThat(workspace.redoLabel()).contains("change");
    workspace.redo();
    assertThat(text(A)).isEqualTo("xa");
  }

  @Test
  void aNewChangeEndsRedo() {
    workspace.open(A, bytes("x"));
    gesture(A, 1, "", "a");
    workspace.undo();
    gesture(A, 1, "", "b");
    assertThat(workspace.redo()).isEmpty();
  }

  @Test
  void dirtyFollowsTheSavedPlaceInTheHistory() {
    workspace.open(A, bytes("x"));
    gesture(A, 1, "", "a");
    assertThat(workspace.isDirty(A)).isTrue();
    workspace.markSaved(A);
    assertThat(workspace.isDirty(A)).isFalse();
    workspace.undo();
    assertThat(workspace.isDirty(A)).isTrue();
    workspace.redo();
    assertThat(workspace.isDirty(A)).isFalse();
  }

  @Test
  void aSavedPlaceThatRedoLostIsNeverCleanAgain() {
    workspace.open(A, bytes("x"));
    gesture(A, 1, "", "a");
    workspace.markSaved(A);
    workspace.undo();
    gesture(A, 1, "", "b");
    workspace.undo();
    assertThat(workspace.isDirty(A)).isTrue();
  }

  @Test
  void typingAfterSavingDoesNotJoinWhatWasSaved() {
    workspace.open(A, bytes("x"));
    type(A, 1, "", "a");
    workspace.markSaved(A);
    type(A, 2, "", "b");
    assertThat(workspace.isDirty(A)).isTrue();
    workspace.undo();
    assertThat(text(A)).isEqualTo("xa");
    assertThat(workspace.isDirty(A)).isFalse();
  }

  @Test
  void typingWhileSavingStaysUnsaved() {
    workspace.open(A, bytes("x"));
    type(A, 1, "", "a");
    Workspace.SaveMark mark = workspace.beginSave(A);
    type(A, 2, "", "b");
    workspace.markSaved(mark);
    assertThat(mark.bytes().text().string()).isEqualTo("xa");
    assertThat(workspace.isDirty(A)).isTrue();
  }

  @Test
  void changesOfOtherFilesDoNotMakeDirty() {
    workspace.open(A, bytes("x"));
    workspace.open(B, bytes("y"));
    gesture(B, 0, "", "b");
    assertThat(workspace.isDirty(A)).isFalse();
  }

  @Test
  void renamingKeepsHistoryAndFocus() {
    FileId untitled = workspace.openUntitled("x");
    Location focus = new Location(ResourceId.whole(untitled, new DocumentId(1)), FieldPath.rule(0));
    Map<FileId, TextEdits> edits = Map.of(untitled, TextEdits.of(TextEdit.insert(1, "a")));
    workspace.apply(new Change("c", Kind.GESTURE, edits, Optional.of(focus)), this);
    workspace.rename(untitled, A);
    Change undone = workspace.undo().orElseThrow();
    assertThat(text(A)).isEqualTo("x");
    assertThat(undone.focus().orElseThrow().resource().file()).isEqualTo(A);
  }

  @Test
  void closingAFileTakesItsPartOfTheHistory() {
    workspace.open(A, bytes("x"));
    workspace.open(B, bytes("y"));
    gesture(A, 0, "", "1");
    gesture(B, 0, "", "2");
    workspace.close(B);
    workspace.undo();
    assertThat(text(A)).isEqualTo("x");
    assertThat(workspace.undo()).isEmpty();
  }

  @Test
  void readOnlyFilesRefuseEdits() {
    workspace.open(A, bytes("a\0b"));
    assertThat(workspace.readOnly(A)).isPresent();
    assertThatThrownBy(() -> type(A, 0, "", "x")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void untitledFilesHaveNamesOfTheirOwnAndAreCleanAtFirst() {
    FileId first = workspace.openUntitled("a");
    FileId second = workspace.openUntitled("b");
    assertThat(first).isNotEqualTo(second);
    assertThat(workspace.isDirty(first)).isFalse();
  }

  @Test
  void undoGivesBackTheIdOfARemovedDocument() {
    workspace.open(A, bytes("a: 1\n---\nb: 1\n---\nc: 1\n"));
    List<DocumentId> before = workspace.snapshotText().files().getFirst().documents().ids();
    gesture(A, 5, "---\nb: 1\n", "");
    workspace.undo();
    assertThat(workspace.snapshotText().files().getFirst().documents().ids()).isEqualTo(before);
  }

  @Test
  void reloadIsAChangeThatCanBeUndone() throws Exception {
    workspace.open(A, bytes("a\r\nb\r\nc\r\n"));
    Change change = workspace.reload(A, bytes("\uFEFFa\nB\nc\n")).orElseThrow();
    assertThat(change.edits().get(A)).isEqualTo(TextEdits.of(new TextEdit(2, "b\n", "B\n")));
    assertThat(workspace.isDirty(A)).isFalse();
    assertThat(workspace.bytes(A).encode()).isEqualTo("\uFEFFa\nB\nc\n".getBytes(UTF_8));
    workspace.undo();
    assertThat(workspace.isDirty(A)).isTrue();
    assertThat(workspace.bytes(A).encode()).isEqualTo("a\r\nb\r\nc\r\n".getBytes(UTF_8));
  }

  @Test
  void reloadOfTheSameBytesIsNoChange() {
    workspace.open(A, bytes("a\n"));
    assertThat(workspace.reload(A, bytes("a\n"))).isEmpty();
    assertThat(workspace.undoLabel()).isEmpty();
  }

  @Test
  void listenersHearTheChangeAndWhoAsked() {
    List<Object> origins = new ArrayList<>();
    workspace.open(A, bytes("x"));
    workspace.addListener(
        new Workspace.Listener() {
          @Override
          public void edited(Change change, Object origin) {
            origins.add(origin);
          }

          @Override
          public void filesChanged() {
            origins.add("files");
          }
        });
    type(A, 0, "", "a");
    workspace.undo();
    workspace.markSaved(A);
    assertThat(origins).isEqualTo(List.of(this, workspace, "files"));
  }

  @Test
  void undoOfAllGivesTheFirstBytesAndRedoOfAllTheLast() throws Exception {
    Random random = new Random(5);
    for (int round = 0; round < 200; round++) {
      String first = TextSamples.withEndings(random, TextSamples.text(random, 30));
      FileId file = new FileId("/w/" + round);
      workspace.open(file, bytes(first));
      for (int step = 0; step < 30; step++) {
        step(random, file);
      }
      while (workspace.redo().isPresent()) {}
      byte[] last = workspace.bytes(file).encode();
      while (workspace.undo().isPresent()) {}
      assertThat(new String(workspace.bytes(file).encode(), UTF_8)).isEqualTo(first);
      while (workspace.redo().isPresent()) {}
      assertThat(workspace.bytes(file).encode()).isEqualTo(last);
      workspace.close(file);
    }
  }

  private void step(Random random, FileId file) {
    clock.pass(random.nextInt(1_500));
    switch (random.nextInt(8)) {
      case 0 -> workspace.undo();
      case 1 -> workspace.redo();
      case 2 -> {
        FileBytes disk = bytes(TextSamples.withEndings(random, TextSamples.text(random, 30)));
        workspace.reload(file, disk);
        assertThat(workspace.text(file).string()).isEqualTo(disk.text().string());
      }
      default ->
          apply(
              random.nextBoolean() ? Kind.TYPING : Kind.GESTURE,
              Map.of(file, TextSamples.edits(random, text(file))));
    }
  }
}
