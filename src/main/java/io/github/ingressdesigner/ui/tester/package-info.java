/**
 * The route tester: the request row, the answer and the reasons of every candidate. Decides nothing
 * itself and knows no other room; what others show of the traced request they take from the shared
 * model.
 */
@NullMarked
package io.github.ingressdesigner.ui.tester;

import org.jspecify.annotations.NullMarked;
