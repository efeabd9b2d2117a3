package io.github.ingressdesigner.splice;

import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.splice.PlanContext.PlanDocument;
import io.github.ingressdesigner.splice.PlanContext.PlanFile;
import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.yaml.DocumentScanner;
import io.github.ingressdesigner.yaml.ReadResult;
import io.github.ingressdesigner.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A document goes with its marker and the comments directly above it; comments set apart above,
 * such as a licence at the top of the file, stay.
 */
final class RemoveDocument {
  private RemoveDocument() {}

  static Plan from(ResourceId resource, PlanContext context) {
    FileId id = resource.file();
    PlanFile file = new Planning(context, Planning.Sharing.ASK).file(id);
    List<PlanDocument> documents = file.documents();
    int index = 0;
    while (index < documents.size() && !documents.get(index).id().equals(resource.document())) {
      index++;
    }
    if (index == documents.size()) {
      throw Stop.refused("This resource is no longer in the text.", Location.of(resource));
    }
    PlanDocument document = documents.get(index);
    String text = file.text().string();
    Slice slice = new Slice(file.text().slice(document.range()));
    int own = ownStart(slice);
    int from = document.range().start() + own;
    int to = document.range().end();
    boolean takesBreak = to == text.length() && new Slice(text).lacksFinalBreak() && from > 0;
    from = takesBreak ? from - 1 : from;
    TextEdits edits = TextEdits.of(new TextEdit(from, text.substring(from, to), ""));
    requireSameOthers(file, index, SpliceProof.apply(text, edits));
    List<String> comments =
        document.read() instanceof ReadResult.Parsed parsed
            ? CommentOwners.linesIn(slice, parsed.tree().cursor(), own, slice.length())
            : List.of();
    Optional<String> note =
        comments.isEmpty()
            ? Optional.empty()
            : Optional.of("Comments go with it: " + String.join(", ", comments) + ".");
    return new Plan.Ready("Remove the document", Map.of(id, edits), Optional.empty(), note);
  }

  /** Behind the comments above that a blank line parts from the marker or the first content. */
  private static int ownStart(Slice slice) {
    int at = 0;
    int own = 0;
    while (at < slice.length() && (slice.isBlankLine(at) || slice.isCommentLine(at))) {
      int next = slice.nextLine(at);
      own = slice.isBlankLine(at) ? next : own;
      at = next;
    }
    // Directives belong to the document, with all that stands above them.
    return slice.text().startsWith("%", at) ? 0 : own;
  }

  private static void requireSameOthers(PlanFile file, int removed, String after) {
    List<PlanDocument> wanted = new ArrayList<>(file.documents());
    wanted.remove(removed);
    List<TextRange> left = DocumentScanner.scan(after);
    boolean same = wanted.size() == left.size();
    for (int i = 0; same && i < wanted.size(); i++) {
      String now = after.substring(left.get(i).start(), left.get(i).end());
      same = isSame(file.text().slice(wanted.get(i).range()), wanted.get(i).read(), now);
    }
    boolean emptied = wanted.isEmpty() && new YamlReader().read(after) instanceof ReadResult.Empty;
    if (!same && !emptied) {
      throw Stop.refused("The document cannot be removed safely. Remove it in the text.");
    }
  }

  private static boolean isSame(String before, ReadResult read, String now) {
    if (now.strip().equals(before.strip())) {
      return true;
    }
    return read instanceof ReadResult.Parsed old
        && new YamlReader().read(now) instanceof ReadResult.Parsed parsed
        && Meaning.same(old.tree().root(), parsed.tree().root());
  }
}
