/**
 * The page shown while no file is open: ways in, recent files, a live sample and templates; and the
 * texts of sample and templates. The live sample's parts come from the shell as nodes, because a
 * room knows no other room.
 */
@NullMarked
package io.github.ingressdesigner.ui.start;

import org.jspecify.annotations.NullMarked;
