/**
 * Route tests as code: suites in YAML, run against a dialect, judged with reasons. Also manifests
 * read outside of the window, with the place of everything said about them. Nothing is printed here
 * and nothing here knows a window.
 */
@NullMarked
package io.github.ingressdesigner.suite;

import org.jspecify.annotations.NullMarked;
