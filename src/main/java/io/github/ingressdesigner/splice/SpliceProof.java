package io.github.ingressdesigner.splice;

import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.yaml.ReadResult;
import io.github.ingressdesigner.yaml.YamlNode;
import io.github.ingressdesigner.yaml.YamlReader;
import io.github.ingressdesigner.yaml.YamlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads an edited document again and compares it with what was planned: same meaning, same aliases,
 * no comment lost that was not meant to go, no document border made.
 */
final class SpliceProof {
  /** Edits nearer to each other than this are read again as one. */
  private static final int NEAR = 4000;

  private final YamlReader reader = new YamlReader();

  /** What became of a draft. */
  sealed interface Verdict {
    record Proved(String text, YamlTree tree, TextEdits edits) implements Verdict {}

    record Failed(String why) implements Verdict {}
  }

  Verdict prove(Draft draft) {
    YamlNode planned = draft.planned().build(draft.tree().root());
    if (draft.tree().hasAnchors()) {
      Optional<String> astray = AliasUses.firstAstray(draft, planned);
      if (astray.isPresent()) {
        return new Verdict.Failed(
            "the alias *" + astray.get() + " would no longer lead to the same value");
      }
    }
    Optional<TextEdits> smallest = draft.edits();
    if (smallest.isEmpty()) {
      return new Verdict.Failed("two changes meet in one place");
    }
    Verdict verdict = prove(draft, smallest.get(), planned);
    if (verdict instanceof Verdict.Failed && draft.slice().lacksFinalBreak()) {
      // A block scalar that came to stand last keeps its line break only if there is one.
      List<TextEdit> edits = new ArrayList<>(smallest.get().edits());
      edits.add(TextEdit.insert(draft.slice().length(), "\n"));
      Verdict longer = prove(draft, new TextEdits(edits), planned);
      return longer instanceof Verdict.Proved ? longer : verdict;
    }
    return verdict;
  }

  private Verdict prove(Draft draft, TextEdits edits, YamlNode planned) {
    String before = draft.slice().text();
    String after = apply(before, edits);
    Optional<String> lost = lostComment(draft, edits);
    if (lost.isPresent()) {
      return new Verdict.Failed("the comment " + lost.get() + " would be lost");
    }
    if (makesMarker(draft.slice(), new Slice(after), edits)) {
      return new Verdict.Failed("the text would fall into two documents");
    }
    return switch (reread(draft.tree(), before, edits, after)) {
      case ReadResult.Parsed parsed ->
          Meaning.same(planned, parsed.tree().root())
              ? new Verdict.Proved(after, parsed.tree(), edits)
              : new Verdict.Failed("the text would mean something else");
      case ReadResult.Broken _ -> new Verdict.Failed("the text would no longer be valid YAML");
      case ReadResult.Template _ -> new Verdict.Failed("the text would become a template");
      case ReadResult.Empty _ -> new Verdict.Failed("nothing would be left of the document");
    };
  }

  static String apply(String text, TextEdits edits) {
    StringBuilder out = new StringBuilder(text.length() + Math.max(0, edits.delta()));
    int from = 0;
    for (TextEdit edit : edits.edits()) {
      out.append(text, from, edit.offset()).append(edit.inserted());
      from = edit.range().end();
    }
    return out.append(text, from, text.length()).toString();
  }

  private ReadResult reread(YamlTree tree, String before, TextEdits edits, String after) {
    List<TextEdit> list = edits.edits();
    int from = list.getFirst().offset();
    int to = list.getLast().range().end();
    if (list.size() == 1 || to - from < NEAR) {
      TextEdit hull =
          new TextEdit(from, before.substring(from, to), after.substring(from, to + edits.delta()));
      return reader.reread(tree, before, hull, after);
    }
    // From the end on, so that the offsets of the others stay true.
    ReadResult result = new ReadResult.Parsed(tree);
    String text = before;
    for (TextEdit edit : list.reversed()) {
      if (!(result instanceof ReadResult.Parsed parsed)) {
        return reader.read(after);
      }
      String next = apply(text, TextEdits.of(edit));
      result = reader.reread(parsed.tree(), text, edit, next);
      text = next;
    }
    return result instanceof ReadResult.Parsed ? result : reader.read(after);
  }

  /** A comment in replaced text that neither may go nor stands in the new text. */
  private static Optional<String> lostComment(Draft draft, TextEdits edits) {
    for (TextEdit edit : edits.edits()) {
      TextRange range = edit.range();
      if (!edit.removed().contains("#") || draft.isReleased(range)) {
        continue;
      }
      List<String> comments =
          CommentOwners.in(draft.slice(), draft.root(), range.start(), range.end());
      for (String comment : comments) {
        int at = draft.slice().text().indexOf(comment, range.start());
        boolean released = draft.isReleased(new TextRange(at, at + comment.length()));
        boolean kept = edits.edits().stream().anyMatch(e -> e.inserted().contains(comment));
        if (!released && !kept) {
          return Optional.of("“" + comment + "”");
        }
      }
    }
    return Optional.empty();
  }

  private static boolean makesMarker(Slice before, Slice after, TextEdits edits) {
    int shift = 0;
    for (TextEdit edit : edits.edits()) {
      int old = before.markers(edit.offset(), edit.range().end());
      int start = edit.offset() + shift;
      if (after.markers(start, start + edit.inserted().length()) > old) {
        return true;
      }
      shift += edit.delta();
    }
    return false;
  }
}
