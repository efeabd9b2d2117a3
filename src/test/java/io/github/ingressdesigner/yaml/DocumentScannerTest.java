package io.github.ingressdesigner.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentScannerTest {
  /** Slices are given with a {@code ~} at each cut. */
  private static void cuts(String marked) {
    String text = marked.replace("~", "");
    List<String> slices =
        DocumentScanner.scan(text).stream()
            .map(range -> text.substring(range.start(), range.end()))
            .toList();
    assertThat(slices).isEqualTo(Arrays.asList(marked.split("~", -1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a: 1\n",
        "a: 1\n~---\nb: 2\n",
        "---\na: 1\n~---\nb: 2",
        "a: 1\n~---",
        "---\n~---\n~---\n",
        "--- {a: 1}\n~---\tb\n",
        "a: 1\n~--- # c\nb: 2\n"
      })
  void cutsBeforeEachMarker(String marked) {
    cuts(marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "---x: y\n",
        "a: 1\n----\n",
        " ---\n",
        "a: ---\n",
        "a: |\n  ---\n",
        "-----BEGIN X-----\n",
        "....\n"
      })
  void otherDashesAreNoMarkers(String marked) {
    cuts(marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# first\n---\na: 1\n",
        "\n\n---\na: 1\n",
        "%YAML 1.1\n# c\n---\na: 1\n",
      })
  void whatLeadsToTheFirstMarkerIsNoDocument(String marked) {
    cuts(marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: 1\n~# next\n---\nb: 2\n",
        "a: 1\n\n~# next\n\n# more\n\n---\nb: 2\n",
        "a: 1\n~%TAG ! x\n---\nb: 2\n",
        "---\n~# next\n---\nb: 2\n"
      })
  void commentsAndDirectivesGoWithTheNextDocument(String marked) {
    cuts(marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: |+\n  x\n\n~---\nb: 2\n",
        "a: |\n  x\n  # text\n~---\nb: 2\n",
        "a: |\n  x\n  # text\n\n~# next\n---\nb: 2\n",
        "abc\n%def\n~---\n"
      })
  void whatMayBeContentStaysWithItsDocument(String marked) {
    cuts(marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: 1\n...\n",
        "a: 1\n...\n\n# end\n",
        "a: 1\n...\n~# c\nb: 2\n",
        "a: 1\n...\n~# c\n---\nb: 2\n",
        "a: 1\n...\n...\n",
        "a: 1\n...\n~b: 2\n...\n~c: 3\n~---\nd: 4\n",
        "a: 1\n... # c\n~---\n...\n",
      })
  void documentEndClosesASlice(String marked) {
    cuts(marked);
  }

  @Test
  void otherLineBreaksCountAsInTheParser() {
    cuts("a: 1\u2028~---\u0085b: 2\n");
  }
}
