/**
 * From an intent to the smallest proved text edit; the only writer of YAML. A planner per group of
 * intents finds the nodes ({@link io.github.ingressdesigner.splice.Way}), the primitives put edits
 * and the planned tree into a {@link io.github.ingressdesigner.splice.Draft}, and {@link
 * io.github.ingressdesigner.splice.SpliceProof} reads the edited text again and compares. What
 * cannot be proved is written anew by the smallest enclosing block, and if that fails too, refused.
 * Nothing here touches files, the workspace or the screen, and no text is changed in place.
 *
 * <p>Decisions that the format leaves open: the last path of a rule takes its {@code http} with it,
 * since the API refuses an empty {@code paths} but takes a rule without {@code http}; every other
 * list that loses its last item stays as {@code []}, every mapping as {@code {}}. A new key goes
 * behind the keys that usually stand before it. A copy takes the comments inside the original, not
 * the ones above it.
 */
@NullMarked
package io.github.ingressdesigner.splice;

import org.jspecify.annotations.NullMarked;
