package io.github.ingressdesigner.bind;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Rule;
import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.yaml.ReadResult;
import io.github.ingressdesigner.yaml.YamlReader;
import io.github.ingressdesigner.yaml.YamlTree;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept from the last tree must never be seen in the result. */
class ReuseTest {
  private static final List<String> SNIPPETS =
      List.of(
          "x",
          "8",
          "-",
          ":",
          " ",
          "\n",
          "'",
          "\"",
          "#",
          "yes",
          "*a",
          "&a ",
          "<<: *a",
          "null",
          "\n  - host: new.example\n",
          "\n      - path: /new\n        pathType: exact\n",
          "\n      - {path: p, pathType: Prefix}\n",
          "    ",
          "  ",
          "[",
          "]",
          "{",
          "}",
          "kind: List",
          "apiVersion: extensions/v1beta1",
          "!!int ",
          "host: 5\n",
          "80",
          "\n- ");

  /** Three rules of several paths, some of them odd. */
  private static String ingress(Random random, int rules, int paths) {
    StringBuilder yaml =
        new StringBuilder(
            "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: shop\n"
                + "spec:\n  tls:\n  - hosts: [a, 5]\n  - secretName: x\n  rules:\n");
    for (int rule = 0; rule < rules; rule++) {
      yaml.append("  - host: h%d.example\n    http:\n      paths:\n".formatted(rule));
      for (int path = 0; path < paths; path++) {
        String type = List.of("Prefix", "Exact", "prefix", "5").get(random.nextInt(4));
        String backend =
            List.of(
                    "{service: {name: s, port: {number: 80}}}",
                    "{service: {name: s, port: {number: '80'}}}",
                    "&a {service: {name: s, port: {name: p}}}",
                    "*a",
                    "{}")
                .get(random.nextInt(random.nextInt(5) == 0 ? 5 : 3));
        yaml.append("      - path: /p%d\n        pathType: %s\n".formatted(path, type))
            .append("        backend: ")
            .append(backend)
            .append('\n');
      }
    }
    return yaml.toString();
  }

  private static String list(Random random) {
    StringBuilder yaml = new StringBuilder("apiVersion: v1\nkind: List\nitems:\n");
    for (int i = 0; i < 4; i++) {
      yaml.append("- ").append(ingress(random, 2, 2).replace("\n", "\n  ").stripTrailing());
      yaml.append('\n');
    }
    return yaml.toString();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void keptBindingEqualsFreshBindingAfterRandomEdits(long seed) {
    Random random = new Random(seed);
    String start = seed % 2 == 0 ? list(random) : ingress(random, 3, 4);
    String text = start;
    YamlReader reader = new YamlReader();
    ResourceBinder kept = new ResourceBinder();
    YamlTree tree = Bindings.tree(text);
    int compared = 0;
    for (int i = 0; i < 250; i++) {
      TextEdit edit = edit(random, text, start);
      String after =
          text.substring(0, edit.offset())
              + edit.inserted()
              + text.substring(edit.offset() + edit.removed().length());
      if (reader.reread(tree, text, edit, after) instanceof ReadResult.Parsed parsed) {
        tree = SharedNodes.share(tree, parsed.tree());
        text = after;
        assertThat(kept.bind(tree)).isEqualTo(new ResourceBinder().bind(tree));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(50);
  }

  /** Mostly small changes; now and then whole lines move or go, or all starts again. */
  private static TextEdit edit(Random random, String text, String start) {
    if (random.nextInt(40) == 0) {
      return new TextEdit(0, text, start);
    }
    int from = random.nextInt(text.length() + 1);
    if (random.nextInt(4) > 0) {
      int to = Math.min(text.length(), from + random.nextInt(3));
      String inserted = SNIPPETS.get(random.nextInt(SNIPPETS.size()));
      return new TextEdit(from, text.substring(from, to), random.nextBoolean() ? inserted : "");
    }
    int lineStart = text.lastIndexOf('\n', from) + 1;
    int end = lineStart;
    for (int line = random.nextInt(4); line >= 0 && end < text.length(); line--) {
      int next = text.indexOf('\n', end);
      end = next < 0 ? text.length() : next + 1;
    }
    String lines = text.substring(lineStart, end);
    return random.nextBoolean()
        ? new TextEdit(lineStart, lines, "")
        : TextEdit.insert(lineStart, lines);
  }

  private static List<Rule> rules(BoundDocument document) {
    return ((Ingress) document.resources().getFirst().resource()).spec().rules();
  }

  private static BoundDocument rebind(ResourceBinder binder, String before, TextEdit edit) {
    YamlTree tree = Bindings.tree(before);
    binder.bind(tree);
    return binder.bind(after(tree, before, edit));
  }

  private static YamlTree after(YamlTree tree, String before, TextEdit edit) {
    String after =
        before.substring(0, edit.offset())
            + edit.inserted()
            + before.substring(edit.offset() + edit.removed().length());
    return SharedNodes.share(tree, Bindings.tree(after));
  }

  private static final String GOOD =
      ingress(new Random(0), 3, 4)
          .replaceAll("backend: .*", "backend: {service: {name: s, port: {number: 80}}}");

  @Test
  void pathsBesideAnEditAreKept() {
    ResourceBinder binder = new ResourceBinder();
    YamlTree tree = Bindings.tree(GOOD);
    List<HttpPath> before = rules(binder.bind(tree)).get(1).paths();
    int offset = GOOD.indexOf("/p2", GOOD.indexOf("h1.example")) + 3;
    YamlTree edited = after(tree, GOOD, TextEdit.insert(offset, "x"));
    List<HttpPath> after = rules(binder.bind(edited)).get(1).paths();
    assertThat(after.get(1)).isSameAs(before.get(1));
    assertThat(after.get(3)).isSameAs(before.get(3));
    assertThat(after.get(2).path()).contains("/p2x");
  }

  @Test
  void rulesBesideAnEditAreKept() {
    ResourceBinder binder = new ResourceBinder();
    YamlTree tree = Bindings.tree(GOOD);
    List<Rule> before = rules(binder.bind(tree));
    YamlTree edited = after(tree, GOOD, TextEdit.insert(GOOD.indexOf("h1") + 1, "x"));
    List<Rule> after = rules(binder.bind(edited));
    assertThat(after.get(0)).isSameAs(before.get(0));
    assertThat(after.get(2)).isSameAs(before.get(2));
  }

  @Test
  void problemsBelowAnInsertedRuleMoveWithTheirRules() {
    ResourceBinder binder = new ResourceBinder();
    int offset = GOOD.indexOf("  - host: h0");
    BoundDocument after = rebind(binder, GOOD, TextEdit.insert(offset, "  - host: 5\n"));
    assertThat(after.problems())
        .extracting(p -> p.path().toString())
        .contains("spec.rules[0].host")
        .anyMatch(p -> p.startsWith("spec.rules[3]."))
        .noneMatch(p -> p.startsWith("spec.rules[4]."));
  }

  @Test
  void changeOfTheVersionBindsAllRulesAgain() {
    String untyped = GOOD.replaceAll(" +pathType: .*\n", "");
    int offset = untyped.indexOf("networking.k8s.io/v1") + "networking.k8s.io/v1".length();
    BoundDocument after = rebind(new ResourceBinder(), untyped, TextEdit.insert(offset, "beta1"));
    assertThat(Bindings.places(untyped)).contains("spec.rules[0].http.paths[0].pathType");
    assertThat(after.problems())
        .extracting(p -> p.path().toString())
        .noneMatch(p -> p.endsWith("pathType"));
  }
}
