package io.github.ingressdesigner.yaml;

import java.util.List;
import java.util.Random;

/** Documents of random nesting in every style; most are valid. */
final class RandomYaml {
  private static final List<String> SCALARS =
      List.of(
          "a",
          "b c",
          "1",
          "'q'",
          "\"d\"",
          "\"x: y # z\"",
          "~",
          "-1",
          "a:b",
          "http://x/y",
          "'it''s'",
          "&n v",
          "*n",
          "!t w",
          "[]",
          "{}",
          "[a, b: c]",
          "{d: e, f}",
          "",
          "🚪",
          "x # comment");

  private final Random random;
  private final StringBuilder out = new StringBuilder();

  private RandomYaml(Random random) {
    this.random = random;
  }

  static String document(Random random) {
    RandomYaml yaml = new RandomYaml(random);
    if (random.nextInt(4) == 0) {
      yaml.out.append("# head\n---\n");
    }
    int column = random.nextInt(6) == 0 ? 2 : 0;
    yaml.out.repeat(' ', column);
    if (random.nextBoolean()) {
      yaml.mapping(column, 0);
    } else {
      yaml.sequence(column, 0);
    }
    if (random.nextInt(5) == 0) {
      yaml.out.setLength(yaml.out.length() - 1);
    }
    return yaml.out.toString();
  }

  /** The caller has gone to the column already. */
  private void mapping(int column, int depth) {
    int size = 1 + random.nextInt(4);
    for (int i = 0; i < size; i++) {
      if (i > 0) {
        loose(column);
        out.repeat(' ', column);
      }
      out.append(random.nextInt(8) == 0 ? "\"k " + i + "\"" : "k" + random.nextInt(6)).append(':');
      value(column, depth, true);
    }
  }

  private void sequence(int column, int depth) {
    int size = 1 + random.nextInt(4);
    for (int i = 0; i < size; i++) {
      if (i > 0) {
        loose(column);
        out.repeat(' ', column);
      }
      out.append('-');
      value(column, depth, false);
    }
  }

  private void value(int column, int depth, boolean inMapping) {
    int kind = depth > 4 ? 0 : random.nextInt(inMapping ? 7 : 8);
    int deeper = column + 1 + random.nextInt(3);
    switch (kind) {
      case 0, 1, 2 ->
          out.append(' ').append(SCALARS.get(random.nextInt(SCALARS.size()))).append('\n');
      case 3 -> block(deeper);
      case 4, 5 -> {
        out.append(random.nextInt(6) == 0 ? " &m\n" : "\n").repeat(' ', deeper);
        mapping(deeper, depth + 1);
      }
      case 6 -> {
        int at = inMapping && random.nextBoolean() ? column : deeper;
        out.append('\n').repeat(' ', at);
        sequence(at, depth + 1);
      }
      default -> {
        out.append(' ');
        if (random.nextBoolean()) {
          mapping(column + 2, depth + 1);
        } else {
          sequence(column + 2, depth + 1);
        }
      }
    }
  }

  private void block(int column) {
    out.append(List.of(" |", " |-", " |+", " >", " >-").get(random.nextInt(5))).append('\n');
    int lines = random.nextInt(4);
    for (int i = 0; i < lines; i++) {
      out.repeat(' ', random.nextInt(4) == 0 ? 0 : column);
      out.append(random.nextInt(3) == 0 ? "" : "text: # " + i).append('\n');
    }
  }

  private void loose(int column) {
    if (random.nextInt(8) == 0) {
      out.append('\n');
    }
    if (random.nextInt(8) == 0) {
      out.repeat(' ', random.nextInt(column + 1)).append("# note\n");
    }
  }
}
