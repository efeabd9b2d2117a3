/**
 * Problems found by rules: what a rule is, what it is shown, what it reports, and the {@link
 * io.github.ingressdesigner.lint.Linter} that runs the rules and remembers what did not change. The
 * rules themselves live in rooms below, one for what the API server refuses, one for what is legal
 * yet wrong, one for what controllers refuse; {@code lint.rules} lists them. Nothing here reads
 * files, draws or changes text: a fix is data.
 */
@NullMarked
package io.github.ingressdesigner.lint;

import org.jspecify.annotations.NullMarked;
