/**
 * What git keeps of the files: the only room that knows JGit. It reads objects; nothing here
 * changes a repository, and nothing speaks to a network.
 */
@NullMarked
package io.github.ingressdesigner.git;

import org.jspecify.annotations.NullMarked;
