package io.github.ingressdesigner.splice;

import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.splice.PlanContext.PlanDocument;
import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.yaml.YamlCursor;
import io.github.ingressdesigner.yaml.YamlTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Edits of one document in the making, with the tree they must lead to and the comments that may
 * go. All offsets mean the document's slice before the edits.
 */
final class Draft {
  private final FileId file;
  private final PlanDocument document;
  private final Slice slice;
  private final YamlTree tree;
  private final PlannedTree planned = new PlannedTree();
  private final List<TextEdit> edits = new ArrayList<>();
  private final List<TextRange> released = new ArrayList<>();

  Draft(FileId file, PlanDocument document, String text, YamlTree tree) {
    this.file = file;
    this.document = document;
    this.slice = new Slice(text);
    this.tree = tree;
  }

  FileId file() {
    return file;
  }

  PlanDocument document() {
    return document;
  }

  Slice slice() {
    return slice;
  }

  YamlTree tree() {
    return tree;
  }

  PlannedTree planned() {
    return planned;
  }

  YamlCursor root() {
    return tree.cursor();
  }

  boolean isUnchanged() {
    return edits.isEmpty();
  }

  /** Empty where edits overlap, so that they do not make sense together. */
  Optional<TextEdits> edits() {
    List<TextEdit> sorted = new ArrayList<>(edits);
    sorted.sort(Comparator.comparingInt(TextEdit::offset));
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i - 1).range().end() > sorted.get(i).offset()) {
        return Optional.empty();
      }
    }
    return Optional.of(new TextEdits(sorted));
  }

  void replace(int from, int to, String text) {
    if (from < to || !text.isEmpty()) {
      edits.add(new TextEdit(from, slice.text().substring(from, to), text));
    }
  }

  void insert(int at, String text) {
    replace(at, at, text);
  }

  void delete(int from, int to) {
    replace(from, to, "");
  }

  /** Comments in this range belong to what is removed or rewritten. */
  void release(int from, int to) {
    released.add(new TextRange(from, to));
  }

  boolean isReleased(TextRange range) {
    return released.stream().anyMatch(r -> r.contains(range));
  }

  /** The comments with lines of their own that go. */
  List<String> releasedComments() {
    return released.stream()
        .flatMap(r -> CommentOwners.linesIn(slice, root(), r.start(), r.end()).stream())
        .distinct()
        .toList();
  }

  /** Forgets all edits, for another try at the same planned tree. */
  void clearEdits() {
    edits.clear();
  }
}
