/** The list of all checks; nothing else. */
@NullMarked
package io.github.ingressdesigner.lint.rules;

import org.jspecify.annotations.NullMarked;
