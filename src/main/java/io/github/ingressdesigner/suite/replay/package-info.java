/**
 * Recorded requests in bulk: HAR files and access logs are streamed, asked of one or two route
 * tables, and counted by backend and by what changes. No log is ever held as a whole, and no value
 * of a header, cookie or query parameter leaves this package unless a rule itself names it. Nothing
 * is printed here and nothing here knows a window.
 */
@NullMarked
package io.github.ingressdesigner.suite.replay;

import org.jspecify.annotations.NullMarked;
