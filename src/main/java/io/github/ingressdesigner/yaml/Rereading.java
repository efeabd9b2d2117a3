package io.github.ingressdesigner.yaml;

import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.yaml.YamlNode.Mapping;
import io.github.ingressdesigner.yaml.YamlNode.Scalar;
import io.github.ingressdesigner.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads again after one edit. Reading starts at the last line before the edit that begins an entry
 * or item with a sibling before it: there the parser's state depends on nothing but the kinds and
 * columns of the block collections around, so a few lines that open the same ones stand in for the
 * text before. It ends where the text comes to a child of the old tree behind the edit, in the same
 * state; all before and all behind is shared. If there is no such place, the start or end of the
 * document is. The parser sees what it would see in the whole text, so errors are the same, too.
 */
final class Rereading {
  /**
   * A collection around the place where reading starts.
   *
   * @param index of the child that leads to the place; the first one read again for the innermost
   */
  private record Step(YamlNode node, int start, int column, int index) {
    boolean isMapping() {
      return node instanceof Mapping;
    }
  }

  private final String before;
  private final TextEdit edit;
  private final String after;
  private final List<Step> steps;
  private final int from;
  private final Spine spine;
  private final TreeBuilder builder;

  private Rereading(YamlTree tree, String before, TextEdit edit, String after) {
    this.before = before;
    this.edit = edit;
    this.after = after;
    this.steps = stepsTo(tree);
    this.spine = spineBehind(tree);
    if (steps.isEmpty()) {
      from = 0;
    } else {
      Step inner = steps.getLast();
      from = lineStart(inner.start() + childStart(inner.node(), inner.index()));
    }
    this.builder = new TreeBuilder(lead(), after, from, spine);
  }

  static ReadResult read(YamlTree tree, String before, TextEdit edit, String after) {
    if (isFlowOrLeaf(tree.root()) || hasDirectives(tree, before)) {
      return YamlReader.readFromStart(after, Spine.NONE, 0);
    }
    Rereading rereading = new Rereading(tree, before, edit, after);
    return rereading.steps.isEmpty()
        ? YamlReader.readFromStart(after, rereading.spine, tree.anchors())
        : rereading.resume(tree);
  }

  /** Whether what a tag means depends on lines that stand before the root. */
  private static boolean hasDirectives(YamlTree tree, String before) {
    int at = before.lastIndexOf('%', tree.rootOffset());
    while (at > 0 && !TextReader.isBreak(before.charAt(at - 1))) {
      at = before.lastIndexOf('%', at - 1);
    }
    return at >= 0;
  }

  private ReadResult resume(YamlTree tree) {
    try {
      builder.next(); // stream start
      builder.next(); // document start
      YamlNode root = resume(0, 0);
      return YamlReader.finish(builder, after, root, tree.rootOffset(), tree.anchors());
    } catch (YAMLException | SyntaxException e) {
      return YamlReader.brokenOrTemplate(builder, after, e);
    }
  }

  /** Goes through the lead down to where reading starts, then reads on level by level. */
  private YamlNode resume(int level, int twin) {
    Step step = steps.get(level);
    boolean inner = level + 1 == steps.size();
    int twinHere = spine.has(twin, step.isMapping(), step.column()) ? twin : TreeBuilder.NO_TWIN;
    builder.next(); // the collection
    return switch (step.node()) {
      case Mapping mapping -> {
        EntryList old = (EntryList) mapping.entries();
        EntryList.Builder entries = new EntryList.Builder(step.start());
        entries.addAll(old, 0, step.index(), step.start());
        builder.next(); // the key in the lead
        if (inner) {
          builder.next(); // its value
          builder.setEnd(step.start() + endOfChild(mapping, step.index() - 1));
        } else {
          YamlNode.Entry entry = old.get(step.index());
          YamlNode value = resume(level + 1, twinHere < 0 ? twinHere : twinHere + 1);
          int base = step.start();
          entries.add(
              base + entry.start(),
              base + entry.keyOffset(),
              entry.key(),
              base + entry.valueOffset(),
              value);
        }
        builder.entries(entries, level + 1, twinHere);
        yield new Mapping(
            builder.end() - step.start(),
            mapping.valueOffset(),
            mapping.anchor(),
            mapping.tag(),
            false,
            entries.build());
      }
      case Sequence sequence -> {
        ItemList old = (ItemList) sequence.items();
        ItemList.Builder items = new ItemList.Builder(step.start());
        items.addAll(old, 0, step.index(), step.start());
        if (inner) {
          builder.next(); // the item in the lead
          builder.setEnd(step.start() + endOfChild(sequence, step.index() - 1));
        } else {
          YamlNode.Item item = old.get(step.index());
          YamlNode node = resume(level + 1, twinHere < 0 ? twinHere : twinHere + 1);
          items.add(step.start() + item.start(), step.start() + item.nodeOffset(), node);
        }
        builder.items(items, level + 1, twinHere);
        yield new Sequence(
            builder.end() - step.start(),
            sequence.valueOffset(),
            sequence.anchor(),
            sequence.tag(),
            false,
            items.build());
      }
      case Scalar _, YamlNode.Alias _ ->
          throw new IllegalStateException("a step into " + step.node() + ", expected a collection");
    };
  }

  /** Opens the collections of the steps in their columns, with one complete child before. */
  private String lead() {
    StringBuilder lead = new StringBuilder();
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      lead.repeat(' ', step.column()).append(step.isMapping() ? "k:" : "-");
      lead.append(i + 1 == steps.size() ? " v\n" : "\n");
    }
    return lead.toString();
  }

  /** The collections down to the last line before the edit where reading can start. */
  private List<Step> stepsTo(YamlTree tree) {
    List<Step> path = new ArrayList<>();
    List<Step> usable = List.of();
    YamlNode node = tree.root();
    int start = tree.rootOffset();
    while (!isFlowOrLeaf(node)) {
      int column = column(before, start + childStart(node, 0));
      int last = lastChildBefore(node, edit.offset() - 1 - start);
      if (column < 0 || last < 0) {
        break;
      }
      int index = last;
      while (index > 0 && !canStart(node, start, index)) {
        index--;
      }
      if (index > 0) {
        usable = new ArrayList<>(path);
        usable.add(new Step(node, start, column, index));
      }
      if (isExplicit(node, last)) {
        break;
      }
      path.add(new Step(node, start, column, last));
      start += valueStart(node, last);
      node = value(node, last);
    }
    return usable;
  }

  /**
   * Whether reading can start at a child: on its own line, behind a sibling that is complete, so
   * that it takes nothing from the line whatever will stand there. A key {@code -a} can become an
   * item of the sequence before it.
   */
  private boolean canStart(YamlNode node, int start, int index) {
    int at = start + childStart(node, index);
    boolean maybeDash = node instanceof Mapping && before.charAt(at) == '-';
    return isFirstInLine(before, at) && !maybeDash && !endsMissing(value(node, index - 1));
  }

  private static boolean endsMissing(YamlNode node) {
    return switch (node) {
      case Scalar scalar -> scalar.isMissing();
      case YamlNode.Alias _ -> false;
      case Mapping mapping -> !mapping.flow() && endsMissing(value(node, size(node) - 1));
      case Sequence sequence -> !sequence.flow() && endsMissing(value(node, size(node) - 1));
    };
  }

  /** The collections in which reading may meet the old tree behind the edit. */
  private Spine spineBehind(YamlTree tree) {
    List<Spine.Level> levels = new ArrayList<>();
    int end = edit.range().end();
    YamlNode node = tree.root();
    int start = tree.rootOffset();
    while (!isFlowOrLeaf(node)) {
      int column = column(before, start + childStart(node, 0));
      if (column < 0) {
        break;
      }
      int last = lastChildBefore(node, end - start);
      int meeting = last + 1;
      while (meeting < size(node) && !isUntouched(start + childStart(node, meeting), end)) {
        meeting++;
      }
      int meetingStart =
          meeting < size(node) ? start + childStart(node, meeting) + edit.delta() : Spine.NOWHERE;
      levels.add(new Spine.Level(node, start, column, last + 1, meeting, meetingStart));
      if (last < 0 || isExplicit(node, last)) {
        break;
      }
      start += valueStart(node, last);
      node = value(node, last);
    }
    return new Spine(levels, edit.delta());
  }

  /** Whether the child begins a line, and the edit left the break before that line alone. */
  private boolean isUntouched(int childStart, int editEnd) {
    return isFirstInLine(before, childStart) && lineStart(childStart) > editEnd;
  }

  private int lineStart(int at) {
    return before.lastIndexOf('\n', at - 1) + 1;
  }

  private static boolean isFirstInLine(String text, int at) {
    int i = at - 1;
    while (i >= 0 && text.charAt(i) == ' ') {
      i--;
    }
    return i >= 0 && text.charAt(i) == '\n';
  }

  /** As the parser counts it; -1 where that is not certain. */
  private static int column(String text, int at) {
    int column = 0;
    for (int i = at - 1; i >= 0 && !TextReader.isBreak(text.charAt(i)); i--) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~') {
        return -1;
      }
      column++;
    }
    return column;
  }

  private static boolean isFlowOrLeaf(YamlNode node) {
    return switch (node) {
      case Scalar _, YamlNode.Alias _ -> true;
      case Mapping mapping -> mapping.flow();
      case Sequence sequence -> sequence.flow();
    };
  }

  private static int size(YamlNode node) {
    return node instanceof Mapping mapping
        ? mapping.entries().size()
        : ((Sequence) node).items().size();
  }

  private static int lastChildBefore(YamlNode node, int offset) {
    return node instanceof Mapping mapping
        ? ((EntryList) mapping.entries()).lastStartingAt(offset)
        : ((ItemList) ((Sequence) node).items()).lastStartingAt(offset);
  }

  private static int childStart(YamlNode node, int index) {
    return node instanceof Mapping mapping
        ? ((EntryList) mapping.entries()).start(index)
        : ((ItemList) ((Sequence) node).items()).start(index);
  }

  private static boolean isExplicit(YamlNode node, int index) {
    return node instanceof Mapping mapping && mapping.entries().get(index).explicitKey();
  }

  private static int valueStart(YamlNode node, int index) {
    return node instanceof Mapping mapping
        ? mapping.entries().get(index).valueOffset()
        : ((Sequence) node).items().get(index).nodeOffset();
  }

  private static YamlNode value(YamlNode node, int index) {
    return node instanceof Mapping mapping
        ? mapping.entries().get(index).value()
        : ((Sequence) node).items().get(index).node();
  }

  private static int endOfChild(YamlNode node, int index) {
    return valueStart(node, index) + value(node, index).length();
  }
}
