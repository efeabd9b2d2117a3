package io.github.ingressdesigner.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.ui.editor.Blocks.Block;
import org.junit.jupiter.api.Test;

class BlocksTest {
  private static final SourceText TEXT =
      SourceText.of(
          """
          spec:
            rules:
            - host: a.b
              http:
                paths:
                - path: /
                  backend:
                    service:
                      name: web
                      port:
                        number: 80

                # next
                - backend:
                    serviceName: old
                    servicePort: http
                  path: /old
          # tail
          ---
          kind: x
          """);

  @Test
  void blockEndsWithItsLastDeeperLine() {
    assertThat(Blocks.at(TEXT, 6)).contains(new Block(6, 10));
  }

  @Test
  void listAtTheColumnOfItsKeyBelongsToTheKey() {
    assertThat(Blocks.at(TEXT, 1)).contains(new Block(1, 16));
  }

  @Test
  void itemHoldsItsLines() {
    assertThat(Blocks.at(TEXT, 5)).contains(new Block(5, 10));
  }

  @Test
  void keyBehindADashHoldsOnlyWhatIsDeeperThanItself() {
    assertThat(Blocks.ofKey(TEXT, 13)).contains(new Block(13, 15));
  }

  @Test
  void documentMarkerEndsABlock() {
    assertThat(Blocks.at(TEXT, 0)).contains(new Block(0, 16));
  }

  @Test
  void leafIsNoHeader() {
    assertThat(Blocks.isHeader(TEXT, 8)).isFalse();
    assertThat(Blocks.at(TEXT, 8)).isEmpty();
  }

  @Test
  void parentOfALeafIsTheNextLineThatHoldsIt() {
    assertThat(Blocks.parent(TEXT, 10)).hasValue(9);
    assertThat(Blocks.parent(TEXT, 13)).hasValue(4);
  }

  @Test
  void tooLongBlockIsNotFolded() {
    SourceText text = SourceText.of("a:\n" + " - b\n".repeat(Blocks.LONGEST + 2));
    assertThat(Blocks.at(text, 0)).isEmpty();
    assertThat(Blocks.isHeader(text, 0)).isTrue();
  }

  @Test
  void backendSaysWhereItLeads() {
    assertThat(BlockSummary.of(TEXT, new Block(6, 10))).isEqualTo(new BlockSummary("web:80", true));
    assertThat(BlockSummary.of(TEXT, new Block(13, 15)))
        .isEqualTo(new BlockSummary("old:http", true));
  }

  @Test
  void otherBlocksSayHowLongTheyAre() {
    assertThat(BlockSummary.of(TEXT, new Block(5, 10)))
        .isEqualTo(new BlockSummary("5 lines", false));
  }
}
