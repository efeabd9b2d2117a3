package io.github.ingressdesigner.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.compare.Cause;
import io.github.ingressdesigner.compare.Difference;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.text.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptedTextTest {
  private static final Difference ONE = difference("https://a.x/one", 404);
  private static final Difference TWO = difference("https://a.x/two?q=#1", 403);

  private static Difference difference(String url, int status) {
    return new Difference(
        1,
        Cause.STATUS,
        "a.x",
        List.of("/"),
        List.of("https"),
        "",
        Request.of("GET", url, Map.of()),
        url,
        new Outcome.Status(200, Optional.empty()),
        new Outcome.Status(status, Optional.empty()),
        false);
  }

  private static AcceptedDifferences read(String text) {
    AcceptedDifferences read = AcceptedDifferences.read("f", SourceText.of(text));
    assertThat(read.notices()).as(text).isEmpty();
    return read;
  }

  private static String with(String text, Difference difference, String why) {
    return new AcceptedText(text).with(List.of(difference), why);
  }

  private static String without(String text, Difference difference) {
    return new AcceptedText(text).without(difference);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "# nothing yet\n",
        "accepted:\n",
        "accepted: []\n",
        "accepted: [] # none",
        "accepted:\n- request: GET https://b.x/\n  from: a\n  to: b",
        "# top\n"
            + "accepted:\n"
            + "  - request: GET https://b.x/\n"
            + "    from: a\n"
            + "    to: b # why not\n\n"
            + "# end\n",
        "accepted: [{request: GET https://b.x/, from: a, to: b, why: c}]\n",
      })
  void anEntryIsAddedAndTakenBackInEachFormOfTheFile(String before) {
    String one = with(before, ONE, "as agreed: yes");
    assertThat(read(one).accepts(ONE)).isTrue();
    assertThat(read(one).why(ONE)).isEqualTo("as agreed: yes");
    String both = with(one, TWO, "");
    assertThat(read(both).accepts(ONE)).isTrue();
    assertThat(read(both).accepts(TWO)).isTrue();
    String second = without(both, ONE);
    assertThat(read(second).accepts(ONE)).isFalse();
    assertThat(read(second).accepts(TWO)).isTrue();
    String none = without(second, TWO);
    assertThat(read(none).accepts(TWO)).isFalse();
    assertThat(none.contains("b.x")).isEqualTo(before.contains("b.x"));
  }

  @Test
  void commentsOfOthersStay() {
    String text =
        """
        # top
        accepted:
          # about b
          - request: GET https://b.x/
            from: a
            to: b
        # end
        """;
    String with = with(text, ONE, "");
    assertThat(with)
        .isEqualTo(
            """
            # top
            accepted:
              # about b
              - request: GET https://b.x/
                from: a
                to: b
              - request: GET https://a.x/one
                from: status 200
                to: status 404
            # end
            """);
    assertThat(without(with, ONE)).isEqualTo(text);
  }

  @Test
  void theCommentRightAboveAnEntryGoesWithIt() {
    String text =
        with(with("", TWO, ""), ONE, "")
            .replace("- request: GET https://a.x/one", "# x\n- request: GET https://a.x/one");
    assertThat(without(text, ONE)).isEqualTo(with("", TWO, ""));
  }

  @Test
  void anAcceptedOneIsNotWrittenTwice() {
    String text = with("", ONE, "first");
    assertThat(with(text, ONE, "again")).isEqualTo(text);
  }
}
