/**
 * Cards shown over the window where it must ask or explain: one class for each question. They know
 * what to show and which answers there are, not what an answer does; the shell puts them on the
 * screen. Nothing of other rooms may come in.
 */
@NullMarked
package io.github.ingressdesigner.ui.dialogs;

import org.jspecify.annotations.NullMarked;
