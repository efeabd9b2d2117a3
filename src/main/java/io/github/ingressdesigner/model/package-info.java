/**
 * Kubernetes objects as immutable values, and the addresses of their elements. Values are kept as
 * they stand in the text, odd ones too; positions in a text do not come in here, nor any other
 * package of ours.
 */
@NullMarked
package io.github.ingressdesigner.model;

import org.jspecify.annotations.NullMarked;
