package io.github.ingressdesigner.splice;

import io.github.ingressdesigner.intent.Intent;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A whole new document at the end of a file, or in an empty one. */
final class AppendDocument {
  private AppendDocument() {}

  static Plan to(Intent.AppendDocument intent, PlanContext context) {
    PlanFile file = new Planning(context, Planning.Sharing.ASK).file(intent.file());
    String yaml = body(intent.yaml());
    requireOneDocument(yaml);
    String text = file.text().string();
    Slice slice = new Slice(text);
    PlanDocument last = file.documents().getLast();
    boolean intoEmpty = last.read() instanceof ReadResult.Empty;
    boolean marked = intoEmpty && endsInMarker(text);
    StringBuilder added = new StringBuilder();
    if (slice.lacksFinalBreak()) {
      added.append('\n');
    }
    if (!intoEmpty || !marked && isClosed(text)) {
      added.append("---\n");
    }
    added.append(yaml.stripTrailing());
    if (!slice.lacksFinalBreak()) {
      added.append('\n');
    }
    TextEdits edits = TextEdits.of(TextEdit.insert(text.length(), added.toString()));
    String after = SpliceProof.apply(text, edits);
    int expected = file.documents().size() + (intoEmpty ? 0 : 1);
    List<TextRange> ranges = DocumentScanner.scan(after);
    boolean kept = ranges.size() == expected;
    for (int i = 0; kept && i < file.documents().size() - (intoEmpty ? 1 : 0); i++) {
      TextRange old = file.documents().get(i).range();
      kept =
          text.substring(old.start(), old.end())
              .strip()
              .equals(after.substring(ranges.get(i).start(), ranges.get(i).end()).strip());
    }
    if (!kept) {
      throw Stop.refused("The document cannot be added safely to this file. Add it in the text.");
    }
    Optional<Location> focus =
        intoEmpty
            ? Optional.of(Location.of(ResourceId.whole(intent.file(), last.id())))
            : Optional.empty();
    return new Plan.Ready(
        "Add a document to " + intent.file().name(),
        Map.of(intent.file(), edits),
        focus,
        Optional.empty());
  }

  /** The text without a marker line of its own at the top. */
  private static String body(String yaml) {
    String text = yaml.replace("\r\n", "\n").replace('\r', '\n');
    return text.startsWith("---\n") ? text.substring(4) : text;
  }

  private static void requireOneDocument(String yaml) {
    ReadResult read = new YamlReader().read(yaml);
    switch (read) {
      case ReadResult.Parsed _ -> {
        if (DocumentScanner.scan(yaml).size() != 1) {
          throw Stop.refused("The text holds several documents; add them one by one.");
        }
      }
      case ReadResult.Broken broken ->
          throw Stop.refused("The text to add has an error. " + broken.message());
      case ReadResult.Template template ->
          throw Stop.refused("The text to add cannot be read. " + template.why());
      case ReadResult.Empty _ -> throw Stop.refused("There is no document to add.");
    }
  }

  private static boolean endsInMarker(String text) {
    return text.lines()
        .filter(line -> !line.isBlank())
        .reduce((a, b) -> b)
        .filter(l -> l.strip().equals("---"))
        .isPresent();
  }

  /**
   * Whether an earlier document ended with {@code ...}, behind which a new one needs its marker.
   */
  private static boolean isClosed(String text) {
    return text.lines().anyMatch(line -> line.startsWith("..."));
  }
}
