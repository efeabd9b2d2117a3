/**
 * What checks of several groups share: Ingresses taken apart into paths and backends, which
 * controller an Ingress is for, and small edits of the text. No rules.
 */
@NullMarked
package io.github.ingressdesigner.lint.common;

import org.jspecify.annotations.NullMarked;
