package io.github.ingressdesigner.workspace;

import io.github.ingressdesigner.text.FileBytes;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.text.TextEdits;
import java.util.Random;

/** Texts for the tests of the analysis. */
final class Yamls {
  private static final String[] LINES = {
    "    - host: b.example",
    "      http:",
    "        paths:",
    "          - path: /x",
    "  rules:",
    "---",
    "# note",
    "",
    "kind: Ingress",
    "    x: &a 1",
    "  y: *a",
    "broken: [",
    "}",
    "{{ x }}",
    "...",
    "spec:",
    "metadata: {name: z}",
  };

  private Yamls() {}

  static FileBytes bytes(String text) {
    return FileBytes.of(SourceText.of(text));
  }

  static String ingress(String name, String host, String path) {
    return """
    apiVersion: networking.k8s.io/v1
    kind: Ingress
    metadata:
      name: %s
    spec:
      rules:
        - host: %s
          http:
            paths:
              - path: %s
                pathType: Prefix
                backend:
                  service:
                    name: web
                    port:
                      number: 80
    """
        .formatted(name, host, path);
  }

  /** Three documents, the second an Ingress with a comment, the last a Service. */
  static String three() {
    return ingress("one", "one.example", "/")
        + "---\n# the second\n"
        + ingress("two", "two.example", "/two")
        + "---\n"
        + "apiVersion: v1\n"
        + "kind: Service\n"
        + "metadata:\n"
        + "  name: web\n"
        + "spec: {ports: [{port: 80}]}\n";
  }

  /** Small edits as people make them, and now and then whole lines that break things. */
  static TextEdits randomEdits(Random random, String text) {
    int start = random.nextInt(text.length() + 1);
    return switch (random.nextInt(6)) {
      case 0 -> {
        int end = Math.min(text.length(), start + 1 + random.nextInt(30));
        yield TextEdits.of(new TextEdit(start, text.substring(start, end), ""));
      }
      case 1 -> {
        int line = text.lastIndexOf('\n', start - 1) + 1;
        yield TextEdits.of(TextEdit.insert(line, LINES[random.nextInt(LINES.length)] + "\n"));
      }
      case 2 -> {
        int line = text.lastIndexOf('\n', start - 1) + 1;
        int end = text.indexOf('\n', line) < 0 ? text.length() : text.indexOf('\n', line) + 1;
        yield TextEdits.of(new TextEdit(line, text.substring(line, end), ""));
      }
      default ->
          TextEdits.of(
              TextEdit.insert(
                  start, Character.toString("abc /:-#\n \"1".charAt(random.nextInt(12)))));
    };
  }
}
