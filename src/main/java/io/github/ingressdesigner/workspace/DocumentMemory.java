package io.github.ingressdesigner.workspace;

import io.github.ingressdesigner.bind.BoundDocument;
import io.github.ingressdesigner.bind.ResourceBinder;
import io.github.ingressdesigner.model.DocumentId;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.model.Resources.Located;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.workspace.Snapshot.DocumentState;
import io.github.ingressdesigner.yaml.ReadResult;
import io.github.ingressdesigner.yaml.YamlReader;
import io.github.ingressdesigner.yaml.YamlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the analysis knows of one document from last time, so that only what was edited is read and
 * bound again. Always right: where it cannot tell what was edited it reads the whole document.
 */
final class DocumentMemory {
  private static final Logger LOG = LoggerFactory.getLogger(DocumentMemory.class);
  private static final BoundDocument NOTHING = new BoundDocument(List.of(), List.of());

  /** Beyond this many scattered edits at once, one reading of all between them is cheaper. */
  private static final int MOST_REREADS = 8;

  private final DocumentId id;
  private final YamlReader reader;
  private final ResourceBinder binder = new ResourceBinder();

  private long version = -1;
  private FileId file = new FileId("");
  private String slice = "";
  private int startLine;
  private boolean failed;
  private List<Located> located = List.of();
  private List<Problem> problems = List.of();
  private Optional<DocumentState> state = Optional.empty();

  /** The newest tree, the text that it was read from, and the edits since then. */
  private Optional<Base> base = Optional.empty();

  private record Base(YamlTree tree, String slice, TextEdits since) {}

  DocumentMemory(DocumentId id, YamlReader reader) {
    this.id = id;
    this.reader = reader;
  }

  /** The version of the text that it knows, -1 for none. */
  long version() {
    return version;
  }

  DocumentState state() {
    return state.orElseThrow();
  }

  List<Located> located() {
    return located;
  }

  /** Whether reading the present text broke down. */
  boolean isFailed() {
    return failed;
  }

  List<Problem> problems() {
    return problems;
  }

  /**
   * @param edits those of the file since {@link #version()}; empty where not known
   */
  void update(long now, FileId file, SourceText text, TextRange range, Optional<TextEdits> edits) {
    Optional<TextEdits> inside =
        state.flatMap(old -> edits.flatMap(all -> DocumentEdits.within(all, old.range(), range)));
    boolean sameText =
        inside
            .map(TextEdits::isEmpty)
            .orElseGet(() -> state.isPresent() && slice.equals(text.slice(range)));
    boolean renamed = !file.equals(this.file);
    int line = text.lines().lineOf(range.start());
    if (!sameText) {
      read(text.slice(range), inside, range);
    } else {
      DocumentState old = state();
      problems =
          DocumentProblems.moved(problems, range.start() - old.range().start(), line - startLine);
      if (!range.equals(old.range())) {
        state = Optional.of(new DocumentState(id, range, old.read(), old.bound(), old.lastGood()));
      }
    }
    this.file = file;
    startLine = line;
    if (!sameText || renamed) {
      locate();
      problems = DocumentProblems.of(file, text, state(), failed);
    }
    version = now;
  }

  private void read(String after, Optional<TextEdits> edits, TextRange range) {
    Optional<Base> from =
        edits.flatMap(more -> base.map(b -> new Base(b.tree(), b.slice(), b.since().then(more))));
    Optional<YamlTree> lastGood = state.flatMap(DocumentMemory::lastTree);
    BoundDocument lastBound =
        lastGood.flatMap(tree -> state).map(DocumentState::bound).orElse(NOTHING);
    boolean fault = false;
    ReadResult read;
    BoundDocument bound;
    try {
      read = from.map(b -> reread(b, after)).orElseGet(() -> reader.read(after));
      bound =
          switch (read) {
            case ReadResult.Parsed(YamlTree tree) -> {
              from = Optional.of(new Base(tree, after, TextEdits.NONE));
              yield binder.bind(tree);
            }
            case ReadResult.Broken broken -> lastBound;
            case ReadResult.Empty empty -> NOTHING;
            case ReadResult.Template template -> NOTHING;
          };
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("Reading a document failed", e);
      fault = true;
      from = Optional.empty();
      read = new ReadResult.Broken(InternalErrors.message("read this document", e), 0);
      bound = lastBound;
    }
    Optional<YamlTree> shown = read instanceof ReadResult.Broken ? lastGood : Optional.empty();
    base = from;
    slice = after;
    failed = fault;
    state = Optional.of(new DocumentState(id, range, read, bound, shown));
  }

  private static Optional<YamlTree> lastTree(DocumentState state) {
    return state.read() instanceof ReadResult.Parsed(YamlTree tree)
        ? Optional.of(tree)
        : state.lastGood();
  }

  /** Edit by edit from the last, so that offsets of those before it stay true. */
  private ReadResult reread(Base from, String after) {
    List<TextEdit> edits = from.since().edits();
    YamlTree tree = from.tree();
    String text = from.slice();
    if (edits.size() <= MOST_REREADS) {
      for (int i = edits.size() - 1; i >= 0; i--) {
        TextEdit edit = edits.get(i);
        String next = i == 0 ? after : applied(text, edit);
        ReadResult result = reader.reread(tree, text, edit, next);
        if (i == 0) {
          return result;
        }
        if (!(result instanceof ReadResult.Parsed(YamlTree parsed))) {
          break;
        }
        tree = parsed;
        text = next;
      }
    }
    return reader.reread(from.tree(), from.slice(), hull(from, after), after);
  }

  private static String applied(String text, TextEdit edit) {
    return new StringBuilder(text.length() + Math.max(0, edit.delta()))
        .append(text, 0, edit.offset())
        .append(edit.inserted())
        .append(text, edit.range().end(), text.length())
        .toString();
  }

  private static TextEdit hull(Base from, String after) {
    List<TextEdit> edits = from.since().edits();
    int start = edits.isEmpty() ? 0 : edits.getFirst().offset();
    int end = edits.isEmpty() ? 0 : edits.getLast().range().end();
    String inserted = after.substring(start, end + from.since().delta());
    return new TextEdit(start, from.slice().substring(start, end), inserted);
  }

  private void locate() {
    List<Located> all = new ArrayList<>();
    for (BoundDocument.Bound bound : state().bound().resources()) {
      all.add(new Located(new ResourceId(file, id, bound.item()), bound.resource()));
    }
    located = all.equals(located) ? located : List.copyOf(all);
  }
}
