package io.github.ingressdesigner.yaml;

import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.yaml.ReadResult.Broken;
import io.github.ingressdesigner.yaml.ReadResult.Empty;
import io.github.ingressdesigner.yaml.ReadResult.Parsed;
import io.github.ingressdesigner.yaml.ReadResult.Template;
import io.github.ingressdesigner.yaml.YamlNode.Scalar;
import java.util.HexFormat;
import java.util.Optional;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads one document through SnakeYAML's events and corrects its marks; nothing is constructed.
 * Thread-safe, total.
 */
public final class YamlReader {
  /** In UTF-16 units; a longer document is {@link Broken}. */
  public static final int MAX_LENGTH = 64 * 1024 * 1024;

  /** Of nodes within nodes; a deeper document is {@link Broken}. */
  public static final int MAX_DEPTH = 200;

  /** Reads a whole document. */
  public ReadResult read(String slice) {
    return unreadable(slice, 0, slice.length())
        .<ReadResult>map(broken -> broken)
        .orElseGet(() -> readFromStart(slice, Spine.NONE, 0));
  }

  /**
   * Reads again after one edit; only the smallest enclosing block is parsed, down to the next
   * sibling or cousin that the edit leaves alone. Equal to {@code read(sliceAfter)} but for the
   * identity of nodes. A broken text is found as fast; so keep the last good tree and text, and
   * give them with the edit that leads from there ({@link TextEdit#between}) until the text is
   * mended.
   *
   * @param edit its offset means the slice before the edit
   */
  public ReadResult reread(YamlTree before, String sliceBefore, TextEdit edit, String sliceAfter) {
    TextEdit whole = onCodePoints(fromBreak(edit, sliceBefore), sliceBefore, sliceAfter);
    int from = whole.offset();
    return unreadable(sliceAfter, from, from + whole.inserted().length())
        .<ReadResult>map(broken -> broken)
        .orElseGet(() -> Rereading.read(before, sliceBefore, whole, sliceAfter));
  }

  /**
   * The same change, but where it moves whole lines, written from the line break above on: so the
   * break before the line below is left alone, and reading can end there.
   */
  private static TextEdit fromBreak(TextEdit edit, String before) {
    String removed = edit.removed();
    String inserted = edit.inserted();
    for (int back = 1; back <= edit.offset(); back++) {
      char c = before.charAt(edit.offset() - back);
      if (!endsAlike(removed, back, c) || !endsAlike(inserted, back, c)) {
        return edit;
      }
      if (c == '\n') {
        return new TextEdit(
            edit.offset() - back, lastFirst(removed, back), lastFirst(inserted, back));
      }
    }
    return edit;
  }

  private static boolean endsAlike(String text, int back, char c) {
    return text.isEmpty() || back <= text.length() && text.charAt(text.length() - back) == c;
  }

  private static String lastFirst(String text, int count) {
    int cut = Math.max(0, text.length() - count);
    return text.substring(cut) + text.substring(0, cut);
  }

  /** The same edit, grown where it parts the halves of a character. */
  private static TextEdit onCodePoints(TextEdit edit, String before, String after) {
    int start = edit.offset();
    int end = edit.range().end();
    int endAfter = end + edit.delta();
    int low = start > 0 && Character.isHighSurrogate(after.charAt(start - 1)) ? start - 1 : start;
    boolean grow = end < before.length() && Character.isLowSurrogate(before.charAt(end));
    return low == start && !grow
        ? edit
        : new TextEdit(
            low,
            before.substring(low, grow ? end + 1 : end),
            after.substring(low, grow ? endAfter + 1 : endAfter));
  }

  /** What can be said before the parse: size and characters that no YAML may hold. */
  private static Optional<Broken> unreadable(String text, int from, int to) {
    if (text.length() > MAX_LENGTH) {
      return Optional.of(
          new Broken(
              "This document is longer than "
                  + MAX_LENGTH / (1024 * 1024)
                  + " million characters, which is more than is read here. Split it with '---'.",
              0));
    }
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < 0x7F ? c < ' ' && c != '\n' && c != '\t' && c != '\r' : c < 0xA0 || c >= 0xD800) {
        int codePoint = text.codePointAt(i);
        if (!StreamReader.isPrintable(codePoint)) {
          return Optional.of(
              new Broken(
                  "The character U+"
                      + HexFormat.of().withUpperCase().toHexDigits((char) codePoint)
                      + " is not allowed in YAML. Remove it, or write it as an escape in double "
                      + "quotes.",
                  i));
        }
        i += Character.charCount(codePoint) - 1;
      }
    }
    return Optional.empty();
  }

  static ReadResult readFromStart(String text, Spine spine, int anchorsBefore) {
    TreeBuilder builder = new TreeBuilder("", text, 0, spine);
    try {
      builder.next(); // stream start
      if (builder.next().is(Event.ID.StreamEnd)) {
        return new Empty();
      }
      YamlNode root = builder.node(builder.next(), 1, 0);
      return finish(builder, text, root, builder.start(), anchorsBefore);
    } catch (YAMLException | SyntaxException e) {
      return brokenOrTemplate(builder, text, e);
    }
  }

  /**
   * @param anchorsBefore how many the tree had of which the new one shares nodes
   */
  static ReadResult finish(
      TreeBuilder builder, String text, YamlNode root, int rootOffset, int anchorsBefore) {
    if (!builder.met()) {
      builder.next(); // document end
      Event event = builder.next();
      if (!event.is(Event.ID.StreamEnd)) {
        throw new SyntaxException(
            "A second document begins here. Read it on its own.", event.getStartMark().getIndex());
      }
    }
    if (root instanceof Scalar scalar && scalar.isMissing() && scalar.length() == 0) {
      return new Empty();
    }
    if (builder.templateMark().isPresent()) {
      return template(builder.templateMark().get());
    }
    int anchors = anchorsBefore == 0 ? builder.anchors() : YamlTree.anchorsIn(root);
    return new Parsed(new YamlTree(root, rootOffset, text.length(), anchors));
  }

  static ReadResult brokenOrTemplate(TreeBuilder builder, String text, RuntimeException exception) {
    return TemplateMarks.inLines(text)
        .map(YamlReader::template)
        .orElseGet(() -> new Complaint(builder, text).of(exception));
  }

  private static ReadResult template(String mark) {
    return new Template(
        "It is a template (" + mark + "). Render it first, with helm template for example.");
  }
}
