/**
 * From the YAML tree to the model: values are typed as kubectl types them, aliases and merges are
 * followed, and what the API would refuse is kept and reported. Binding is total: no input makes it
 * throw. Nothing here knows routing, drawing or files, and values of Secrets never enter.
 */
@NullMarked
package io.github.ingressdesigner.bind;

import org.jspecify.annotations.NullMarked;
