package io.github.ingressdesigner.ui.compare;

import io.github.ingressdesigner.model.DocumentId;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.model.Resources.Located;
import io.github.ingressdesigner.suite.Manifests;
import io.github.ingressdesigner.suite.Notice;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.workspace.Snapshot;
import io.github.ingressdesigner.workspace.Snapshot.DocumentState;
import io.github.ingressdesigner.yaml.DocumentScanner;
import io.github.ingressdesigner.yaml.ReadResult;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads texts of an earlier version. A document that is still the same is taken from the open
 * files, so that its places are those of the present text and its table need not be made again.
 */
final class EarlierTexts {
  private final Snapshot snapshot;
  private final Map<DocumentId, List<Located>> present = new HashMap<>();
  private final List<Located> resources = new ArrayList<>();
  private final List<String> errors = new ArrayList<>();
  private int read;

  EarlierTexts(Snapshot snapshot) {
    this.snapshot = snapshot;
    for (Located located : snapshot.resources().all()) {
      present.computeIfAbsent(located.id().document(), k -> new ArrayList<>()).add(located);
    }
  }

  /**
   * @param file that it is an earlier version of
   * @param name for messages
   */
  void add(FileId file, String name, SourceText text) {
    Map<String, Deque<DocumentId>> same = new HashMap<>();
    snapshot
        .file(file)
        .ifPresent(
            state -> {
              for (DocumentState document : state.documents()) {
                if (document.read() instanceof ReadResult.Parsed) {
                  same.computeIfAbsent(
                          state.text().slice(document.range()), k -> new ArrayDeque<>())
                      .add(document.id());
                }
              }
            });
    for (TextRange range : DocumentScanner.scan(text.string())) {
      String slice = text.slice(range);
      Deque<DocumentId> known = same.getOrDefault(slice, new ArrayDeque<>());
      if (known.isEmpty()) {
        read(name, slice, text.lines().lineOf(range.start()));
      } else {
        resources.addAll(present.getOrDefault(known.poll(), List.of()));
      }
    }
  }

  private void read(String name, String slice, int line) {
    Manifests manifests =
        Manifests.read(
            List.of(new Manifests.Source(name, SourceText.of(slice), line, 0, Optional.empty())));
    for (Notice error : manifests.errors()) {
      errors.add(Messages.text("compare.note.unreadable", error));
    }
    DocumentId document = new DocumentId(read++);
    for (Located located : manifests.resources().all()) {
      ResourceId id = new ResourceId(new FileId(name), document, located.id().item());
      resources.add(new Located(id, located.resource()));
    }
  }

  Resources resources() {
    return new Resources(resources);
  }

  /** What could not be read, sentences for people. */
  List<String> errors() {
    return errors;
  }
}
