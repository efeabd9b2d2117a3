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
        .orElseGet(() -> readFromStart(slice, Spine.NONE));
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
    return read(sliceAfter);
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

  private static ReadResult readFromStart(String text, Spine spine) {
    TreeBuilder builder = new TreeBuilder("", text, 0, spine);
    try {
      builder.next(); // stream start
      if (builder.next().is(Event.ID.StreamEnd)) {
        return new Empty();
      }
      YamlNode root = builder.node(builder.next(), 1, 0);
      return finish(builder, text, root, builder.start(), builder.anchors());
    } catch (YAMLException | SyntaxException e) {
      return brokenOrTemplate(builder, text, e);
    }
  }

  private static ReadResult finish(
      TreeBuilder builder, String text, YamlNode root, int rootOffset, int anchors) {
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
    return builder
        .templateMark()
        .<ReadResult>map(YamlReader::template)
        .orElseGet(() -> new Parsed(new YamlTree(root, rootOffset, text.length(), anchors)));
  }

  private static ReadResult brokenOrTemplate(
      TreeBuilder builder, String text, RuntimeException exception) {
    return TemplateMarks.inLines(text)
        .map(YamlReader::template)
        .orElseGet(() -> new Complaint(builder, text).of(exception));
  }

  private static ReadResult template(String mark) {
    return new Template(
        "It is a template (" + mark + "). Render it first, with helm template for example.");
  }
}
