package io.github.ingressdesigner.splice;

import io.github.ingressdesigner.bind.SourceMap;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.splice.PlanContext.PlanDocument;
import io.github.ingressdesigner.splice.PlanContext.PlanFile;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.yaml.ReadResult;
import io.github.ingressdesigner.yaml.YamlCursor;
import io.github.ingressdesigner.yaml.YamlTree;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Says whether two texts differ in the lines of given elements only: without those lines, both must
 * be the same, blank lines left aside; and no blank lines may stand together that did not.
 */
final class LineJudge {
  private LineJudge() {}

  /** A text with the elements that may differ. */
  static final class Side {
    private final PlanFile file;
    private final String[] lines;
    private final BitSet touched = new BitSet();

    Side(PlanFile file) {
      this.file = file;
      this.lines = file.text().string().split("\n", -1);
    }

    boolean has(Location at) {
      return find(at).isPresent();
    }

    /** All lines of an element, with the comment lines directly above at its indent. */
    Side touch(Location at) {
      range(at).ifPresent(this::touchWithComments);
      return this;
    }

    /** The first line of an element only. */
    Side touchFirstLine(Location at) {
      range(at).ifPresent(r -> touched.set(file.text().lines().lineOf(r.start())));
      return this;
    }

    /** The first lines of the entries of a mapping: the dash may move from one to another. */
    Side touchEntries(Location mapping) {
      touchFirstLine(mapping);
      find(mapping)
          .ifPresent(
              m -> {
                int start = document(mapping).orElseThrow().range().start();
                for (int i = 0; i < m.entries().size(); i++) {
                  touched.set(file.text().lines().lineOf(start + m.key(i).start()));
                }
              });
      return this;
    }

    /** The lines that an element shares with others, in brackets. */
    Side touchIfInline(Location at, Side other) {
      Optional<TextRange> range = range(at);
      if (range.isPresent()) {
        int line = file.text().lines().lineOf(range.get().start());
        String head = lines[line].substring(0, file.text().lines().columnOf(range.get().start()));
        if (head.contains("[") || head.contains("{")) {
          touchFirstLine(at.parent());
          other.touchFirstLine(at.parent());
        }
      }
      return this;
    }

    private void touchWithComments(TextRange range) {
      int first = file.text().lines().lineOf(range.start());
      int last = file.text().lines().lineOf(range.end());
      touched.set(first, last + 1);
      int indent = file.text().lines().columnOf(range.start());
      for (int line = first - 1; line >= 0; line--) {
        boolean comment = lines[line].strip().startsWith("#") && indent(lines[line]) == indent;
        if (!comment) {
          break;
        }
        touched.set(line);
      }
    }

    private static int indent(String line) {
      return line.length() - line.stripLeading().length();
    }

    private Optional<YamlCursor> find(Location at) {
      return tree(at)
          .flatMap(t -> SourceMap.find(t, at.resource().item(), at.path()))
          .map(SourceMap.Found::occurrence);
    }

    private Optional<YamlTree> tree(Location at) {
      return document(at)
          .filter(d -> d.read() instanceof ReadResult.Parsed)
          .map(d -> ((ReadResult.Parsed) d.read()).tree());
    }

    private Optional<PlanDocument> document(Location at) {
      return file.documents().stream()
          .filter(d -> d.id().equals(at.resource().document()))
          .findFirst();
    }

    private Optional<TextRange> range(Location at) {
      return find(at)
          .map(SourceMap::elementRange)
          .map(r -> r.shift(document(at).orElseThrow().range().start()));
    }

    /** The first element on the way down that is here and not there, else the last. */
    static Location newest(Location at, Side there) {
      FieldPath path = at.path();
      while (!path.isRoot() && !there.has(new Location(at.resource(), path.parent()))) {
        path = path.parent();
      }
      return new Location(at.resource(), path);
    }

    private List<String> untouched() {
      List<String> result = new ArrayList<>();
      for (int i = 0; i < lines.length; i++) {
        if (!touched.get(i) && !lines[i].isBlank()) {
          result.add(lines[i]);
        }
      }
      return result;
    }

    private int doubleBlanks() {
      int count = 0;
      for (int i = 1; i < lines.length - 1; i++) {
        count += lines[i].isBlank() && lines[i - 1].isBlank() ? 1 : 0;
      }
      return count;
    }
  }

  /** The first difference, or nothing. */
  static Optional<String> difference(Side before, Side after) {
    List<String> old = before.untouched();
    List<String> now = after.untouched();
    for (int i = 0; i < Math.max(old.size(), now.size()); i++) {
      String a = i < old.size() ? old.get(i) : "(end)";
      String b = i < now.size() ? now.get(i) : "(end)";
      // A block scalar that ended the file without a line break, and has lines below it now.
      boolean clipped = (a.endsWith("|") || a.endsWith(">")) && b.equals(a + "-");
      if (!a.equals(b) && !clipped) {
        return Optional.of("line outside of the element: «" + a + "» became «" + b + "»");
      }
    }
    return after.doubleBlanks() > before.doubleBlanks()
        ? Optional.of("blank lines stand together")
        : Optional.empty();
  }
}
