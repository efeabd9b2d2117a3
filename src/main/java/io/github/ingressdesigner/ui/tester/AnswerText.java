package io.github.ingressdesigner.ui.tester;

import io.github.ingressdesigner.route.Request;
import java.util.Optional;

/** An answer as plain text, to be pasted elsewhere. */
final class AnswerText {
  private AnswerText() {}

  /**
   * @param controller name of what decided
   */
  static String of(Request request, String controller, Answer answer) {
    StringBuilder text = new StringBuilder();
    text.append(url(request)).append('\n');
    text.append(controller).append(": ").append(answer.title()).append('\n');
    line(text, answer.decides());
    line(text, answer.effect());
    if (!answer.notes().isEmpty()) {
      text.append(answer.notes()).append('\n');
    }
    text.append('\n').append(answer.intro()).append('\n');
    answer.rows().forEach(row -> text.append(row(row)).append('\n'));
    return text.toString();
  }

  private static void line(StringBuilder text, Answer.Sentence sentence) {
    String line = (sentence.words() + " " + sentence.literal()).strip();
    if (!line.isEmpty()) {
      text.append(line).append('\n');
    }
  }

  /** Rank, type, path, verdict, reason and what the controller generates, in one line. */
  static String row(WhyRow row) {
    String rank = row.rank().isEmpty() ? "" : row.rank() + ". ";
    String generated = row.generated().isEmpty() ? "" : " [" + row.generated() + "]";
    String subject = (row.tag() + " " + row.subject()).strip();
    return (rank + subject + ": " + row.verdict() + ". " + row.reason() + generated).strip();
  }

  /** Method and URL as they are sent. */
  static String url(Request request) {
    boolean usual = request.port() == (request.scheme().equals("https") ? 443 : 80);
    Optional<String> query = request.query();
    return request.method()
        + " "
        + request.scheme()
        + "://"
        + request.host()
        + (usual ? "" : ":" + request.port())
        + request.path()
        + query.map(q -> "?" + q).orElse("");
  }
}
