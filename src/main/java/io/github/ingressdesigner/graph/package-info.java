/**
 * The pure picture of a snapshot: what hosts, paths and backends there are ({@link Graph}), where
 * they stand ({@link Layout}) and what moved between two layouts ({@link GraphDiff}). Knows the
 * model and the routes; no JavaFX, no text, no files.
 */
@NullMarked
package io.github.ingressdesigner.graph;

import org.jspecify.annotations.NullMarked;
