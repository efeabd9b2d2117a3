package io.github.ingressdesigner.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.yaml.Sketch.Field;
import io.github.ingressdesigner.yaml.Sketch.Fields;
import io.github.ingressdesigner.yaml.Sketch.Items;
import io.github.ingressdesigner.yaml.Sketch.Layout;
import io.github.ingressdesigner.yaml.Sketch.Props;
import io.github.ingressdesigner.yaml.YamlNode.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BlockWriterTest {
  private static final Sketch RULE =
      Sketch.fields(
          List.of(
              Field.of("host", Sketch.text("*.example")),
              Field.of("ports", Sketch.items(List.of(Sketch.number(80), Sketch.text("80"))))));

  @Test
  void itemFollowsTheDefaultHabits() {
    assertThat(new BlockWriter(YamlHabits.DEFAULT).item(RULE, 2))
        .isEqualTo("- host: \"*.example\"\n    ports:\n    - 80\n    - \"80\"");
  }

  @Test
  void itemFollowsTheHabitsOfItsText() {
    String text = "a:\n    - b:\n          c: 'x'\n";
    YamlHabits habits = YamlHabits.near(root(text), text);

    assertThat(new BlockWriter(habits).item(RULE, 0))
        .isEqualTo("- host: '*.example'\n  ports:\n      - 80\n      - '80'");
  }

  @Test
  void emptyCollectionsStandInBrackets() {
    Sketch empty =
        Sketch.fields(
            List.of(
                Field.of("a", Sketch.fields(List.of())), Field.of("b", Sketch.items(List.of()))));

    assertThat(new BlockWriter(YamlHabits.DEFAULT).entry(Field.of("k", empty), 0))
        .isEqualTo("k:\n  a: {}\n  b: []");
  }

  @Test
  void exampleGivesOrderQuotesAndLayout() {
    String text = "{ports: [1], \"host\": 'x'}";
    Sketch like = RULE.like(Sketch.of(root(text), text));

    assertThat(new FlowWriter(YamlHabits.DEFAULT).write(like, Layout.FLOW, 0))
        .isEqualTo("{ports: [80, \"80\"], \"host\": '*.example'}");
  }

  @Test
  void whateverIsWrittenReadsBackTheSame() {
    Random random = new Random(11);
    for (int i = 0; i < 1500; i++) {
      Sketch sketch = new Fields(Props.NONE, fields(random, 3), layout(random));
      YamlHabits habits =
          new YamlHabits(
              random.nextBoolean() ? 2 : 4,
              random.nextBoolean() ? 0 : 2,
              1 + random.nextInt(3),
              random.nextBoolean() ? Style.DOUBLE_QUOTED : Style.SINGLE_QUOTED,
              random.nextBoolean(),
              random.nextBoolean() ? ": " : ":",
              random.nextBoolean() ? ", " : ",",
              random.nextBoolean(),
              random.nextBoolean());
      String text = new BlockWriter(habits).entry(Field.of("k", sketch), 0) + "\n";

      YamlNode read = root(text).get("k").orElseThrow().node();

      assertThat(plain(Sketch.of(read))).as(text).isEqualTo(plain(sketch));
    }
  }

  /** Values only: styles and layouts are wishes. */
  private static Object plain(Sketch sketch) {
    return switch (sketch) {
      case Sketch.Text text -> "text " + text.value();
      case Sketch.Bare bare -> "bare " + bare.text();
      case Sketch.Link link -> "link " + link.name();
      case Fields fields ->
          fields.fields().stream().map(f -> List.of(f.name(), plain(f.value()))).toList();
      case Items items ->
          List.of("items", items.items().stream().map(BlockWriterTest::plain).toList());
    };
  }

  private static List<Field> fields(Random random, int depth) {
    List<Field> fields = new ArrayList<>();
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      fields.add(Field.of(text(random) + i, value(random, depth - 1)));
    }
    return fields;
  }

  private static Sketch value(Random random, int depth) {
    return switch (depth == 0 ? random.nextInt(3) : random.nextInt(5)) {
      case 0 -> new Sketch.Text(Props.NONE, text(random), Style.values()[random.nextInt(5)]);
      case 1 -> Sketch.number(random.nextInt(1000));
      case 2 -> new Sketch.Text(Props.NONE, "a\n  b\n" + text(random) + "\n", Style.LITERAL);
      case 3 -> new Fields(Props.NONE, fields(random, depth), layout(random));
      default -> {
        List<Sketch> items = new ArrayList<>();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
          items.add(value(random, depth - 1));
        }
        yield new Items(Props.NONE, items, layout(random));
      }
    };
  }

  private static Layout layout(Random random) {
    return Layout.values()[random.nextInt(3)];
  }

  private static String text(Random random) {
    List<String> texts =
        List.of("a", "yes", "1", "*.x", "a: b", "a #b", "", "it's", "\"q\"", "a,b", "ü😀", "- x");
    return texts.get(random.nextInt(texts.size()));
  }

  private static YamlCursor root(String yaml) {
    ReadResult result = new YamlReader().read(yaml);
    assertThat(result).as(yaml).isInstanceOf(ReadResult.Parsed.class);
    return ((ReadResult.Parsed) result).tree().cursor();
  }
}
