/**
 * Plain text and edits of it: what an offset means, how lines are counted, how an edit is undone,
 * and how bytes become text and the same bytes again. Knows no YAML, no files and nothing else of
 * the application; everything in here is immutable.
 */
@NullMarked
package io.github.ingressdesigner.text;

import org.jspecify.annotations.NullMarked;
