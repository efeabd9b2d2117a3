package io.github.ingressdesigner.yaml;

import java.util.List;

/** Small documents that show what YAML can do to a reader. */
final class NastyDocuments {
  private NastyDocuments() {}

  static final List<String> ALL =
      List.of(
          "a: 1\nb:\n  c: 2\n  d: [x, y]\ne: f\n",
          "a:\n- 1\n-\n- b: 1\n  c: 2\n- - d\n  - e\nf: g\n",
          "a:\n  - 1\n  - b: 1\n    c:\n    - 2\n  -\n    d: 3\n",
          "- a\n-\n- b\n- c:\n  - d\n-   e: 1\n    f: 2\n",
          "k:\n-\nfoo: 1\nbar:\n-\n",
          "a:\nb:\nc:\nd: 1\ne:\n",
          "a: |\n  one\n\n    two\n\n\nb: >-\n  x\n  y\n\nc: |+\n  z\n\n",
          "a: |2\n    x\n  y\nb: >+\n\n  q\n\n\nc: 1",
          "a: 'x\n  y'\nb: \"x\\\n  y\n\n  z\"\nc: plain\n  goes on\n  # no more\nd: 1\n",
          "? a\n: b\n? [c]\n: - d\n  - e\n? |\n  k\n: v\n? x\nz: 1\n",
          "a: &x 1\nb: *x\nc: &y\n  d: *x\n  e: !!str f\n<<: *y\n? *x\n: g\n",
          "a: &x\nb: !t\nc: &z !u\nd: [*x, &w v, *w]\n",
          "a: {b: 1, c: [1, {d: e}], ? f : g, h, i: }\n"
              + "j: [a: 1, b: 2, ? c]\n"
              + "k:\n"
              + "  {\n"
              + "  l: m,\n"
              + " n: o }\n",
          "---\n"
              + "# head\n"
              + "a: 1 # tail\n\n"
              + "# loose\n\n"
              + "b: # none\n"
              + "  # own\n"
              + "  - c # t\n"
              + "  # d\n"
              + "  - e\n"
              + "# end\n",
          "%TAG !e! tag:x,2000:\n---\na: !e!b c\nd: 1\n",
          "# %TAG\n--- !!map\na: 1\nb: 2\n...\n# after\n",
          "--- &r\na: 1\nb: 2\n",
          "  a: 1\n  b:\n    - c\n    - d\n  e: f\n",
          "a: x\t# c\nb:\t\n  c: 1\t\nd: 2\n",
          "a: 🚪\n🚪: b\nc:\n- 🚪🚪: d\n  e: f\n- g\n",
          "a: 1 # x\u0085b: 2\nc: 3\u2028d: 4\ne:\n- f\u2029- g\n",
          "{\"a\": 1, \"b\": [\n  {\"c\": \"d\"},\n  {}\n]}\n",
          "a: 1\na: 2\n\"a\": 3\n'a': 4\n",
          "a: \"{{ x }}\"\nb: '{{ y }}'\nc: |\n  {{ z }}\nd: Hello {{n}}\n",
          "a: \"b: c\"\n\"d\": e\n'f g': h\n-i: j\n?k: l\n:m: n\n",
          "- - - a\n    - b\n  - c\n- d\n",
          "- a: 1\n  b: 2\n\n- c: 3\n  d:\n  - e\n  - f\n  g: h\n",
          "spec:\n"
              + "  rules:\n"
              + "  - host: a\n"
              + "    http:\n"
              + "      paths:\n"
              + "      - path: /a\n"
              + "        pathType: Prefix\n"
              + "        backend:\n"
              + "          service:\n"
              + "            name: s\n"
              + "            port:\n"
              + "              number: 80\n"
              + "      - path: /b\n"
              + "        backend: {service: {name: t}}\n"
              + "  - host: '*.b'\n"
              + "    http:\n"
              + "      paths:\n"
              + "      - path: /c\n"
              + "  tls:\n"
              + "  - hosts: [a]\n");
}
