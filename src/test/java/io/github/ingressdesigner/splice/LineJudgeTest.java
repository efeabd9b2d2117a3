package io.github.ingressdesigner.splice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.model.DocumentId;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.splice.LineJudge.Side;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineJudgeTest {
  private static final String BEFORE = "spec:\n  rules:\n  - host: a\n  # kept\n\n  - host: b\n";
  private static final Location FIRST =
      new Location(ResourceId.whole(Texts.FILE, new DocumentId(0)), FieldPath.rule(0));

  @Test
  void changeInsideTheElementIsAllowed() {
    assertThat(judge(BEFORE.replace("host: a", "host: x"))).isEmpty();
  }

  @Test
  void changeElsewhereIsFound() {
    assertThat(judge(BEFORE.replace("host: b", "host: x"))).isPresent();
  }

  @Test
  void lostCommentIsFound() {
    assertThat(judge(BEFORE.replace("  # kept\n", ""))).isPresent();
  }

  @Test
  void otherIndentIsFound() {
    assertThat(judge(BEFORE.replace("  - host: b", "   - host: b"))).isPresent();
  }

  @Test
  void secondBlankLineIsFound() {
    assertThat(judge(BEFORE.replace("\n\n", "\n\n\n"))).isPresent();
  }

  private static Optional<String> judge(String after) {
    return LineJudge.difference(
        new Side(Texts.file(BEFORE)).touch(FIRST), new Side(Texts.file(after)).touch(FIRST));
  }
}
