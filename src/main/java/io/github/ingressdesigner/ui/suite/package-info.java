/**
 * The list of route tests: the suites beside the open files, what each test wants and got, and what
 * no test reaches. Runs them, and judges nothing itself; how suites are found on disk and how they
 * are written belongs to others. No other room of the window may come in.
 */
@NullMarked
package io.github.ingressdesigner.ui.suite;

import org.jspecify.annotations.NullMarked;
