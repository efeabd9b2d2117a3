/**
 * What git keeps of the files: the only room that knows JGit. The one thing that it writes is a
 * commit of files that a person has chosen; nothing speaks to a network, and no program is started
 * but the hooks of the repository by a commit.
 */
@NullMarked
package io.github.ingressdesigner.git;

import org.jspecify.annotations.NullMarked;
