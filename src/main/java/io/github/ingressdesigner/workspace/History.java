package io.github.ingressdesigner.workspace;

import io.github.ingressdesigner.model.DocumentId;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.text.FileBytes;
import io.github.ingressdesigner.text.LineEndings;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.workspace.Change.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The one list of changes over all files. Typing joins; nothing else does. */
final class History {
  private static final Duration JOIN_WITHIN = Duration.ofSeconds(1);

  private Deque<Entry> undo = new ArrayDeque<>();
  private Deque<Entry> redo = new ArrayDeque<>();
  private boolean sealed = true;

  /** A change as it was applied, with what is needed to take it back exactly. */
  record Entry(
      long id,
      String label,
      Kind kind,
      Map<FileId, Step> steps,
      Optional<Location> focus,
      Instant at) {
    Entry {
      steps = Map.copyOf(steps);
    }
  }

  /** What a change did to one file: the edits, and beside the text what stood before and after. */
  record Step(TextEdits edits, Beside before, Beside after) {}

  /** What belongs to a file at a revision and does not follow from the edits of its text. */
  record Beside(
      long revision,
      LineEndings endings,
      boolean bom,
      Optional<String> readOnly,
      List<DocumentId> documents) {
    static Beside of(OpenFile file) {
      FileBytes bytes = file.bytes();
      return new Beside(
          file.revision(), bytes.endings(), bytes.bom(), bytes.readOnly(), file.documents().ids());
    }

    FileBytes with(SourceText text) {
      return new FileBytes(text, endings, bom, readOnly);
    }
  }

  void add(Entry entry) {
    redo.clear();
    Optional<Entry> joined = sealed ? Optional.empty() : joined(undo.peek(), entry);
    if (joined.isPresent()) {
      undo.pop();
    }
    undo.push(joined.orElse(entry));
    sealed = false;
  }

  /** The next change begins an entry of its own: the one on top is marked as saved, say. */
  void seal() {
    sealed = true;
  }

  Optional<Entry> undo() {
    seal();
    Optional<Entry> top = Optional.ofNullable(undo.poll());
    top.ifPresent(redo::push);
    return top;
  }

  Optional<Entry> redo() {
    seal();
    Optional<Entry> top = Optional.ofNullable(redo.poll());
    top.ifPresent(undo::push);
    return top;
  }

  Optional<String> undoLabel() {
    return Optional.ofNullable(undo.peek()).map(Entry::label);
  }

  Optional<String> redoLabel() {
    return Optional.ofNullable(redo.peek()).map(Entry::label);
  }

  /** A closed file takes its part of every change with it. */
  void forget(FileId file) {
    rebuild(
        entry -> {
          Map<FileId, Step> steps = new LinkedHashMap<>(entry.steps());
          steps.remove(file);
          return with(entry, steps, entry.focus());
        });
  }

  void rename(FileId from, FileId to) {
    rebuild(
        entry -> {
          Map<FileId, Step> steps = new LinkedHashMap<>(entry.steps());
          Optional.ofNullable(steps.remove(from)).ifPresent(step -> steps.put(to, step));
          return with(entry, steps, entry.focus().map(focus -> focus.renamed(from, to)));
        });
  }

  private void rebuild(UnaryOperator<Entry> how) {
    seal();
    undo = rebuilt(undo, how);
    redo = rebuilt(redo, how);
  }

  private static Deque<Entry> rebuilt(Deque<Entry> entries, UnaryOperator<Entry> how) {
    Deque<Entry> next = new ArrayDeque<>();
    entries.stream().map(how).filter(entry -> !entry.steps().isEmpty()).forEach(next::addLast);
    return next;
  }

  private static Entry with(Entry entry, Map<FileId, Step> steps, Optional<Location> focus) {
    return new Entry(entry.id(), entry.label(), entry.kind(), steps, focus, entry.at());
  }

  private static Optional<Entry> joined(Entry first, Entry second) {
    if (first.kind() != Kind.TYPING
        || second.kind() != Kind.TYPING
        || first.steps().size() != 1
        || !first.steps().keySet().equals(second.steps().keySet())
        || Duration.between(first.at(), second.at()).compareTo(JOIN_WITHIN) >= 0) {
      return Optional.empty();
    }
    FileId file = first.steps().keySet().iterator().next();
    Step a = first.steps().get(file);
    Step b = second.steps().get(file);
    if (breaksLine(a.edits()) || breaksLine(b.edits())) {
      return Optional.empty();
    }
    TextEdits both = a.edits().then(b.edits());
    if (a.edits().edits().size() != 1 || both.edits().size() != 1) {
      return Optional.empty();
    }
    Step step = new Step(both, a.before(), b.after());
    return Optional.of(
        new Entry(
            second.id(),
            second.label(),
            Kind.TYPING,
            Map.of(file, step),
            second.focus(),
            second.at()));
  }

  private static boolean breaksLine(TextEdits edits) {
    for (TextEdit edit : edits.edits()) {
      if (edit.inserted().indexOf('\n') >= 0 || edit.removed().indexOf('\n') >= 0) {
        return true;
      }
    }
    return false;
  }
}
