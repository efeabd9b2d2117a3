package io.github.ingressdesigner.yaml;

import static io.github.ingressdesigner.yaml.Tokens.NONE;

import io.github.ingressdesigner.yaml.YamlNode.Alias;
import io.github.ingressdesigner.yaml.YamlNode.Mapping;
import io.github.ingressdesigner.yaml.YamlNode.Scalar;
import io.github.ingressdesigner.yaml.YamlNode.Sequence;
import io.github.ingressdesigner.yaml.YamlNode.Style;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.scanner.ScannerImpl;

/**
 * Builds nodes from parser events, with ranges corrected. Reads a whole document, or goes on from a
 * place inside one until it meets the {@link Spine} of the tree before the edit.
 */
final class TreeBuilder {
  static final int NO_TWIN = -1;

  private final String text;
  private final TextReader reader;
  private final Tokens tokens;
  private final ParserImpl parser;
  private final Spine spine;

  /** Where the node returned last starts, and where its content ends. */
  private int start;

  private int end;

  /** Behind the bracket that was read last. */
  private int closing;

  /** Where the old tree was met: all open collections end with their old children. */
  private int metLevel = NO_TWIN;

  private int anchors;
  private Optional<String> templateMark = Optional.empty();

  TreeBuilder(String lead, String text, int from, Spine spine) {
    this.text = text;
    this.reader = new TextReader(lead, text, from);
    LoaderOptions options = new LoaderOptions();
    options.setProcessComments(false);
    options.setCodePointLimit(Integer.MAX_VALUE);
    this.tokens = new Tokens(new ScannerImpl(reader, options));
    this.parser = new ParserImpl(tokens);
    this.spine = spine;
  }

  Event next() {
    tokens.forget();
    try {
      return parser.getEvent();
    } catch (YAMLException e) {
      throw e;
    } catch (RuntimeException e) { // of any kind, on bad input
      throw new YAMLException(e);
    }
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  void setEnd(int end) {
    this.end = end;
  }

  boolean met() {
    return metLevel != NO_TWIN;
  }

  int anchors() {
    return anchors;
  }

  Optional<String> templateMark() {
    return templateMark;
  }

  Tokens tokens() {
    return tokens;
  }

  /** How far reading has come. */
  int offset() {
    return Math.clamp(reader.getIndex(), 0, text.length());
  }

  /**
   * @param twin level of the spine that this node may be, -1 if none
   */
  YamlNode node(Event event, int depth, int twin) {
    return switch (event) {
      case AliasEvent alias -> {
        start = alias.getStartMark().getIndex();
        end = alias.getEndMark().getIndex();
        anchors++;
        yield new Alias(end - start, alias.getAnchor());
      }
      case ScalarEvent scalar -> scalar(scalar);
      case MappingStartEvent mapping -> mapping(mapping, depth, twin);
      case SequenceStartEvent sequence -> sequence(sequence, depth, twin);
      default ->
          throw new IllegalStateException("event " + event + ", expected the start of a node");
    };
  }

  private Scalar scalar(ScalarEvent event) {
    int valueStart = tokens.scalarStart;
    int valueEnd = event.getEndMark().getIndex();
    Style style = style(event);
    if (valueStart == NONE) { // missing, or nothing but properties
      valueStart = valueEnd;
    } else if (style == Style.LITERAL || style == Style.FOLDED) {
      valueEnd = BlockScalars.contentEnd(text, valueStart, valueEnd, style, event.getValue());
    } else if (style == Style.PLAIN && templateMark.isEmpty()) {
      templateMark = TemplateMarks.inPlain(event.getValue());
    }
    int nodeStart = tokens.propertyStart == NONE ? valueStart : tokens.propertyStart;
    Optional<String> anchor = anchor(event);
    Optional<String> tag = tag();
    start = nodeStart;
    end = valueEnd;
    return new Scalar(end - start, valueStart - start, anchor, tag, style, event.getValue());
  }

  private static Style style(ScalarEvent event) {
    return switch (event.getScalarStyle()) {
      case SINGLE_QUOTED -> Style.SINGLE_QUOTED;
      case DOUBLE_QUOTED, JSON_SCALAR_STYLE -> Style.DOUBLE_QUOTED;
      case LITERAL -> Style.LITERAL;
      case FOLDED -> Style.FOLDED;
      case PLAIN -> Style.PLAIN;
    };
  }

  private Optional<String> anchor(NodeEvent event) {
    if (event.getAnchor() == null) {
      return Optional.empty();
    }
    anchors++;
    return Optional.of(event.getAnchor());
  }

  private Optional<String> tag() {
    return tokens.tagStart == NONE
        ? Optional.empty()
        : Optional.of(text.substring(tokens.tagStart, tokens.tagEnd));
  }

  private Mapping mapping(MappingStartEvent event, int depth, int twin) {
    int valueStart = tokens.nextStart();
    checkDepth(depth, valueStart);
    int mappingStart = tokens.propertyStart == NONE ? valueStart : tokens.propertyStart;
    Optional<String> anchor = anchor(event);
    Optional<String> tag = tag();
    EntryList.Builder entries = new EntryList.Builder(mappingStart);
    if (event.isFlow()) {
      boolean braces = text.charAt(valueStart) == '{' && !tokens.atKey();
      if (braces && text.startsWith("{{", valueStart) && templateMark.isEmpty()) {
        templateMark = Optional.of(TemplateMarks.markAt(text, valueStart));
      }
      entries(entries, depth, NO_TWIN);
      if (braces) {
        end = closing;
      }
    } else {
      int level = spine.has(twin, true, tokens.nextColumn()) ? twin : NO_TWIN;
      entries(entries, depth, level);
    }
    start = mappingStart;
    return new Mapping(
        end - start, valueStart - start, anchor, tag, event.isFlow(), entries.build());
  }

  /**
   * Reads entries up to the mapping's end, or until the old tree is met; leaves the end of the last
   * one in {@link #end}.
   */
  void entries(EntryList.Builder entries, int depth, int level) {
    while (!met() && !meets(level)) {
      Event event = next();
      if (event.is(Event.ID.MappingEnd)) {
        closing = event.getEndMark().getIndex();
        return;
      }
      boolean explicit = tokens.explicitKey;
      int entryStart = tokens.keyStart;
      YamlNode key = node(event, depth + 1, NO_TWIN);
      int keyStart = start;
      int keyEnd = end;
      if (!explicit) {
        entryStart = keyStart;
      }
      Event valueEvent = next();
      boolean colon = tokens.colonEnd != NONE;
      YamlNode value = node(valueEvent, depth + 1, explicit || level < 0 ? NO_TWIN : level + 1);
      if (!colon && value.length() == 0) { // marked at the next token
        start = keyEnd;
        end = keyEnd;
      }
      entries.add(entryStart, keyStart, key, start, value);
    }
    addOldEntries(entries, level);
  }

  private void addOldEntries(EntryList.Builder entries, int level) {
    Spine.Level old = spine.levels().get(level);
    EntryList list = (EntryList) ((Mapping) old.node()).entries();
    int from = level == metLevel ? old.meeting() : old.next();
    if (from < list.size()) {
      entries.addAll(list, from, list.size(), old.start() + spine.delta());
      end = old.end() + spine.delta();
    }
  }

  private Sequence sequence(SequenceStartEvent event, int depth, int twin) {
    int valueStart = tokens.nextStart();
    checkDepth(depth, valueStart);
    int sequenceStart = tokens.propertyStart == NONE ? valueStart : tokens.propertyStart;
    Optional<String> anchor = anchor(event);
    Optional<String> tag = tag();
    ItemList.Builder items = new ItemList.Builder(sequenceStart);
    if (event.isFlow()) {
      items(items, depth, NO_TWIN);
      end = closing;
    } else {
      int level = spine.has(twin, false, tokens.nextColumn()) ? twin : NO_TWIN;
      items(items, depth, level);
    }
    start = sequenceStart;
    return new Sequence(
        end - start, valueStart - start, anchor, tag, event.isFlow(), items.build());
  }

  /** As {@link #entries}. */
  void items(ItemList.Builder items, int depth, int level) {
    while (!met() && !meets(level)) {
      Event event = next();
      if (event.is(Event.ID.SequenceEnd)) {
        closing = event.getEndMark().getIndex();
        return;
      }
      int dash = tokens.dash;
      YamlNode node = node(event, depth + 1, level < 0 ? NO_TWIN : level + 1);
      items.add(dash == NONE ? start : dash, start, node);
    }
    addOldItems(items, level);
  }

  private void addOldItems(ItemList.Builder items, int level) {
    Spine.Level old = spine.levels().get(level);
    ItemList list = (ItemList) ((Sequence) old.node()).items();
    int from = level == metLevel ? old.meeting() : old.next();
    if (from < list.size()) {
      items.addAll(list, from, list.size(), old.start() + spine.delta());
      end = old.end() + spine.delta();
    }
  }

  /** Whether the next token is the first child that the edit left alone. */
  private boolean meets(int level) {
    int there = level == NO_TWIN ? Spine.NOWHERE : spine.levels().get(level).meetingStart();
    if (there == Spine.NOWHERE || there != tokens.nextStart() || !tokens.atChild()) {
      return false;
    }
    metLevel = level;
    return true;
  }

  private void checkDepth(int depth, int offset) {
    if (depth > YamlReader.MAX_DEPTH) {
      throw new SyntaxException(
          "This is nested deeper than "
              + YamlReader.MAX_DEPTH
              + " levels, which is more than is read here. Make the document flatter.",
          offset);
    }
  }
}
