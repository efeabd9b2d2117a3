package io.github.ingressdesigner.text;

import io.github.ingressdesigner.text.LineEndings.Ending;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The bytes of a file as a text that the application can edit, and back. What is not edited comes
 * back byte for byte: the byte order mark and each line's own ending are remembered beside the
 * text.
 *
 * @param bom whether the file begins with a UTF-8 byte order mark
 * @param readOnly why the text cannot be written back, for people; empty where it can. The text is
 *     then only as near to the file as can be shown.
 */
public record FileBytes(
    SourceText text, LineEndings endings, boolean bom, Optional<String> readOnly) {
  private static final char BOM = '\uFEFF';

  public FileBytes {
    if (endings.count() != text.lines().lineCount() - 1) {
      throw new IllegalArgumentException(
          endings.count() + " line endings, expected " + (text.lines().lineCount() - 1));
    }
  }

  /** A new text: no byte order mark, LF. */
  public static FileBytes of(SourceText text) {
    return new FileBytes(
        text,
        LineEndings.uniform(Ending.LF, text.lines().lineCount() - 1),
        false,
        Optional.empty());
  }

  /** Never fails: what cannot be edited is shown as well as can be, with the reason. */
  public static FileBytes decode(byte[] bytes) {
    Optional<Charset> foreign = foreignBom(bytes);
    if (foreign.isPresent()) {
      return foreign(bytes, foreign.get());
    }
    String decoded = new String(bytes, StandardCharsets.UTF_8);
    boolean bom = !decoded.isEmpty() && decoded.charAt(0) == BOM;
    String text = bom ? decoded.substring(1) : decoded;
    Optional<String> readOnly =
        decoded.indexOf('\uFFFD') >= 0 ? malformed(bytes) : Optional.empty();
    int nul = text.indexOf('\0');
    if (nul >= 0) {
      readOnly =
          Optional.of(
              "The file holds a zero byte (line "
                  + (LineIndex.breaksIn(text.substring(0, nul)) + 1)
                  + "), so it is not a text file. It is shown read-only, with \u2400 for each.");
      text = text.replace('\0', '\u2400');
    }
    return split(text, bom, readOnly);
  }

  private static Optional<Charset> foreignBom(byte[] bytes) {
    int head = 0;
    for (int i = 0; i < 4; i++) {
      head = head << 8 | (i < bytes.length ? bytes[i] & 0xFF : 1);
    }
    if (head == 0xFFFE0000) {
      return Optional.of(Charset.forName("UTF-32LE"));
    }
    if (head == 0x0000FEFF) {
      return Optional.of(Charset.forName("UTF-32BE"));
    }
    return switch (head >>> 16) {
      case 0xFFFE -> Optional.of(StandardCharsets.UTF_16LE);
      case 0xFEFF -> Optional.of(StandardCharsets.UTF_16BE);
      default -> Optional.empty();
    };
  }

  private static FileBytes foreign(byte[] bytes, Charset charset) {
    String text = new String(bytes, charset);
    String shown = (text.charAt(0) == BOM ? text.substring(1) : text).replace('\0', '\u2400');
    return split(
        shown,
        false,
        Optional.of(
            "The file is encoded in "
                + charset.name()
                + ", which kubectl does not read. It is shown read-only; convert it to UTF-8 to"
                + " edit it."));
  }

  /** A replacement character may stand in the file itself, so only the strict decoder knows. */
  private static Optional<String> malformed(byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(8192);
    while (true) {
      CoderResult result = decoder.decode(in, out.clear(), true);
      if (result.isUnderflow()) {
        return Optional.empty();
      }
      if (result.isError()) {
        int line = 1;
        for (int i = 0; i < in.position(); i++) {
          line += bytes[i] == '\n' ? 1 : 0;
        }
        return Optional.of(
            String.format(
                "The file is not valid UTF-8: byte 0x%02X at offset %d (line %d). It is shown"
                    + " read-only, with \uFFFD for what cannot be read; convert it to UTF-8 to edit"
                    + " it.",
                bytes[in.position()], in.position(), line));
      }
    }
  }

  private static FileBytes split(String text, boolean bom, Optional<String> readOnly) {
    int carriage = text.indexOf('\r');
    if (carriage < 0) {
      SourceText source = SourceText.of(text);
      LineEndings all = LineEndings.uniform(Ending.LF, source.lines().lineCount() - 1);
      return new FileBytes(source, all, bom, readOnly);
    }
    StringBuilder lines = new StringBuilder(text.length());
    ByteArrayOutputStream endings = new ByteArrayOutputStream();
    int from = 0;
    int feed = text.indexOf('\n');
    while (carriage >= 0 || feed >= 0) {
      boolean isFeed = carriage < 0 || feed >= 0 && feed < carriage;
      int at = isFeed ? feed : carriage;
      boolean pair = !isFeed && feed == carriage + 1;
      lines.append(text, from, at).append('\n');
      endings.write((isFeed ? Ending.LF : pair ? Ending.CRLF : Ending.CR).ordinal());
      from = at + (pair ? 2 : 1);
      if (!isFeed) {
        carriage = text.indexOf('\r', from);
      }
      if (isFeed || pair) {
        feed = text.indexOf('\n', from);
      }
    }
    lines.append(text, from, text.length());
    return new FileBytes(
        SourceText.of(lines.toString()),
        LineEndings.ofOrdinals(endings.toByteArray(), Ending.LF),
        bom,
        readOnly);
  }

  /** Whether both have the same bytes. */
  public boolean sameFile(FileBytes other) {
    return bom == other.bom
        && readOnly.equals(other.readOnly)
        && endings.equals(other.endings)
        && text.string().equals(other.text.string());
  }

  /** The same file after edits of its text. */
  public FileBytes apply(TextEdits edits) {
    return new FileBytes(text.apply(edits), endings.apply(text, edits), bom, readOnly);
  }

  /**
   * The bytes to write.
   *
   * @throws IllegalStateException if the file is read-only
   * @throws UnencodableTextException if the text holds half of a surrogate pair, which has no bytes
   */
  public byte[] encode() throws UnencodableTextException {
    if (readOnly.isPresent()) {
      throw new IllegalStateException("encode of a read-only file: " + readOnly.get());
    }
    requireWholeCharacters();
    String joined = joined();
    return (bom ? BOM + joined : joined).getBytes(StandardCharsets.UTF_8);
  }

  private String joined() {
    String string = text.string();
    if (!endings.isMixed()) {
      String ending = endings.main().characters();
      return endings.main() == Ending.LF ? string : string.replace("\n", ending);
    }
    StringBuilder out = new StringBuilder(string.length() + endings.count());
    int from = 0;
    for (int line = 0; line < endings.count(); line++) {
      int end = text.lines().endOf(line);
      out.append(string, from, end);
      boolean behindCarriage = !out.isEmpty() && out.charAt(out.length() - 1) == '\r';
      // CR and then LF would be read back as one CRLF, and an empty line would be gone.
      Ending ending =
          behindCarriage && endings.of(line) == Ending.LF ? Ending.CR : endings.of(line);
      out.append(ending.characters());
      from = end + 1;
    }
    return out.append(string, from, string.length()).toString();
  }

  private void requireWholeCharacters() throws UnencodableTextException {
    String string = text.string();
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      if (Character.isLowSurrogate(c)
          || i + 1 == string.length()
          || !Character.isLowSurrogate(string.charAt(i + 1))) {
        throw new UnencodableTextException(text.lines().lineOf(i) + 1);
      }
      i++;
    }
  }
}
