/**
 * How controllers read Ingresses: one entry class for each, and the list of them. What several
 * share stands once in {@code common}; a dialect's parts live in a package of its own. Knows routes
 * and the model only: no YAML text, no files, no windows.
 */
@NullMarked
package io.github.ingressdesigner.dialect;

import org.jspecify.annotations.NullMarked;
