/** Where the program starts. Everything else lives in the packages below. */
@NullMarked
package io.github.ingressdesigner;

import org.jspecify.annotations.NullMarked;
