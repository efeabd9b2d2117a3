/**
 * Rules about what the API server takes and is still wrong or risky: paths that no request reaches,
 * certificates that do not fit, Services that are not there, annotations that nobody reads. Where
 * it depends on the controller, its route table is asked, not guessed. A check must stay quiet on a
 * file that is right: what cannot be known from the files (Secrets and Services seldom stand beside
 * their Ingress) is told only where the files show that they mean to be whole.
 */
@NullMarked
package io.github.ingressdesigner.lint.design;

import org.jspecify.annotations.NullMarked;
