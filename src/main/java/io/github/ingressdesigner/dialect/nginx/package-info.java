/**
 * How NGINX itself reads a request and picks a server and a location: what both NGINX controllers
 * share. Nothing here knows an annotation.
 */
@NullMarked
package io.github.ingressdesigner.dialect.nginx;

import org.jspecify.annotations.NullMarked;
