/**
 * The command line: the same core without a window. Commands read files and standard input, print
 * results to standard output and everything else to standard error, and answer with an exit code.
 * No decision about routing is taken here.
 */
@NullMarked
package io.github.ingressdesigner.cli;

import org.jspecify.annotations.NullMarked;
