package io.github.ingressdesigner.splice;

import io.github.ingressdesigner.bind.BoundDocument;
import io.github.ingressdesigner.bind.ResourceBinder;
import io.github.ingressdesigner.bind.SourceMap;
import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.model.DocumentId;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.splice.PlanContext.PlanDocument;
import io.github.ingressdesigner.splice.PlanContext.PlanFile;
import io.github.ingressdesigner.text.FileBytes;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.text.UnencodableTextException;
import io.github.ingressdesigner.yaml.DocumentScanner;
import io.github.ingressdesigner.yaml.ReadResult;
import io.github.ingressdesigner.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Tries every gesture on a text and judges each result without the planner's own proof: the text is
 * read and bound from scratch and compared with a change of records, its lines are compared, it is
 * undone, and its bytes are compared with what the file's line ends and byte order mark demand.
 */
final class CorpusGestures {
  /** What was tried, and what came of it. */
  static final class Report {
    int files;
    int ingresses;
    int tried;
    int exact;
    int unchanged;
    int rewritten;
    int choices;
    int options;
    int wrong;
    final Map<String, Integer> refused = new TreeMap<>();
    final List<String> wrongs = new ArrayList<>();

    int refusals() {
      return refused.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  /** How a file is stored. */
  enum Variant {
    LF,
    CRLF,
    BOM,
    NO_FINAL_BREAK;

    byte[] of(String lines) {
      String text =
          switch (this) {
            case LF -> lines;
            case CRLF -> lines.replace("\n", "\r\n");
            case BOM -> "\uFEFF" + lines;
            case NO_FINAL_BREAK ->
                lines.endsWith("\n") ? lines.substring(0, lines.length() - 1) : lines;
          };
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }

  private final IntentPlanner planner = new IntentPlanner();
  private final YamlReader reader = new YamlReader();
  private final Variant variant;
  private final Report report;
  private String name = "";
  private FileBytes bytes = FileBytes.of(SourceText.EMPTY);
  private PlanContext context = new PlanContext(Map.of());
  private PlanFile file = Texts.file("");
  private List<BoundDocument> bound = List.of();
  private Map<ResourceId, Ingress> ingresses = Map.of();

  CorpusGestures(Variant variant, Report report) {
    this.variant = variant;
    this.report = report;
  }

  /** Tries all gestures on one file. */
  void tryAll(String fileName, String lines) {
    name = fileName;
    bytes = FileBytes.decode(variant.of(lines));
    file = Texts.file(bytes.text().string());
    context = new PlanContext(Map.of(Texts.FILE, file));
    bound = Texts.bind(bytes.text().string());
    ingresses = ingresses(bound);
    report.files++;
    report.ingresses += ingresses.size();
    for (Intent intent : Gestures.on(ingresses)) {
      report.tried++;
      try {
        judge(intent, planner.plan(intent, context));
      } catch (RuntimeException e) {
        wrong(intent, e + " at " + Arrays.toString(e.getStackTrace()));
      }
    }
  }

  private static Map<ResourceId, Ingress> ingresses(List<BoundDocument> documents) {
    Map<ResourceId, Ingress> result = new LinkedHashMap<>();
    for (int i = 0; i < documents.size(); i++) {
      for (BoundDocument.Bound one : documents.get(i).resources()) {
        if (one.resource() instanceof Ingress ingress) {
          result.put(new ResourceId(Texts.FILE, new DocumentId(i), one.item()), ingress);
        }
      }
    }
    return result;
  }

  /** Each part of a whole may have a question of its own. */
  private static boolean asksAgain(Intent intent, Plan answered) {
    return intent instanceof Intent.Together && answered instanceof Plan.NeedsChoice;
  }

  private void judge(Intent intent, Plan plan) {
    switch (plan) {
      case Plan.Refused refused -> report.refused.merge(general(refused.reason()), 1, Integer::sum);
      case Plan.NeedsChoice choice -> {
        report.choices++;
        for (Plan.NeedsChoice.Option option : choice.options()) {
          report.options++;
          Plan answered = planner.plan(option.intent(), context);
          if (option.intent() instanceof Intent.Detach) {
            judge(option.intent(), answered);
          } else if (!(answered instanceof Plan.Ready) && !asksAgain(intent, answered)) {
            wrong(option.intent(), "a choice led to " + answered);
          }
        }
      }
      case Plan.Ready ready -> {
        Optional<String> fault = fault(intent, ready);
        fault.ifPresent(f -> wrong(intent, f));
        if (fault.isEmpty()) {
          report.exact++;
          report.unchanged += ready.edits().isEmpty() ? 1 : 0;
          report.rewritten += ready.note().orElse("").contains("written anew") ? 1 : 0;
        }
      }
    }
  }

  /** Without names and numbers, to be counted together. */
  private static String general(String reason) {
    return reason.replaceAll("“[^”]*”|\\[[0-9]+]|[0-9]+", "…").replaceAll("&\\S+|\\*\\S+", "…");
  }

  private void wrong(Intent intent, String why) {
    report.wrong++;
    if (report.wrongs.size() < 200) {
      report.wrongs.add(variant + " " + name + " " + intent + ": " + why);
    }
  }

  private Optional<String> fault(Intent intent, Plan.Ready ready) {
    boolean legacy = ingresses.values().stream().anyMatch(Ingress::isLegacy);
    TextEdits edits = ready.edits().getOrDefault(Texts.FILE, TextEdits.NONE);
    FileBytes edited = bytes.apply(edits);
    String after = edited.text().string();
    if (!edited.text().apply(edits.inverse()).string().equals(bytes.text().string())) {
      return Optional.of("undo does not restore the text");
    }
    if (!Arrays.equals(encode(edited), variantOf(after))) {
      return Optional.of("line ends or byte order mark are not kept");
    }
    PlanFile now = read(after);
    List<BoundDocument> nowBound = bindAgain(now, after);
    Map<ResourceId, Ingress> wanted = IntendedModel.after(ingresses, intent);
    Map<ResourceId, Ingress> got = ingresses(nowBound);
    if (!wanted.equals(got)) {
      return Optional.of("the model is " + firstDifference(wanted, got));
    }
    if (legacy && !wanted.equals(ingresses) && touchesLegacy(wanted)) {
      return Optional.of("a read-only shape was edited");
    }
    if (ready.focus().isPresent() && !isThere(now, ready.focus().get())) {
      return Optional.of("the focus " + ready.focus().get().path() + " is nowhere");
    }
    boolean elsewhereToo = ready.note().orElse("").contains("now stands where it was used next");
    if (intent instanceof Intent.Detach || elsewhereToo) {
      return Optional.empty();
    }
    LineJudge.Side before = new LineJudge.Side(file);
    LineJudge.Side behind = new LineJudge.Side(now);
    new TouchedElements(before, behind, ingresses).of(intent);
    return LineJudge.difference(before, behind);
  }

  private boolean touchesLegacy(Map<ResourceId, Ingress> wanted) {
    return ingresses.entrySet().stream()
        .anyMatch(e -> e.getValue().isLegacy() && !e.getValue().equals(wanted.get(e.getKey())));
  }

  private static String firstDifference(
      Map<ResourceId, Ingress> wanted, Map<ResourceId, Ingress> got) {
    for (ResourceId id : wanted.keySet()) {
      if (!wanted.get(id).equals(got.get(id))) {
        return got.get(id) + ", wanted " + wanted.get(id);
      }
    }
    return "of other resources";
  }

  private byte[] variantOf(String after) {
    // The variant itself would take a final break away, or bring it back.
    return variant == Variant.NO_FINAL_BREAK
        ? after.getBytes(StandardCharsets.UTF_8)
        : variant.of(after);
  }

  private static byte[] encode(FileBytes file) {
    try {
      return file.encode();
    } catch (UnencodableTextException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reads from scratch the documents whose text changed. */
  private PlanFile read(String after) {
    List<PlanDocument> documents = new ArrayList<>();
    for (TextRange range : DocumentScanner.scan(after)) {
      int i = documents.size();
      String slice = after.substring(range.start(), range.end());
      boolean same = i < file.documents().size() && slice.equals(slice(i));
      ReadResult read = same ? file.documents().get(i).read() : reader.read(slice);
      documents.add(new PlanDocument(new DocumentId(i), range, read));
    }
    return new PlanFile(SourceText.of(after), true, documents);
  }

  private String slice(int document) {
    return file.text().slice(file.documents().get(document).range());
  }

  private List<BoundDocument> bindAgain(PlanFile now, String after) {
    List<BoundDocument> result = new ArrayList<>();
    for (int i = 0; i < now.documents().size(); i++) {
      ReadResult read = now.documents().get(i).read();
      boolean same = i < file.documents().size() && read == file.documents().get(i).read();
      if (same) {
        result.add(bound.get(i));
      } else if (read instanceof ReadResult.Parsed parsed) {
        result.add(new ResourceBinder().bind(parsed.tree()));
      } else {
        result.add(new BoundDocument(List.of(), List.of()));
      }
    }
    return result;
  }

  private static boolean isThere(PlanFile now, Location at) {
    return now.documents().stream()
        .filter(d -> d.id().equals(at.resource().document()))
        .anyMatch(
            d ->
                d.read() instanceof ReadResult.Parsed parsed
                    && SourceMap.find(parsed.tree(), at.resource().item(), at.path()).isPresent());
  }
}
