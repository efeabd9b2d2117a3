/**
 * Certificates and keys as bytes: what a PEM file or a PKCS#12 store holds, whether key and
 * certificate belong together, in which order a chain stands, which hosts it covers, and until when
 * it is valid. Pure: no files, no network, no clock of its own. No message in here repeats a key, a
 * password or what a file holds.
 */
@NullMarked
package io.github.ingressdesigner.tls;

import org.jspecify.annotations.NullMarked;
