package io.github.ingressdesigner.ui.common;

import io.github.ingressdesigner.git.GitStatus;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.text.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What git says of the open files, as far as it is known.
 *
 * @param status of the working tree around them; empty where there is none
 * @param changes of each open file that HEAD has
 */
public record GitView(Optional<GitStatus> status, Map<FileId, FileChanges> changes) {
  /** No repository, or nothing known yet. */
  public static final GitView NONE = new GitView(Optional.empty(), Map.of());

  public GitView {
    changes = Map.copyOf(changes);
  }

  /**
   * How one text differs from HEAD.
   *
   * @param text the text that was compared, by identity
   * @param head the text of HEAD
   * @param list in order
   */
  public record FileChanges(SourceText text, SourceText head, List<HeadChange> list) {
    public FileChanges {
      list = List.copyOf(list);
    }
  }
}
