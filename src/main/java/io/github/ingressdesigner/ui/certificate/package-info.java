/**
 * Giving a host its certificate: from files, checked before anything is made of them, or by
 * cert-manager. A key that was read lives in the form only as long as the form does, and leaves it
 * only into a file that a person has named.
 */
@NullMarked
package io.github.ingressdesigner.ui.certificate;

import org.jspecify.annotations.NullMarked;
