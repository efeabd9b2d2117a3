/**
 * What the application remembers of a person's wishes and of the last session, in one small file of
 * the owner's alone, and where such files lie on each platform. A file that cannot be read is kept
 * aside, never lost and never in the way.
 */
@NullMarked
package io.github.ingressdesigner.workspace.settings;

import org.jspecify.annotations.NullMarked;
