package io.github.ingressdesigner.ui.compare;

import io.github.ingressdesigner.compare.Difference;
import io.github.ingressdesigner.compare.Unreachable;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.ui.common.Compared;
import io.github.ingressdesigner.ui.common.Compared.Mark;
import io.github.ingressdesigner.ui.common.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the graph shows of a list: the graph is that of the open files and of the first side. */
final class Marks {
  private Marks() {}

  /**
   * @param rows all that the filter lets through
   */
  static Optional<Compared> of(Found found, Mode mode, List<Row> rows) {
    return switch (found) {
      case Found.Differences d -> {
        boolean versions = mode == Mode.CHANGES;
        List<Mark> marks = new ArrayList<>();
        for (Row row : rows) {
          if (row instanceof Row.Differing differing) {
            marks.add(mark(d, differing.difference(), versions));
          }
        }
        String from = d.from().name();
        String to = d.to().name();
        yield Optional.of(
            new Compared(
                marks,
                versions ? to : from,
                Messages.text("compare.legend.other", versions ? from : to),
                Optional.empty()));
      }
      case Found.Hidden h -> {
        List<Mark> marks = new ArrayList<>();
        for (Row row : rows) {
          if (row instanceof Row.Hidden hidden) {
            marks.add(mark(hidden.number(), hidden.hidden()));
          }
        }
        yield Optional.of(
            new Compared(
                marks, h.side().name(), Messages.text("compare.legend.instead"), Optional.empty()));
      }
      case Found.Nothing _, Found.Failed _ -> Optional.empty();
    };
  }

  private static Mark mark(Found.Differences found, Difference d, boolean versions) {
    Outcome other = versions ? d.from() : d.to();
    Optional<Location> from = found.placesFrom(d).stream().findFirst();
    Optional<Location> to = first(d.to());
    return new Mark(
        d.number(),
        versions ? to : from,
        versions ? from : to,
        backend(other),
        Outcomes.title(other));
  }

  private static Mark mark(int number, Unreachable.Hidden hidden) {
    return new Mark(
        number,
        Optional.of(hidden.at()),
        first(hidden.outcome()),
        backend(hidden.outcome()),
        Outcomes.title(hidden.outcome()));
  }

  private static Optional<Location> first(Outcome outcome) {
    return outcome.places().stream().findFirst();
  }

  private static Optional<String> backend(Outcome outcome) {
    return switch (outcome) {
      case Outcome.ToBackend to ->
          Optional.of(
              to.owner().filter(o -> o.contains("/")).map(o -> o.split("/")[0]).orElse("default")
                  + "/"
                  + to.backend().display());
      case Outcome.Split split ->
          split.options().stream().flatMap(o -> backend(o.outcome()).stream()).findFirst();
      case Outcome.ControllerDefault _,
          Outcome.Status _,
          Outcome.Redirect _,
          Outcome.TlsRefused _,
          Outcome.ConfigRejected _,
          Outcome.Undecided _ ->
          Optional.empty();
    };
  }

  /** The number of a row in the list; empty for a heading. */
  static Optional<Integer> number(Row row) {
    return switch (row) {
      case Row.Differing d -> Optional.of(d.difference().number());
      case Row.Hidden h -> Optional.of(h.number());
      case Row.Heading _ -> Optional.empty();
    };
  }
}
