/**
 * Parts that dialects are made of: hash tables by host and path, host patterns, Service look-up,
 * the order of Ingresses, and the sentences of traces. No rule of a single controller belongs here.
 */
@NullMarked
package io.github.ingressdesigner.dialect.common;

import org.jspecify.annotations.NullMarked;
