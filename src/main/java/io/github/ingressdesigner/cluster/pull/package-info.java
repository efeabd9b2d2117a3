/**
 * Bringing what runs to disk: which objects, read page by page, and which files they become.
 * Reading goes on where one kind or namespace is refused, and tells so. No file is written over
 * without the person's word.
 */
@NullMarked
package io.github.ingressdesigner.cluster.pull;

import org.jspecify.annotations.NullMarked;
