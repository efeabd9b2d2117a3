package io.github.ingressdesigner.yaml;

import io.github.ingressdesigner.yaml.YamlNode.Scalar;
import io.github.ingressdesigner.yaml.YamlNode.Style;
import java.util.Optional;

/** Collects the first evidence of each habit, nearest node first. */
final class HabitsReader {
  private static final int NODES_PER_LEVEL = 300;

  private final String slice;
  private int budget;
  private Optional<Integer> step = Optional.empty();
  private Optional<Integer> dashIndent = Optional.empty();
  private Optional<Integer> dashGap = Optional.empty();
  private Optional<Style> quote = Optional.empty();
  private Optional<Boolean> json = Optional.empty();
  private Optional<String> colon = Optional.empty();
  private Optional<String> comma = Optional.empty();
  private Optional<Boolean> padMap = Optional.empty();
  private Optional<Boolean> padList = Optional.empty();

  HabitsReader(String slice) {
    this.slice = slice;
  }

  /** Looks at a node and what is inside it. */
  void read(YamlCursor cursor) {
    budget = NODES_PER_LEVEL;
    visit(cursor);
  }

  YamlHabits result() {
    YamlHabits def = YamlHabits.DEFAULT;
    int indent = step.orElse(def.step());
    return new YamlHabits(
        indent,
        dashIndent.orElse(def.dashIndent()),
        dashGap.orElse(def.dashGap()),
        quote.orElse(def.quote()),
        json.orElse(def.json()),
        colon.orElse(def.colon()),
        comma.orElse(def.comma()),
        padMap.orElse(def.padMap()),
        padList.orElse(def.padList()));
  }

  private void visit(YamlCursor cursor) {
    if (budget-- <= 0) {
      return;
    }
    switch (cursor.node()) {
      case Scalar scalar -> {
        boolean key = cursor.place().map(YamlCursor.Place::isKey).orElse(false);
        if (!key && (scalar.style() == Style.SINGLE_QUOTED || isDouble(scalar))) {
          quote = quote.or(() -> Optional.of(scalar.style()));
        }
      }
      case YamlNode.Mapping mapping when mapping.flow() -> visitFlowMapping(cursor);
      case YamlNode.Sequence sequence when sequence.flow() -> visitFlowList(cursor);
      case YamlNode.Mapping _ -> visitMapping(cursor);
      case YamlNode.Sequence _ -> visitList(cursor);
      case YamlNode.Alias _ -> {}
    }
  }

  private void visitMapping(YamlCursor mapping) {
    int count = mapping.entries().size();
    for (int i = 0; i < count && budget > 0; i++) {
      YamlCursor value = mapping.value(i);
      int column = column(mapping.start() + mapping.entries().get(i).start());
      switch (value.node()) {
        case YamlNode.Mapping m when !m.flow() && !m.entries().isEmpty() -> {
          int inner = column(value.start() + m.entries().getFirst().start());
          step = step.or(() -> inner > column ? Optional.of(inner - column) : Optional.empty());
        }
        case YamlNode.Sequence s when !s.flow() && !s.items().isEmpty() -> {
          int dash = column(value.start() + s.items().getFirst().start());
          dashIndent =
              dashIndent.or(() -> dash >= column ? Optional.of(dash - column) : Optional.empty());
        }
        case YamlNode.Mapping _, YamlNode.Sequence _, Scalar _, YamlNode.Alias _ -> {}
      }
      visit(value);
    }
  }

  private void visitList(YamlCursor list) {
    for (int i = 0; i < list.items().size() && budget > 0; i++) {
      YamlCursor node = list.item(i);
      int dash = list.start() + list.items().get(i).start();
      boolean sameLine = node.start() > dash && slice.indexOf('\n', dash) >= node.start();
      if (sameLine && node.node().length() > 0) {
        dashGap = dashGap.or(() -> Optional.of(node.start() - dash - 1));
      }
      visit(node);
    }
  }

  private void visitFlowMapping(YamlCursor mapping) {
    int count = mapping.entries().size();
    boolean braces = slice.startsWith("{", mapping.valueRange().start());
    if (count > 0 && braces) {
      padMap = padMap.or(() -> padding(mapping));
      json = json.or(() -> Optional.of(isJson(mapping)));
      int end = mapping.key(0).range().end();
      String between = slice.substring(end, Math.max(end, mapping.value(0).start()));
      colon =
          colon.or(
              () ->
                  between.isBlank()
                      ? Optional.empty()
                      : Optional.of(
                          between.strip().equals(":") && !between.contains("\n") ? between : ": "));
    }
    for (int i = 0; i < count && budget > 0; i++) {
      if (i > 0) {
        between(mapping.value(i - 1).range().end(), mapping.key(i).start());
      }
      visit(mapping.value(i));
    }
  }

  private void visitFlowList(YamlCursor list) {
    int count = list.items().size();
    if (count > 0) {
      padList = padList.or(() -> padding(list));
    }
    for (int i = 0; i < count && budget > 0; i++) {
      if (i > 0) {
        between(list.item(i - 1).range().end(), list.item(i).start());
      }
      visit(list.item(i));
    }
  }

  private void between(int end, int start) {
    String text = slice.substring(end, Math.max(end, start));
    if (text.strip().equals(",") && text.indexOf('\n') < 0) {
      comma = comma.or(() -> Optional.of(text.stripLeading()));
    }
  }

  /** Whether a space follows the bracket; nothing to say where it is broken over lines. */
  private Optional<Boolean> padding(YamlCursor flow) {
    int at = flow.valueRange().start() + 1;
    return at >= slice.length() || slice.charAt(at) == '\n'
        ? Optional.empty()
        : Optional.of(slice.charAt(at) == ' ');
  }

  private static boolean isJson(YamlCursor mapping) {
    return mapping.entries().stream().allMatch(e -> e.key() instanceof Scalar s && isDouble(s));
  }

  private static boolean isDouble(Scalar scalar) {
    return scalar.style() == Style.DOUBLE_QUOTED;
  }

  private int column(int offset) {
    return offset - (slice.lastIndexOf('\n', offset - 1) + 1);
  }
}
