/**
 * The settings of routing that a workspace shares: which controller serves its files and how that
 * is configured, in a small file that is committed beside them. What one person sees or prefers
 * does not come in here.
 */
@NullMarked
package io.github.ingressdesigner.workspace.routing;

import org.jspecify.annotations.NullMarked;
