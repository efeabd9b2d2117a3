package io.github.ingressdesigner.ui.compare;

import io.github.ingressdesigner.compare.Cause;
import io.github.ingressdesigner.compare.Difference;
import io.github.ingressdesigner.compare.Unreachable;
import io.github.ingressdesigner.suite.AcceptedDifferences;
import io.github.ingressdesigner.suite.DifferenceReport;
import io.github.ingressdesigner.ui.common.Messages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes the lines of the list: grouped by cause, filtered, folded. */
final class Rows {
  /** Which differences are listed. */
  enum Show {
    ALL,
    OPEN,
    ACCEPTED
  }

  /**
   * @param words each must stand somewhere in a row; empty for all
   * @param folded keys of headings
   */
  record Filter(String words, Show show, Set<String> folded) {
    Filter {
      folded = Set.copyOf(folded);
    }
  }

  private Rows() {}

  /** All rows that the filter lets through, also those that are folded. */
  static List<Row> of(Found found, AcceptedDifferences accepted, Filter filter) {
    return switch (found) {
      case Found.Differences d -> differences(d, accepted, filter);
      case Found.Hidden h -> hidden(h.unreachable().hidden(), filter);
      case Found.Nothing _, Found.Failed _ -> List.of();
    };
  }

  /** The rows without those below a folded heading. */
  static List<Row> folded(List<Row> all) {
    List<Row> rows = new ArrayList<>();
    boolean folded = false;
    for (Row row : all) {
      if (row instanceof Row.Heading heading) {
        folded = heading.folded();
        rows.add(row);
      } else if (!folded) {
        rows.add(row);
      }
    }
    return rows;
  }

  private static List<Row> differences(
      Found.Differences found, AcceptedDifferences accepted, Filter filter) {
    Map<Cause, List<Row.Differing>> groups = new LinkedHashMap<>();
    for (Difference difference : found.comparison().differences()) {
      boolean isAccepted = accepted.accepts(difference);
      boolean shown =
          switch (filter.show()) {
            case ALL -> true;
            case OPEN -> !isAccepted;
            case ACCEPTED -> isAccepted;
          };
      if (shown && matches(filter, words(difference))) {
        groups
            .computeIfAbsent(difference.cause(), c -> new ArrayList<>())
            .add(
                new Row.Differing(
                    difference,
                    isAccepted,
                    isAccepted ? accepted.why(difference) : "",
                    Optional.ofNullable(found.reasons().get(difference))));
      }
    }
    List<Row> rows = new ArrayList<>();
    groups.forEach(
        (cause, members) ->
            add(
                rows,
                filter,
                cause.name(),
                DifferenceReport.words(cause),
                reason(found, members),
                members));
    return rows;
  }

  /** The reason of the second side, else of the first, where it is the same for all of a group. */
  private static String reason(Found.Differences found, List<Row.Differing> members) {
    if (members.stream().anyMatch(m -> m.reasons().isEmpty())) {
      return "";
    }
    return common(members, Found.Reasons::to)
        .map(why -> found.to().name() + ": " + why)
        .or(() -> common(members, Found.Reasons::from).map(why -> found.from().name() + ": " + why))
        .orElse("");
  }

  private static Optional<String> common(
      List<Row.Differing> members, Function<Found.Reasons, String> side) {
    Set<String> all =
        members.stream().flatMap(m -> m.reasons().stream()).map(side).collect(Collectors.toSet());
    return all.size() == 1 ? all.stream().findFirst() : Optional.empty();
  }

  private static List<Row> hidden(List<Unreachable.Hidden> all, Filter filter) {
    Map<Unreachable.Kind, List<Row.Hidden>> groups = new LinkedHashMap<>();
    for (Unreachable.Kind kind : Unreachable.Kind.values()) {
      groups.put(kind, new ArrayList<>());
    }
    List<Unreachable.Hidden> ordered =
        all.stream().sorted(Comparator.comparing(Unreachable.Hidden::kind)).toList();
    for (int i = 0; i < ordered.size(); i++) {
      Unreachable.Hidden hidden = ordered.get(i);
      if (matches(filter, String.join(" ", hidden.host() + hidden.path(), hidden.ingress()))) {
        groups.get(hidden.kind()).add(new Row.Hidden(i + 1, hidden));
      }
    }
    List<Row> rows = new ArrayList<>();
    groups.forEach(
        (kind, members) ->
            add(
                rows,
                filter,
                kind.name(),
                Messages.text("compare.kind." + kind.name().toLowerCase(Locale.ROOT)),
                "",
                members));
    return rows;
  }

  private static void add(
      List<Row> rows,
      Filter filter,
      String key,
      String text,
      String reason,
      List<? extends Row> members) {
    if (!members.isEmpty()) {
      boolean folded = filter.folded().contains(key);
      rows.add(new Row.Heading(key, text, reason, members.size(), folded));
      rows.addAll(members);
    }
  }

  private static String words(Difference d) {
    return String.join(
        " ",
        d.witness().method(),
        d.url(),
        d.host(),
        d.condition(),
        String.join(" ", d.paths()),
        Outcomes.title(d.from()),
        Outcomes.title(d.to()));
  }

  private static boolean matches(Filter filter, String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (String word : filter.words().strip().toLowerCase(Locale.ROOT).split("\\s+")) {
      if (!lower.contains(word)) {
        return false;
      }
    }
    return true;
  }
}
