/**
 * The pages that explain the subject: one for each concept, written by hand in Markdown beside the
 * other resources, and one for each check, made of what the check says of itself. Nothing here
 * changes a text.
 */
@NullMarked
package io.github.ingressdesigner.ui.help;

import org.jspecify.annotations.NullMarked;
