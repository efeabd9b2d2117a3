package io.github.ingressdesigner.lint.apiserver;

import io.github.ingressdesigner.lint.LintDocument;
import io.github.ingressdesigner.lint.Report;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.text.LineIndex;
import io.github.ingressdesigner.text.TextRange;
import java.util.function.Consumer;

/**
 * The lines between documents as kubectl cuts them: at {@code ---} alone, and a line that begins so
 * holds nothing more than a comment.
 */
record Separators(LintDocument document, Consumer<Report> out) {
  void check() {
    LineIndex lines = document.fileText().lines();
    String text = document.fileText().string();
    int end = document.range().end();
    boolean separated = document.range().start() == 0;
    for (int line = lines.lineOf(document.range().start());
        line < lines.lineCount() && lines.startOf(line) < end;
        line++) {
      int start = lines.startOf(line);
      int stop = Math.min(lines.endOf(line), end);
      if (text.startsWith("---", start)) {
        separated = true;
        String rest = text.substring(start + 3, stop).strip();
        if (!rest.isEmpty() && rest.charAt(0) != '#') {
          report(
              ServerRules.SEPARATOR,
              "kubectl refuses the whole file: invalid Yaml document separator. Put what follows"
                  + " --- on the next line.",
              new TextRange(start, stop));
        }
      } else if (!isOutside(text, start, stop)) {
        if (!separated) {
          report(
              ServerRules.DROPPED,
              "kubectl drops this document without a word, since no line with --- stands between it"
                  + " and the end of the document above. Write --- here.",
              new TextRange(start, stop));
        }
        return;
      }
    }
  }

  /** A line that is no content: blank, a comment, a directive, the end of a document. */
  private static boolean isOutside(String text, int start, int stop) {
    String line = text.substring(start, stop).strip();
    return line.isEmpty()
        || line.startsWith("#")
        || line.startsWith("%")
        || text.startsWith("...", start);
  }

  private void report(
      io.github.ingressdesigner.lint.LintRule rule, String message, TextRange inFile) {
    out.accept(
        Report.of(rule, document.at(-1, FieldPath.ROOT), message)
            .withReason("YamlSyntax")
            .withRange(inFile.shift(-document.range().start())));
  }
}
