package io.github.ingressdesigner.yaml;

import java.util.List;
import java.util.Optional;

/**
 * A node of the immutable tree. Nodes hold no absolute offsets, so that an unchanged node is
 * shared, by identity, between the trees before and after an edit; ask a {@link YamlCursor} for
 * ranges. {@code length} runs from the node's start (its anchor or tag, if any) to the end of its
 * content: no trailing comment, blank line or separator belongs to it. A block scalar ends with its
 * last content line, before that line's LF; with {@code |+} trailing blank lines are content. A
 * missing value stands right behind its colon or dash, where one would be typed.
 */
public sealed interface YamlNode {
  int length();

  /** Offset of the value behind anchor and tag, relative to the node's start. */
  int valueOffset();

  Optional<String> anchor();

  /** The tag as written, {@code !!str} for example. */
  Optional<String> tag();

  enum Style {
    PLAIN,
    SINGLE_QUOTED,
    DOUBLE_QUOTED,
    LITERAL,
    FOLDED
  }

  /**
   * A scalar; {@code value} is the text after unquoting and folding. A missing value is PLAIN,
   * empty, of length 0.
   */
  record Scalar(
      int length,
      int valueOffset,
      Optional<String> anchor,
      Optional<String> tag,
      Style style,
      String value)
      implements YamlNode {
    public boolean isMissing() {
      return length == valueOffset && style == Style.PLAIN;
    }
  }

  record Mapping(
      int length,
      int valueOffset,
      Optional<String> anchor,
      Optional<String> tag,
      boolean flow,
      List<Entry> entries)
      implements YamlNode {
    public Mapping {
      entries = EntryList.copyOf(entries);
    }
  }

  /**
   * An entry of a mapping; offsets are relative to the start of the mapping.
   *
   * @param start where the entry begins: its key, or the {@code ?} of an explicit key
   */
  record Entry(int start, int keyOffset, YamlNode key, int valueOffset, YamlNode value) {
    /** Whether the key is written {@code ? key}. */
    public boolean explicitKey() {
      return start != keyOffset;
    }
  }

  record Sequence(
      int length,
      int valueOffset,
      Optional<String> anchor,
      Optional<String> tag,
      boolean flow,
      List<Item> items)
      implements YamlNode {
    public Sequence {
      items = ItemList.copyOf(items);
    }
  }

  /**
   * An item of a sequence; offsets are relative to the start of the sequence.
   *
   * @param start its dash, or in flow style the node's start
   */
  record Item(int start, int nodeOffset, YamlNode node) {}

  /** {@code *name}. */
  record Alias(int length, String name) implements YamlNode {
    @Override
    public int valueOffset() {
      return 0;
    }

    @Override
    public Optional<String> anchor() {
      return Optional.empty();
    }

    @Override
    public Optional<String> tag() {
      return Optional.empty();
    }
  }
}
