package io.github.ingressdesigner.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.yaml.ReadResult.Parsed;
import io.github.ingressdesigner.yaml.YamlNode.Alias;
import io.github.ingressdesigner.yaml.YamlNode.Entry;
import io.github.ingressdesigner.yaml.YamlNode.Item;
import io.github.ingressdesigner.yaml.YamlNode.Mapping;
import io.github.ingressdesigner.yaml.YamlNode.Scalar;
import io.github.ingressdesigner.yaml.YamlNode.Sequence;

/** What must hold for the range of every node of every tree. */
final class NodeRanges {
  private NodeRanges() {}

  static void check(String text, YamlTree tree) {
    assertThat(tree.length()).isEqualTo(text.length());
    check(text, tree.cursor());
  }

  private static void check(String text, YamlCursor cursor) {
    checkEnd(cursor);
    String own = text.substring(cursor.range().start(), cursor.range().end());
    String value = text.substring(cursor.valueRange().start(), cursor.valueRange().end());
    switch (cursor.node()) {
      case Alias alias -> assertThat(own).isEqualTo("*" + alias.name());
      case Scalar scalar -> checkScalar(own, value, scalar);
      case Sequence sequence -> {
        assertThat(value).startsWith(sequence.flow() ? "[" : "-");
        for (int i = 0; i < sequence.items().size(); i++) {
          Item item = sequence.items().get(i);
          if (!sequence.flow()) {
            assertThat(text.charAt(cursor.start() + item.start())).isEqualTo('-');
          }
          below(text, cursor, cursor.item(i));
        }
      }
      case Mapping mapping -> {
        for (int i = 0; i < mapping.entries().size(); i++) {
          Entry entry = mapping.entries().get(i);
          assertThat(entry.start()).isLessThanOrEqualTo(entry.keyOffset());
          assertThat(cursor.key(i).range().end()).isLessThanOrEqualTo(cursor.value(i).start());
          below(text, cursor, cursor.key(i));
          below(text, cursor, cursor.value(i));
        }
      }
    }
  }

  private static void checkEnd(YamlCursor cursor) {
    boolean block =
        cursor.node() instanceof Mapping mapping && !mapping.flow()
            || cursor.node() instanceof Sequence sequence && !sequence.flow();
    if (block) {
      assertThat(cursor.range().end()).isEqualTo(cursor.children().getLast().range().end());
    }
  }

  private static void below(String text, YamlCursor parent, YamlCursor child) {
    TextRange outer = parent.range();
    assertThat(outer.contains(child.range())).isTrue();
    check(text, child);
  }

  private static void checkScalar(String own, String value, Scalar scalar) {
    if (scalar.isMissing()) {
      assertThat(value).isEmpty();
      return;
    }
    assertThat(own).endsWith(value);
    switch (scalar.style()) {
      case LITERAL -> checkBlock("|", value, scalar.value());
      case FOLDED -> checkBlock(">", value, scalar.value());
      case SINGLE_QUOTED, DOUBLE_QUOTED, PLAIN -> {
        assertThat(own).isEqualTo(own.strip());
        if (!value.contains("\n")) {
          assertThat(new YamlReader().read("- " + value))
              .isInstanceOfSatisfying(
                  Parsed.class,
                  alone -> {
                    Scalar again = (Scalar) alone.tree().cursor().item(0).node();
                    assertThat(again.value()).isEqualTo(scalar.value());
                    assertThat(again.style()).isEqualTo(scalar.style());
                    assertThat(again.length()).isEqualTo(value.length());
                  });
        }
      }
    }
  }

  /** The last word of the range is the last word of the value, and no line break follows it. */
  private static void checkBlock(String indicator, String range, String value) {
    assertThat(range).startsWith(indicator);
    if (!value.isBlank() && !range.startsWith("+", 1)) {
      String[] words = value.strip().split("\\s+");
      assertThat(range.stripTrailing()).endsWith(words[words.length - 1]);
      assertThat(range).doesNotEndWith("\n");
    }
  }
}
