package io.github.ingressdesigner.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.model.DocumentId;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.yaml.DocumentScanner;
import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DocumentTrackerTest {
  private static final String[] LINES = {
    "a: 1",
    "  b: 2",
    "---",
    "--- # c",
    "---x",
    "...",
    "",
    "  ",
    "# c",
    "  # c",
    "%YAML 1.1",
    "a\u0085---",
    "\u2028",
    "- |",
    "    ---",
  };

  private final DocumentTracker tracker = new DocumentTracker();

  private Documents edited(String text, TextEdit edit) {
    SourceText before = SourceText.of(text);
    TextEdits edits = TextEdits.of(edit);
    return tracker.update(tracker.cut(before), before, edits, before.apply(edits));
  }

  private static DocumentId id(int value) {
    return new DocumentId(value);
  }

  static String randomText(Random random) {
    StringBuilder text = new StringBuilder();
    int lines = random.nextInt(12);
    for (int i = 0; i < lines; i++) {
      text.append(LINES[random.nextInt(LINES.length)]).append(i < lines - 1 ? "\n" : "");
    }
    return text.toString();
  }

  static TextEdit randomEdit(Random random, String text) {
    int start = random.nextInt(text.length() + 1);
    int end = Math.min(text.length(), start + (random.nextBoolean() ? 0 : random.nextInt(8)));
    String[] inserts = {"", "x", "\n", "-", "\n---\n", "#", ".", " ", randomText(random)};
    return new TextEdit(start, text.substring(start, end), inserts[random.nextInt(inserts.length)]);
  }

  @Test
  void cutAfterEditsEqualsTheCutOfTheFinalText() {
    Random random = new Random(1);
    for (int round = 0; round < 400; round++) {
      SourceText text = SourceText.of(randomText(random));
      Documents documents = tracker.cut(text);
      for (int step = 0; step < 50; step++) {
        TextEdits edits = TextEdits.of(randomEdit(random, text.string()));
        SourceText after = text.apply(edits);
        documents = tracker.update(documents, text, edits, after);
        assertThat(documents.ranges())
            .as("%s%n%s%n%s", text.string(), edits, after.string())
            .isEqualTo(DocumentScanner.scan(after.string()));
        assertThat(new HashSet<>(documents.ids())).hasSameSizeAs(documents.ids());
        text = after;
      }
    }
  }

  @Test
  void severalEditsAtOnceKeepTheLaw() {
    Random random = new Random(2);
    for (int round = 0; round < 3_000; round++) {
      SourceText text = SourceText.of(randomText(random));
      SourceText end = text;
      TextEdits all = TextEdits.NONE;
      for (int i = 0; i < 3; i++) {
        TextEdits edits = TextEdits.of(randomEdit(random, end.string()));
        end = end.apply(edits);
        all = all.then(edits);
      }
      Documents documents = tracker.update(tracker.cut(text), text, all, end);
      assertThat(documents.ranges()).isEqualTo(DocumentScanner.scan(end.string()));
    }
  }

  @Test
  void typingInsideADocumentKeepsAllIds() {
    Documents after = edited("a: 1\n---\nb: 1\n---\nc: 1\n", TextEdit.insert(13, "2"));
    assertThat(after.ids()).containsExactly(id(1), id(2), id(3));
  }

  @Test
  void removingADocumentKeepsTheIdsOfTheOthers() {
    Documents after = edited("a: 1\n---\nb: 1\n---\nc: 1\n", new TextEdit(5, "---\nb: 1\n", ""));
    assertThat(after.ids()).containsExactly(id(1), id(3));
  }

  @Test
  void insertingADocumentKeepsTheIdsOfTheOthers() {
    Documents after = edited("a: 1\n---\nb: 1\n", TextEdit.insert(5, "---\nnew: 1\n"));
    assertThat(after.ids()).containsExactly(id(1), id(3), id(2));
  }

  @Test
  void aSplitDocumentStaysItsLargerPart() {
    Documents after = edited("a: 1\nb: 1\nc: 1\n", TextEdit.insert(5, "---\n"));
    assertThat(after.ids()).containsExactly(id(2), id(1));
  }

  @Test
  void theOnlyDocumentKeepsItsIdWhenItsWholeTextIsReplaced() {
    Documents after = edited("a: 1\n", new TextEdit(0, "a: 1\n", "---\n# x\n"));
    assertThat(after.ids()).containsExactly(id(1));
  }
}
