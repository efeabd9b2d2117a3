/**
 * The sheet beside the graph that edits the whole selected element by real fields: what a path
 * matches, where it leads, the host, its TLS entry, the Ingress and its annotations. Every field
 * becomes one intent, so one smallest change of the text; nothing is kept here but what is being
 * typed.
 */
@NullMarked
package io.github.ingressdesigner.ui.inspector;

import org.jspecify.annotations.NullMarked;
