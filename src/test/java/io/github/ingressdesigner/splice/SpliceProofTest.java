package io.github.ingressdesigner.splice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.splice.SpliceProof.Verdict;
import io.github.ingressdesigner.yaml.ReadResult;
import io.github.ingressdesigner.yaml.Sketch;
import io.github.ingressdesigner.yaml.YamlCursor;
import io.github.ingressdesigner.yaml.YamlNode.Style;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Bad edits that a planner might make: none of them may pass. */
class SpliceProofTest {
  private static final String TEXT =
      """
      a: 1 # kept
      b:
      - &x one
      - two
      c: *x
      """;

  private final SpliceProof proof = new SpliceProof();
  private final Draft draft = draft(TEXT);

  @Test
  void plannedEditPasses() {
    draft.replace(at("1"), at("1") + 1, "2");
    plan("a", Sketch.number(2));

    assertThat(proof.prove(draft)).isInstanceOf(Verdict.Proved.class);
  }

  @Test
  void otherValueFails() {
    draft.replace(at("1"), at("1") + 1, "3");
    plan("a", Sketch.number(2));

    assertThat(proof.prove(draft))
        .isEqualTo(new Verdict.Failed("the text would mean something else"));
  }

  @Test
  void numberInPlaceOfTextFails() {
    draft.replace(at("1"), at("1") + 1, "2");
    plan("a", Sketch.text("2"));

    assertThat(proof.prove(draft)).isInstanceOf(Verdict.Failed.class);
  }

  @Test
  void changeElsewhereFails() {
    draft.replace(at("1"), at("1") + 1, "2");
    draft.replace(at("two"), at("two") + 3, "2");
    plan("a", Sketch.number(2));

    assertThat(proof.prove(draft)).isInstanceOf(Verdict.Failed.class);
  }

  @Test
  void lostCommentFails() {
    draft.replace(at("1"), at("b:") - 1, "2");
    plan("a", Sketch.number(2));

    assertThat(proof.prove(draft))
        .isEqualTo(new Verdict.Failed("the comment “# kept” would be lost"));
  }

  @Test
  void releasedCommentMayGo() {
    draft.replace(at("1"), at("b:") - 1, "2");
    draft.release(at("1"), at("b:"));
    plan("a", Sketch.number(2));

    assertThat(proof.prove(draft)).isInstanceOf(Verdict.Proved.class);
  }

  @Test
  void documentBorderFails() {
    draft.replace(at("1"), at("1") + 1, "2\n---\n");
    plan("a", Sketch.number(2));

    assertThat(proof.prove(draft))
        .isEqualTo(new Verdict.Failed("the text would fall into two documents"));
  }

  @Test
  void brokenTextFails() {
    draft.replace(at("1"), at("1") + 1, "[");
    plan("a", Sketch.number(2));

    assertThat(proof.prove(draft))
        .isEqualTo(new Verdict.Failed("the text would no longer be valid YAML"));
  }

  @Test
  void aliasThatLeadsElsewhereFails() {
    draft.replace(at("two"), at("two") + 3, "&x two");
    YamlCursor second = draft.root().get("b").orElseThrow().item(1);
    Sketch captured =
        new Sketch.Text(new Sketch.Props(Optional.of("x"), Optional.empty()), "two", Style.PLAIN);
    draft.planned().replace(second, captured.toNode());

    assertThat(proof.prove(draft))
        .isEqualTo(new Verdict.Failed("the alias *x would no longer lead to the same value"));
  }

  @Test
  void overlappingEditsFail() {
    draft.replace(0, 3, "a:");
    draft.replace(2, 5, "2");
    plan("a", Sketch.number(2));

    assertThat(proof.prove(draft)).isEqualTo(new Verdict.Failed("two changes meet in one place"));
  }

  private void plan(String key, Sketch value) {
    draft.planned().replace(draft.root().get(key).orElseThrow(), value.toNode());
  }

  private static int at(String text) {
    return TEXT.indexOf(text);
  }

  private static Draft draft(String text) {
    var document = Texts.file(text).documents().getFirst();
    return new Draft(Texts.FILE, document, text, ((ReadResult.Parsed) document.read()).tree());
  }
}
