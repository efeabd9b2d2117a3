/**
 * Changing a cluster: what would happen, the person's choices, and then the writes one by one, each
 * through {@link io.github.ingressdesigner.cluster.apply.WriteGate} and into the journal. Nothing
 * is created, deleted or taken from another manager that the person did not name.
 */
@NullMarked
package io.github.ingressdesigner.cluster.apply;

import org.jspecify.annotations.NullMarked;
