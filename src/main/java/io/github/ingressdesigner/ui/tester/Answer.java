package io.github.ingressdesigner.ui.tester;

import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.route.Decision.Confidence;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.ui.common.Sign;
import java.util.List;
import java.util.Optional;

/**
 * A decision in words, ready to be shown.
 *
 * @param title where the request goes: {@code api:8080}, {@code 404}
 * @param summary how it gets there, for a single line
 * @param basis what the confidence rests on; may be empty
 * @param decides the rule that decides
 * @param effect what the backend receives, or why there is none
 * @param notes rewrite, redirect and TLS, as sentences
 * @param stale says that a broken file is read as it last was
 * @param lines the lines that decide
 * @param intro what stands above the candidates
 */
record Answer(
    Sign sign,
    String title,
    String summary,
    Confidence confidence,
    String basis,
    Sentence decides,
    Sentence effect,
    String notes,
    Optional<String> stale,
    Optional<Lines> lines,
    String intro,
    List<WhyRow> rows) {
  Answer {
    rows = List.copyOf(rows);
  }

  /** Words of ours, followed by words of the file or the request. */
  record Sentence(String words, String literal) {}

  /**
   * A link to the text.
   *
   * @param text "Show lines 12 and 22 to 28"
   */
  record Lines(String text, Location at, FileId file, TextRange range) {}
}
