package io.github.ingressdesigner.lint;

import io.github.ingressdesigner.route.Dialect;
import java.time.Instant;

/**
 * What rules depend on beside the files.
 *
 * @param dialect the chosen controller with its configuration
 * @param kubernetes the version of the API server
 * @param now for what expires; no finer than an hour, so that nothing is checked again each second
 */
public record LintSettings(Dialect dialect, KubeVersion kubernetes, Instant now) {}
