package io.github.ingressdesigner.ui.tester;

import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.ui.common.Messages;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What all controllers answer, as a table in Markdown. */
final class ControllersText {
  private ControllersText() {}

  /**
   * @param differs whether a controller answers otherwise than the one that decides
   */
  static String markdown(
      Request request, List<ControllerRow> rows, Predicate<ControllerRow> differs) {
    StringBuilder text = new StringBuilder();
    text.append('`').append(AnswerText.url(request)).append("`\n\n");
    text.append(Messages.text("tester.controllers.own")).append("\n\n");
    line(
        text,
        List.of(
            Messages.text("tester.column.controller"),
            Messages.text("tester.column.answer"),
            Messages.text("tester.column.arrives"),
            "",
            Messages.text("tester.column.confidence"),
            Messages.text("tester.column.why")));
    line(text, List.of("---", "---", "---", "---", "---", "---"));
    for (ControllerRow row : rows) {
      line(
          text,
          List.of(
              row.dialect().displayName(),
              row.title(),
              row.arrives(),
              differs.test(row) ? Messages.text("tester.controllers.differs") : "",
              Messages.text("tester.confidence." + ControllersView.key(row.confidence())),
              row.reason()));
    }
    return text.toString();
  }

  private static void line(StringBuilder text, List<String> cells) {
    text.append(
        cells.stream()
            .map(cell -> cell.replace("|", "\\|"))
            .collect(Collectors.joining(" | ", "| ", " |\n")));
  }
}
