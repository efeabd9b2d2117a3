/**
 * Rules about what one controller refuses or leaves out although the API server takes it: a path, a
 * whole Ingress, or the whole configuration. Mostly what its route table says by itself, with the
 * place and, where there is one, the way to mend it.
 */
@NullMarked
package io.github.ingressdesigner.lint.controller;

import org.jspecify.annotations.NullMarked;
