/**
 * Turns Ingresses into what they have to be elsewhere or today, as the smallest edits of their
 * text: for now, removed API versions into networking.k8s.io/v1. No files, no window.
 */
@NullMarked
package io.github.ingressdesigner.migrate;

import org.jspecify.annotations.NullMarked;
