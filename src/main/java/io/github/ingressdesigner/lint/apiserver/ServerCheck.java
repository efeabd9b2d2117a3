package io.github.ingressdesigner.lint.apiserver;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.lint.LintCheck.DocumentCheck;
import io.github.ingressdesigner.lint.LintDocument;
import io.github.ingressdesigner.lint.LintRule;
import io.github.ingressdesigner.lint.LintSettings;
import io.github.ingressdesigner.lint.Report;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.text.LineIndex;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.yaml.ReadResult;
import io.github.ingressdesigner.yaml.YamlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Tells what kubectl or the API server would refuse or warn of when the objects of a document are
 * created, in the order of the server's answer.
 */
public final class ServerCheck implements DocumentCheck {
  private static final int LARGEST_REQUEST = 3 * 1024 * 1024;

  private final Optional<ServedKind> collection;

  public ServerCheck() {
    this(Optional.empty());
  }

  /**
   * @param collection the kind of the address to which a document is sent that does not say its own
   */
  ServerCheck(Optional<ServedKind> collection) {
    this.collection = collection;
  }

  @Override
  public List<LintRule> rules() {
    return ServerRules.ALL;
  }

  @Override
  public void check(LintDocument document, LintSettings settings, Consumer<Report> out) {
    switch (document.read()) {
      case ReadResult.Broken(String message, int offset) ->
          out.accept(
              at(document, ServerRules.SYNTAX, message, "YamlSyntax")
                  .withRange(symbol(document, offset)));
      case ReadResult.Template(String why) ->
          out.accept(
              at(document, ServerRules.TEMPLATE, why, "")
                  .withSeverity(Severity.INFO)
                  .withRange(firstLine(document)));
      case ReadResult.Empty _ -> {
        if (collection.isPresent() && document.range().length() == document.fileText().length()) {
          judge(document, settings, out).judge(Json.NULL, -1);
        }
      }
      case ReadResult.Parsed(YamlTree tree) -> parsed(document, tree, settings, out);
    }
  }

  private ObjectJudge judge(LintDocument document, LintSettings settings, Consumer<Report> out) {
    return new ObjectJudge(document, new Features(settings.kubernetes()), collection, out);
  }

  private void parsed(
      LintDocument document, YamlTree tree, LintSettings settings, Consumer<Report> out) {
    new Separators(document, out).check();
    JsonReader.Read read = JsonReader.read(tree);
    if (!read.refusals().isEmpty()) {
      for (JsonReader.Refusal refusal : read.refusals()) {
        out.accept(
            Report.of(
                    ServerRules.ALIAS,
                    split(document, refusal.field(), Json.NULL),
                    refusal.message())
                .withReason("YamlUnreadable")
                .withRange(refusal.place()));
      }
      return;
    }
    if (document.range().length() > LARGEST_REQUEST / 4
        && GoText.length(document.text()) > LARGEST_REQUEST) {
      out.accept(
          at(
              document,
              ServerRules.TOO_LARGE,
              "Request entity too large: limit is %d. Move what is large elsewhere."
                  .formatted(LARGEST_REQUEST),
              "RequestEntityTooLarge"));
      return;
    }
    List<Report> judged = new ArrayList<>();
    judge(document, settings, judged::add).judgeAll(read.value(), !read.duplicates().isEmpty());
    // a value of a wrong type is told alone
    if (judged.stream().noneMatch(ServerCheck::isUndecodable)) {
      ServerFixes fixes = new ServerFixes(document, tree);
      read.duplicates().forEach(d -> out.accept(duplicate(document, d, read.value(), fixes)));
    }
    judged.forEach(out);
  }

  private static boolean isUndecodable(Report report) {
    return report.rule() == ServerRules.TYPE || report.rule() == ServerRules.UNREADABLE;
  }

  private static Report duplicate(
      LintDocument document, JsonReader.Duplicate duplicate, Json root, ServerFixes fixes) {
    return Report.of(
            ServerRules.DUPLICATE,
            split(document, duplicate.field(), root),
            Wording.duplicate(duplicate.field().name(), duplicate.merged()))
        .withReason("DuplicateField")
        .withRange(duplicate.key())
        .withFix(fixes.removeEarlier(duplicate));
  }

  /** {@code items[2].spec} of a list is {@code spec} of its entry 2. */
  private static Location split(LintDocument document, Field field, Json root) {
    FieldPath path = field.at();
    List<FieldPath.Element> elements = path.elements();
    boolean inList =
        root.text("kind").endsWith("List")
            && elements.size() >= 2
            && elements.get(0).equals(new FieldPath.Key("items"));
    return inList && elements.get(1) instanceof FieldPath.Index(int index)
        ? document.at(index, new FieldPath(elements.subList(2, elements.size())))
        : document.at(-1, path);
  }

  private static Report at(LintDocument document, LintRule rule, String message, String reason) {
    return Report.of(rule, document.at(-1, FieldPath.ROOT), message).withReason(reason);
  }

  private static TextRange firstLine(LintDocument document) {
    LineIndex lines = document.fileText().lines();
    int start = document.range().start();
    int end = Math.min(lines.endOf(lines.lineOf(start)), document.range().end());
    return new TextRange(0, Math.max(0, end - start));
  }

  /** One character, so that there is something to underline; at a line's end the one before. */
  private static TextRange symbol(LintDocument document, int offset) {
    LineIndex lines = document.fileText().lines();
    int start = document.range().start();
    int at = Math.min(start + offset, document.fileText().length());
    int line = lines.lineOf(at);
    TextRange range =
        at < lines.endOf(line)
            ? new TextRange(at, at + 1)
            : new TextRange(Math.max(lines.startOf(line), at - 1), at);
    return range.start() < start ? TextRange.at(0) : range.shift(-start);
  }
}
