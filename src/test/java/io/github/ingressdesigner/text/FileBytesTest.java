package io.github.ingressdesigner.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ingressdesigner.text.LineEndings.Ending;
import java.nio.charset.Charset;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FileBytesTest {
  private static FileBytes decode(String text) {
    return FileBytes.decode(text.getBytes(UTF_8));
  }

  private static String encoded(FileBytes file) throws UnencodableTextException {
    return new String(file.encode(), UTF_8);
  }

  @Test
  void bytesComeBackForAllEndings() throws Exception {
    Random random = new Random(1);
    for (int round = 0; round < 5_000; round++) {
      String text = TextSamples.withEndings(random, TextSamples.text(random, random.nextInt(40)));
      byte[] bytes = ((random.nextInt(4) == 0 ? "\uFEFF" : "") + text).getBytes(UTF_8);
      assertThat(FileBytes.decode(bytes).encode()).isEqualTo(bytes);
    }
  }

  @Test
  void randomBytesComeBackOrAreReadOnly() throws Exception {
    Random random = new Random(2);
    int writable = 0;
    for (int round = 0; round < 5_000; round++) {
      byte[] bytes = new byte[random.nextInt(6)];
      random.nextBytes(bytes);
      FileBytes file = FileBytes.decode(bytes);
      if (file.readOnly().isEmpty()) {
        writable++;
        assertThat(file.encode()).isEqualTo(bytes);
      }
    }
    assertThat(writable).isGreaterThan(500);
  }

  @Test
  void editedTextIsReadBackAsItWas() throws Exception {
    Random random = new Random(3);
    for (int round = 0; round < 5_000; round++) {
      String text = TextSamples.withEndings(random, TextSamples.text(random, random.nextInt(30)));
      FileBytes file = decode(text);
      FileBytes edited = file.apply(TextSamples.edits(random, file.text().string()));
      assertThat(FileBytes.decode(edited.encode()).text().string())
          .isEqualTo(edited.text().string());
    }
  }

  @Test
  void untouchedLinesKeepTheirEndings() throws Exception {
    FileBytes file = decode("a\r\nb\nc\rd\r\n");
    FileBytes edited = file.apply(TextEdits.of(new TextEdit(2, "b", "BB")));
    assertThat(encoded(edited)).isEqualTo("a\r\nBB\nc\rd\r\n");
  }

  @Test
  void newLineTakesTheEndingOfTheLineAbove() throws Exception {
    FileBytes file = decode("a\r\nb\nc\n");
    FileBytes edited = file.apply(TextEdits.of(TextEdit.insert(2, "new\n")));
    assertThat(encoded(edited)).isEqualTo("a\r\nnew\r\nb\nc\n");
  }

  @Test
  void lineBrokenAtItsEndGivesItsEndingToTheNewLine() throws Exception {
    FileBytes file = decode("a\nb\r\nc\n");
    FileBytes edited = file.apply(TextEdits.of(TextEdit.insert(3, "\nnew")));
    assertThat(encoded(edited)).isEqualTo("a\nb\r\nnew\r\nc\n");
  }

  @Test
  void lineAddedBehindTheLastTakesTheEndingAbove() throws Exception {
    FileBytes file = decode("a\nb\r\nc");
    FileBytes edited = file.apply(TextEdits.of(TextEdit.insert(5, "\nd\n")));
    assertThat(encoded(edited)).isEqualTo("a\nb\r\nc\r\nd\r\n");
  }

  @Test
  void windowsFileWithoutAnyLineLeftStaysOne() throws Exception {
    FileBytes file = decode("a\r\n");
    FileBytes edited =
        file.apply(TextEdits.of(new TextEdit(0, "a\n", "")))
            .apply(TextEdits.of(TextEdit.insert(0, "b\n")));
    assertThat(encoded(edited)).isEqualTo("b\r\n");
  }

  @Test
  void emptyLineBetweenCarriageReturnAndLineFeedIsNotLost() throws Exception {
    FileBytes file = decode("a\rb\nc");
    FileBytes edited = file.apply(TextEdits.of(new TextEdit(2, "b", "")));
    assertThat(encoded(edited)).isEqualTo("a\r\rc");
  }

  @Test
  void endingsAreCountedByLine() {
    LineEndings endings = decode("a\r\nb\nc\rd").endings();
    assertThat(endings.isMixed()).isTrue();
    assertThat(endings.of(0)).isEqualTo(Ending.CRLF);
    assertThat(endings.of(1)).isEqualTo(Ending.LF);
    assertThat(endings.of(2)).isEqualTo(Ending.CR);
  }

  @Test
  void byteOrderMarkIsNoText() {
    FileBytes file = decode("\uFEFFkind: Ingress\n");
    assertThat(file.bom()).isTrue();
    assertThat(file.text().string()).isEqualTo("kind: Ingress\n");
  }

  @Test
  void latin1IsShownReadOnlyWithThePlace() {
    FileBytes file = FileBytes.decode("a: 1\nb: é\n".getBytes(ISO_8859_1));
    assertThat(file.text().string()).isEqualTo("a: 1\nb: \uFFFD\n");
    assertThat(file.readOnly().orElseThrow()).contains("byte 0xE9 at offset 8 (line 2)");
  }

  @Test
  void replacementCharacterInTheFileItselfIsLegal() {
    assertThat(decode("a: \uFFFD\n").readOnly()).isEmpty();
  }

  @Test
  void zeroByteMakesReadOnly() {
    FileBytes file = decode("a\nb\0\n");
    assertThat(file.text().string()).isEqualTo("a\nb\u2400\n");
    assertThat(file.readOnly().orElseThrow()).contains("zero byte (line 2)");
  }

  @Test
  void utf16IsShownReadOnlyWithItsName() {
    for (Charset charset : new Charset[] {UTF_16LE, UTF_16BE}) {
      FileBytes file = FileBytes.decode("\uFEFFkind: x\r\n".getBytes(charset));
      assertThat(file.text().string()).isEqualTo("kind: x\n");
      assertThat(file.readOnly().orElseThrow()).contains(charset.name());
    }
  }

  @Test
  void utf32IsNotTakenForUtf16() {
    FileBytes file = FileBytes.decode("\uFEFFa\n".getBytes(Charset.forName("UTF-32LE")));
    assertThat(file.text().string()).isEqualTo("a\n");
  }

  @Test
  void readOnlyFileHasNoBytes() {
    assertThatThrownBy(() -> decode("\0").encode()).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void halfACharacterIsRefusedWithItsLine() {
    FileBytes file = decode("a\nb").apply(TextEdits.of(TextEdit.insert(3, "\uD83D")));
    assertThatThrownBy(file::encode)
        .isInstanceOf(UnencodableTextException.class)
        .hasMessageContaining("Line 2");
  }
}
