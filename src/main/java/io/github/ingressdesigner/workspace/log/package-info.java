/**
 * The log: one small rotated file of the owner's alone in the state folder, nothing on the console,
 * and no secret in it, whoever wrote the line.
 */
@NullMarked
package io.github.ingressdesigner.workspace.log;

import org.jspecify.annotations.NullMarked;
