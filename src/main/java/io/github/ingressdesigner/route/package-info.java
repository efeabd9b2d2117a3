/**
 * Questions and answers of routing: requests, decisions with their traces, and what a compiled
 * table must be able to do. Nothing of YAML, files or windows may come in, and no controller's own
 * rules: those live in {@code dialect}.
 */
@NullMarked
package io.github.ingressdesigner.route;

import org.jspecify.annotations.NullMarked;
