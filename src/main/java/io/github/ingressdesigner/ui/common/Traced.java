package io.github.ingressdesigner.ui.common;

import io.github.ingressdesigner.route.Decision;
import io.github.ingressdesigner.route.Request;

/**
 * The request in the tester and where it goes.
 *
 * @param version of the snapshot that it was decided on
 */
public record Traced(Request request, Decision decision, long version) {}
