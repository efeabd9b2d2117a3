package io.github.ingressdesigner.splice;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Texts with Ingresses in many ways of writing them, with comments and blank lines. */
final class RandomIngresses {
  private static final String HEAD =
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: shop
      spec:
        rules:
      """;

  private final Random random;
  private final int step;
  private final int dash;
  private final boolean blanks;
  private final String quote;
  private int comments;

  private RandomIngresses(Random random) {
    this.random = random;
    this.step = random.nextBoolean() ? 2 : 4;
    this.dash = random.nextBoolean() ? 0 : step;
    this.blanks = random.nextInt(3) == 0;
    this.quote = List.of("", "\"", "'").get(random.nextInt(3));
  }

  static String text(Random random) {
    RandomIngresses ingresses = new RandomIngresses(random);
    List<String> documents = new ArrayList<>();
    int count = 1 + random.nextInt(2);
    for (int i = 0; i < count; i++) {
      documents.add(String.join("\n", ingresses.document()));
    }
    String text = String.join("\n---\n", documents);
    return random.nextInt(3) == 0 ? text : text + "\n";
  }

  /** A text in which values are shared through anchors, aliases and merges. */
  static String shared(Random random) {
    List<String> lines = new ArrayList<>(HEAD.lines().toList());
    List<String> rules = new ArrayList<>();
    String backend = "{service: {name: s, port: {number: 80}}}";
    rules.add(
        "- &r\n  host: a.example\n  http: &h\n    paths: &p\n    - &q\n      path: /a\n"
            + "      pathType: Exact\n      backend: &b\n        service:\n          name: s\n"
            + "          port:\n            number: 80");
    rules.add("- host: &n b.example\n  http: *h");
    rules.add("- <<: *r\n  host: c.example # tail");
    rules.add("- <<: *r");
    rules.add("- host: d.example\n  http:\n    paths: *p");
    rules.add("- http:\n    paths:\n    - *q\n    # about d\n    - path: /d\n      backend: *b");
    rules.add("- host: e.example\n  http: {paths: [*q, {path: /e, backend: " + backend + "}]}");
    rules.replaceAll(rule -> "  " + rule.replace("\n", "\n  "));
    lines.add(rules.getFirst());
    for (String rule : rules.subList(1, rules.size())) {
      if (random.nextInt(3) > 0) {
        lines.add(rule);
      }
    }
    String text = String.join("\n", lines);
    return random.nextBoolean() ? text : text + "\n";
  }

  private List<String> document() {
    List<String> lines = new ArrayList<>();
    lines.add("apiVersion: networking.k8s.io/v1");
    lines.add("kind: Ingress");
    lines.add("metadata:" + tail());
    lines.add(in(1) + "name: shop" + random.nextInt(9));
    if (random.nextBoolean()) {
      lines.add(in(1) + "annotations:");
      lines.add(in(2) + "example.com/a: " + quoted("x"));
      if (random.nextBoolean()) {
        lines.add(in(2) + "example.com/snippet: |");
        lines.add(in(3) + "one; # no comment");
        lines.add("");
        lines.add(in(3) + "  two;");
      }
    }
    lines.add("spec:");
    comment(lines, step);
    if (random.nextBoolean()) {
      lines.add(in(1) + "ingressClassName: nginx" + tail());
    }
    if (random.nextInt(3) == 0) {
      lines.add(in(1) + "tls: [{hosts: [a.example], secretName: a}, {secretName: 'b'}]");
    }
    if (random.nextInt(4) == 0) {
      lines.add(in(1) + "rules: " + flowRules());
    } else {
      lines.add(in(1) + "rules:" + tail());
      rules(lines);
    }
    return lines;
  }

  private void rules(List<String> lines) {
    int count = 1 + random.nextInt(3);
    int column = step + dash;
    for (int i = 0; i < count; i++) {
      separate(lines, i);
      comment(lines, column);
      String lead = " ".repeat(column) + "- ";
      boolean host = random.nextInt(4) > 0;
      if (host) {
        lines.add(lead + "host: " + quoted("h" + i + ".example") + tail());
      }
      String inner = " ".repeat(column + 2);
      if (!host || random.nextInt(5) > 0) {
        lines.add((host ? inner : lead) + "http:");
        lines.add(inner + " ".repeat(step) + "paths:" + tail());
        paths(lines, column + 2 + step + dash);
      }
    }
  }

  private void paths(List<String> lines, int column) {
    int count = 1 + random.nextInt(3);
    String lead = " ".repeat(column) + "- ";
    String in = " ".repeat(column + 2);
    String more = " ".repeat(step);
    for (int i = 0; i < count; i++) {
      separate(lines, i);
      comment(lines, column);
      if (random.nextInt(4) == 0) {
        lines.add(lead + flowPath(i) + tail());
        continue;
      }
      lines.add(lead + "path: " + quoted("/p" + i) + tail());
      lines.add(in + "pathType: Prefix");
      if (random.nextBoolean()) {
        lines.add(in + "backend: {service: {name: s" + i + ", port: {number: 80}}}" + tail());
      } else {
        lines.add(in + "backend:");
        comment(lines, column + 2 + step);
        lines.add(in + more + "service:");
        lines.add(in + more + more + "name: s" + i + tail());
        lines.add(in + more + more + "port:");
        String port = random.nextBoolean() ? "number: 80" : "name: " + quoted("http");
        lines.add(in + more + more + more + port + tail());
      }
      if (random.nextInt(5) == 0) {
        lines.add(in + "# loose " + comments++);
      }
    }
  }

  private String flowRules() {
    String paths = "[" + flowPath(1) + (random.nextBoolean() ? "" : ", " + flowPath(2)) + "]";
    return "[{host: a.example, http: {paths: " + paths + "}}, {host: b.example}]";
  }

  private static String flowPath(int i) {
    return "{path: /f" + i + ", pathType: Exact, backend: {service: {name: f, port: {number: 1}}}}";
  }

  private void separate(List<String> lines, int index) {
    if (blanks && index > 0) {
      lines.add("");
    }
  }

  private void comment(List<String> lines, int column) {
    if (random.nextInt(4) == 0) {
      lines.add(" ".repeat(column) + "# comment " + comments++);
    }
  }

  private String tail() {
    return random.nextInt(5) == 0 ? " # tail " + comments++ : "";
  }

  private String quoted(String text) {
    return quote + text + quote;
  }

  private String in(int levels) {
    return " ".repeat(step * levels);
  }
}
