/**
 * The plain Kubernetes specification: compiled tables and their explanation. Only what the API
 * text, its documentation and the conformance features say may come in; controllers differ
 * elsewhere.
 */
@NullMarked
package io.github.ingressdesigner.dialect.spec;

import org.jspecify.annotations.NullMarked;
