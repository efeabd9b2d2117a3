/** Measurements, run by hand; no tests. */
@NullMarked
package io.github.ingressdesigner.bench;

import org.jspecify.annotations.NullMarked;
