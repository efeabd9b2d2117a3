package io.github.ingressdesigner.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.text.FileBytes;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.workspace.Change;
import io.github.ingressdesigner.workspace.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.util.UndoUtils;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class TextSyncTest {
  private static final FileId FILE = new FileId("/a.yaml");
  private static final String[] PIECES = {
    "a", "key: ", "\n", "\n  - x\n", "\uD83D\uDE00", "", "\t"
  };

  private final Workspace workspace = new Workspace(() -> Instant.EPOCH);
  private final List<String> heard = new ArrayList<>();
  private CodeArea area;
  private TextSync sync;

  private void open(String text) {
    workspace.open(FILE, FileBytes.of(SourceText.of(text)));
    area = new CodeArea();
    area.setUndoManager(UndoUtils.noOpUndoManager());
    sync =
        new TextSync(workspace, FILE, area, (before, edits, after) -> heard.add(edits.toString()));
  }

  @Test
  void areaAndWorkspaceStaySameUnderRandomEditsFromBothSides() throws Exception {
    onFxThread(
        () -> {
          open("spec:\n  rules:\n    - host: a\n");
          Random random = new Random(11);
          for (int i = 0; i < 2_000; i++) {
            switch (random.nextInt(5)) {
              case 0, 1 -> typeAtRandom(random);
              case 2, 3 -> editElsewhere(random);
              default -> {
                if (random.nextBoolean()) {
                  workspace.undo();
                } else {
                  workspace.redo();
                }
              }
            }
            assertThat(area.getText()).isEqualTo(workspace.text(FILE).string());
            assertThat(sync.shown()).isSameAs(workspace.text(FILE));
          }
        });
  }

  @Test
  void undoOfAllGivesTheFirstText() throws Exception {
    onFxThread(
        () -> {
          open("a: b\n");
          Random random = new Random(3);
          for (int i = 0; i < 300; i++) {
            if (random.nextBoolean()) {
              typeAtRandom(random);
            } else {
              editElsewhere(random);
            }
          }
          while (workspace.undo().isPresent()) {
            assertThat(area.getText()).isEqualTo(workspace.text(FILE).string());
          }
          assertThat(area.getText()).isEqualTo("a: b\n");
        });
  }

  @Test
  void caretKeepsItsPlaceWhenTextBeforeItChangesElsewhere() throws Exception {
    onFxThread(
        () -> {
          open("one\ntwo\nthree\n");
          area.selectRange(5, 7);
          edit(TextEdits.of(TextEdit.insert(0, "zero\n"), new TextEdit(8, "three", "3")));
          assertThat(area.getText()).isEqualTo("zero\none\ntwo\n3\n");
          assertThat(area.getSelectedText()).isEqualTo("wo");
        });
  }

  @Test
  void manyEditsAreReplayedAsOne() throws Exception {
    onFxThread(
        () -> {
          open("x\n".repeat(1_000));
          List<TextEdit> edits = new ArrayList<>();
          for (int i = 0; i < 1_000; i++) {
            edits.add(new TextEdit(2 * i, "x", "yy"));
          }
          edit(new TextEdits(edits));
          assertThat(area.getText()).isEqualTo("yy\n".repeat(1_000));
        });
  }

  @Test
  void typingIsHeardOnceAndNotEchoed() throws Exception {
    onFxThread(
        () -> {
          open("a\n");
          area.insertText(1, "b");
          assertThat(heard).hasSize(1);
          assertThat(workspace.undoLabel()).contains("Typing");
        });
  }

  @Test
  void pastedCarriageReturnsBecomeLineFeeds() throws Exception {
    onFxThread(
        () -> {
          open("a");
          area.replaceText(1, 1, "b\r\nc\rd");
          assertThat(workspace.text(FILE).string()).isEqualTo("ab\nc\nd");
        });
  }

  @Test
  void disposedSyncHearsNothing() throws Exception {
    onFxThread(
        () -> {
          open("a");
          sync.dispose();
          edit(TextEdits.of(TextEdit.insert(0, "x")));
          assertThat(area.getText()).isEqualTo("a");
        });
  }

  private void typeAtRandom(Random random) {
    int from = random.nextInt(area.getLength() + 1);
    int to = Math.min(area.getLength(), from + random.nextInt(6));
    area.replaceText(from, to, PIECES[random.nextInt(PIECES.length)]);
  }

  private void editElsewhere(Random random) {
    String text = workspace.text(FILE).string();
    List<TextEdit> edits = new ArrayList<>();
    int at = 0;
    for (int n = random.nextInt(4); n >= 0 && at <= text.length(); n--) {
      int from = at + random.nextInt(text.length() - at + 1);
      int to = Math.min(text.length(), from + random.nextInt(5));
      edits.add(
          new TextEdit(from, text.substring(from, to), PIECES[random.nextInt(PIECES.length)]));
      at = to + 1;
    }
    edit(new TextEdits(edits));
  }

  private void edit(TextEdits edits) {
    workspace.apply(
        new Change("elsewhere", Change.Kind.GESTURE, Map.of(FILE, edits), Optional.empty()),
        "somebody else");
  }

  private static void onFxThread(Runnable test) throws Exception {
    WaitForAsyncUtils.asyncFx(
            () -> {
              test.run();
              return null;
            })
        .get(60, TimeUnit.SECONDS);
  }
}
