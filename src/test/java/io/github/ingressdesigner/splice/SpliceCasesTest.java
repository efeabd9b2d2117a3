package io.github.ingressdesigner.splice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ingressdesigner.splice.CorpusGestures.Variant;
import io.github.ingressdesigner.text.FileBytes;
import io.github.ingressdesigner.text.TextEdits;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Cases as files; each also with CRLF, with a byte order mark, and without a final line break. */
class SpliceCasesTest {
  private final IntentPlanner planner = new IntentPlanner();

  static Stream<SpliceCase> cases() {
    return SpliceCase.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void planIsTheExpectedOne(SpliceCase one) {
    Plan plan = planner.plan(one.intent(), Texts.context(one.in()));

    switch (plan) {
      case Plan.Refused refused -> assertThat(refused.reason()).contains(expected(one, "refused"));
      case Plan.NeedsChoice choice ->
          assertThat(choice.question() + " " + choice.options()).contains(expected(one, "choice"));
      case Plan.Ready ready -> {
        assertThat(one.expected("refused")).isEmpty();
        assertThat(one.expected("choice")).isEmpty();
        one.expected("note").ifPresent(note -> assertThat(ready.note().orElse("")).contains(note));
        one.expected("focus")
            .ifPresent(focus -> assertThat(ready.focus().orElseThrow().path()).hasToString(focus));
        assertThat(after(one.in(), ready)).isEqualTo(one.out().orElseThrow());
      }
    }
  }

  private static String expected(SpliceCase one, String key) {
    return one.expected(key).orElse("(nothing of this kind was expected)");
  }

  private static String after(String in, Plan.Ready ready) {
    TextEdits edits = ready.edits().getOrDefault(Texts.FILE, TextEdits.NONE);
    String after = Texts.file(in).text().apply(edits).string();
    assertThat(Texts.file(after).text().apply(edits.inverse()).string()).isEqualTo(in);
    return after;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void lineEndsAndByteOrderMarkAreKept(SpliceCase one) throws Exception {
    assumeTrue(one.out().isPresent(), "nothing is written in this case");
    for (Variant variant : new Variant[] {Variant.CRLF, Variant.BOM}) {
      if (variant == Variant.CRLF && one.in().isEmpty()) {
        continue; // an empty file has no line ends to be kept
      }
      FileBytes file = FileBytes.decode(variant.of(one.in()));

      Plan plan = planner.plan(one.intent(), Texts.context(file.text().string()));

      TextEdits edits = ((Plan.Ready) plan).edits().getOrDefault(Texts.FILE, TextEdits.NONE);
      assertThat(file.apply(edits).encode()).isEqualTo(variant.of(one.out().orElseThrow()));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void missingFinalLineBreakStaysMissing(SpliceCase one) {
    assumeTrue(one.out().isPresent(), "nothing is written in this case");
    assumeTrue(!one.isMarked("final-break-matters"), "a block scalar stands last");
    String in = without(one.in());

    Plan plan = planner.plan(one.intent(), Texts.context(in));

    assertThat(plan).isInstanceOf(Plan.Ready.class);
    assertThat(after(in, (Plan.Ready) plan)).isEqualTo(without(one.out().orElseThrow()));
  }

  private static String without(String text) {
    byte[] bytes = Variant.NO_FINAL_BREAK.of(text);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Test
  void thereAreManyCases() {
    assertThat(SpliceCase.all()).hasSizeGreaterThan(120);
  }
}
