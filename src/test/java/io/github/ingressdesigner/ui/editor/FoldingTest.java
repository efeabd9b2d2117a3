package io.github.ingressdesigner.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.workspace.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class FoldingTest {
  private Bench bench;
  private FileId file;
  private FileEditor editor;

  private void openSample() {
    bench = new Bench(false);
    file = bench.openSample("ingress.yaml");
    editor = new FileEditor(bench.model, file);
  }

  @Test
  void backendsAreFoldedAtFirst() throws Exception {
    onFxThread(
        () -> {
          openSample();
          assertThat(hidden()).hasSize(24);
          assertThat(editor.folding().fold(16)).contains(new Blocks.Block(16, 20));
          checkStyles();
        });
  }

  @Test
  void openedFoldShowsItsLines() throws Exception {
    onFxThread(
        () -> {
          openSample();
          editor.folding().open(16);
          assertThat(hidden()).doesNotContain(17, 18, 19, 20);
          checkStyles();
        });
  }

  @Test
  void foldInsideAFoldStaysWhenTheOuterOneOpens() throws Exception {
    onFxThread(
        () -> {
          openSample();
          editor.folding().toggle(14);
          assertThat(hidden()).contains(15, 16);
          editor.folding().toggle(14);
          assertThat(hidden()).doesNotContain(15, 16).contains(17);
          checkStyles();
        });
  }

  @Test
  void editInsideOneHiddenLineKeepsTheFold() throws Exception {
    onFxThread(
        () -> {
          openSample();
          int at = text().indexOf("web");
          elsewhere(TextEdits.of(new TextEdit(at, "web", "site")));
          assertThat(editor.folding().isFolded(16)).isTrue();
          assertThat(BlockSummary.of(editor.text(), editor.folding().fold(16).orElseThrow()).text())
              .isEqualTo("site:80");
          checkStyles();
        });
  }

  @Test
  void itemPutInBehindAFoldIsVisibleAndTheFoldStays() throws Exception {
    onFxThread(
        () -> {
          openSample();
          int end = editor.text().lines().endOf(20);
          elsewhere(TextEdits.of(TextEdit.insert(end, "\n          - path: /new")));
          assertThat(editor.folding().isFolded(16)).isTrue();
          assertThat(hidden()).doesNotContain(21);
          assertThat(editor.folding().isFolded(24)).isTrue();
          checkStyles();
        });
  }

  @Test
  void lineBreakTypedAtAFoldOpensIt() throws Exception {
    onFxThread(
        () -> {
          openSample();
          editor.area().insertText(editor.text().lines().endOf(16), "\n");
          assertThat(editor.folding().isFolded(16)).isFalse();
          checkStyles();
        });
  }

  @Test
  void stylesFollowTheFoldsUnderRandomEdits() throws Exception {
    onFxThread(
        () -> {
          openSample();
          Random random = new Random(5);
          String[] pieces = {"a", "\n", "\n  x: y\n", "", "    - path: /p\n", "backend:\n"};
          for (int i = 0; i < 1_000; i++) {
            int from = random.nextInt(text().length() + 1);
            int to = Math.min(text().length(), from + random.nextInt(30) * random.nextInt(2));
            String piece = pieces[random.nextInt(pieces.length)];
            switch (random.nextInt(4)) {
              case 0 -> editor.area().replaceText(from, to, piece);
              case 1 -> {
                List<TextEdit> edits = new ArrayList<>();
                edits.add(new TextEdit(from, text().substring(from, to), piece));
                if (from > 10) {
                  edits.add(new TextEdit(3, text().substring(3, 5), "\n"));
                }
                elsewhere(new TextEdits(edits));
              }
              case 2 -> editor.folding().toggle(random.nextInt(lines()));
              default -> bench.workspace.undo();
            }
            checkStyles();
          }
        });
  }

  @Test
  void caretGoingDownStepsOverAFold() throws Exception {
    onFxThread(
        () -> {
          openSample();
          editor.area().moveTo(16, 3);
          editor.area().moveTo(17, 3);
          assertThat(editor.area().getCurrentParagraph()).isEqualTo(21);
          editor.area().moveTo(20, 3);
          assertThat(editor.area().getCurrentParagraph()).isEqualTo(16);
        });
  }

  private String text() {
    return editor.text().string();
  }

  private int lines() {
    return editor.text().lines().lineCount();
  }

  private List<Integer> hidden() {
    List<Integer> hidden = new ArrayList<>();
    for (int line = 0; line < lines(); line++) {
      if (editor.area().isFolded(line)) {
        hidden.add(line);
      }
    }
    return hidden;
  }

  private void checkStyles() {
    assertThat(editor.area().getText()).isEqualTo(bench.workspace.text(file).string());
    for (int line = 0; line < lines(); line++) {
      assertThat(editor.area().isFolded(line))
          .as("line " + line)
          .isEqualTo(editor.folding().hiding(line).isPresent());
    }
  }

  private void elsewhere(TextEdits edits) {
    bench.workspace.apply(
        new Change("elsewhere", Change.Kind.GESTURE, Map.of(file, edits), Optional.empty()),
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
