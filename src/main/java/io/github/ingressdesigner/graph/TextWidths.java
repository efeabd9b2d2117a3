package io.github.ingressdesigner.graph;

/** Measures text, so that layout needs no fonts of its own. Widths in pixels at 100 %. */
public interface TextWidths {
  /** Width in the face of hosts, paths and backends. */
  double name(String text);

  /** Width in the face of chips and tags. */
  double small(String text);
}
