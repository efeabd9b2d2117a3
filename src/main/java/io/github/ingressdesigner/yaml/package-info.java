/**
 * A lossless view of YAML over plain text. Documents are cut by their marker lines, each is read
 * through SnakeYAML's event parser, and what its marks get wrong is put right here, so that every
 * node knows exactly where it stands. The tree is read-only and holds no absolute offsets: after an
 * edit only the smallest block around it is read again and all other nodes are shared. Nothing is
 * ever constructed from a document, and no other package imports {@code org.yaml.snakeyaml}. What a
 * value means (numbers, merges, kinds) is not known here; nor is anything written.
 */
@NullMarked
package io.github.ingressdesigner.yaml;

import org.jspecify.annotations.NullMarked;
