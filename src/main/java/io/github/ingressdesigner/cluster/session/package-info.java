/**
 * Talking to one API server: requests, their answers, and what went wrong told for people. The only
 * package that knows the Kubernetes client. Requests are never repeated by themselves but for
 * reading when the server asks to wait.
 */
@NullMarked
package io.github.ingressdesigner.cluster.session;

import org.jspecify.annotations.NullMarked;
