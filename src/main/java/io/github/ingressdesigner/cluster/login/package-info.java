/**
 * From what a kubeconfig says to what a request carries: keys, certificates, tokens. Plugins are
 * started here and nowhere else, from a list of arguments and never through a shell, and only after
 * the person agreed to exactly this command.
 */
@NullMarked
package io.github.ingressdesigner.cluster.login;

import org.jspecify.annotations.NullMarked;
