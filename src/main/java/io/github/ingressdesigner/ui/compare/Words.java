package io.github.ingressdesigner.ui.compare;

import io.github.ingressdesigner.compare.Difference;
import io.github.ingressdesigner.compare.Unreachable;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.suite.AcceptedDifferences;
import io.github.ingressdesigner.suite.DifferenceReport;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.workspace.Snapshot;
import io.github.ingressdesigner.yaml.ReadResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Answers in words, for the head of the list, for an empty one and for copying. */
final class Words {
  private Words() {}

  /** "12 differences, 5 classes of requests stay the same". */
  static String title(Found found) {
    return switch (found) {
      case Found.Nothing _ -> "";
      case Found.Failed _ -> Messages.text("compare.title.failed");
      case Found.Differences d ->
          Messages.text(
              "compare.title.differences",
              d.comparison().differences().size(),
              d.comparison().same());
      case Found.Hidden(Unreachable u, Found.Side _) ->
          Messages.text("compare.title.hidden", u.hidden().size(), u.paths());
    };
  }

  /** What stands in the place of an empty list. */
  static String empty(Found found, boolean busy, boolean filtered, boolean anyFile) {
    if (!anyFile) {
      return Messages.text("compare.empty.noFile");
    }
    return switch (found) {
      case Found.Failed(String message) -> message;
      case Found.Nothing(boolean cancelled) ->
          busy
              ? Messages.text("compare.empty.busy")
              : Messages.text(cancelled ? "compare.empty.cancelled" : "compare.empty.nothing");
      case Found.Differences d ->
          filtered && !d.comparison().differences().isEmpty()
              ? Messages.text("compare.empty.filtered", d.comparison().differences().size())
              : Messages.text(
                  "compare.empty.same", d.from().name(), d.to().name(), d.comparison().same());
      case Found.Hidden h ->
          filtered && !h.unreachable().hidden().isEmpty()
              ? Messages.text("compare.empty.filtered", h.unreachable().hidden().size())
              : Messages.text("compare.empty.reached", h.unreachable().paths());
    };
  }

  static List<String> complete(Found found) {
    return switch (found) {
      case Found.Differences d -> d.comparison().complete();
      case Found.Hidden h -> h.unreachable().complete();
      case Found.Nothing _, Found.Failed _ -> List.of();
    };
  }

  static List<String> sampled(Found found) {
    return switch (found) {
      case Found.Differences d -> d.comparison().sampled();
      case Found.Hidden h -> h.unreachable().sampled();
      case Found.Nothing _, Found.Failed _ -> List.of();
    };
  }

  /** What of the open text is read as it last was, or not at all, sentences for people. */
  static List<String> outdated(Snapshot snapshot) {
    List<String> broken = new ArrayList<>();
    List<String> stale = new ArrayList<>();
    for (Snapshot.FileState file : snapshot.files()) {
      for (Snapshot.DocumentState document : file.documents()) {
        if (document.isStale()) {
          stale.add(file.id().name());
        } else if (document.read() instanceof ReadResult.Broken) {
          broken.add(file.id().name());
        }
      }
    }
    List<String> notes = new ArrayList<>();
    if (!stale.isEmpty()) {
      notes.add(Messages.text("compare.note.stale", names(stale)));
    }
    if (!broken.isEmpty()) {
      notes.add(Messages.text("compare.note.broken", names(broken)));
    }
    return notes;
  }

  private static String names(List<String> files) {
    return files.stream().distinct().collect(Collectors.joining(", "));
  }

  /** For which requests a difference holds: "https, host a.x, for example /pay and /pay/x". */
  static String requests(Difference d) {
    List<String> parts = new ArrayList<>();
    parts.add(String.join(" and ", d.schemes()));
    parts.add(
        d.host().isEmpty()
            ? Messages.text("compare.requests.anyHost")
            : Messages.text("compare.requests.host", d.host()));
    parts.add(
        Messages.text(
            d.paths().size() == 1 ? "compare.requests.path" : "compare.requests.paths",
            String.join(", ", d.paths())));
    if (!d.condition().isEmpty()) {
      parts.add(d.condition());
    }
    return String.join(", ", parts);
  }

  /** The rule that answers in the place of a hidden path, as short as a column. */
  static String ruleInTheWay(Unreachable.Hidden hidden, Snapshot snapshot) {
    return hidden.by().flatMap(at -> place(at, snapshot)).orElse("");
  }

  private static Optional<String> place(Location at, Snapshot snapshot) {
    Optional<String> path =
        snapshot.graph().hosts().stream()
            .flatMap(host -> host.paths().stream())
            .filter(p -> p.at().equals(at))
            .map(p -> p.path())
            .findFirst();
    return path.or(() -> Lines.of(snapshot, at).map(Lines::text));
  }

  /** All that was found, for people who were not here. */
  static String markdown(Found found, AcceptedDifferences accepted, Snapshot snapshot) {
    return switch (found) {
      case Found.Differences d -> {
        DifferenceReport report =
            new DifferenceReport(d.comparison(), accepted, d.from().name(), d.to().name());
        yield String.join("\n", report.markdown()) + "\n";
      }
      case Found.Hidden h -> markdown(h.unreachable(), h.side().name(), snapshot);
      case Found.Nothing _, Found.Failed _ -> "";
    };
  }

  private static String markdown(Unreachable found, String controller, Snapshot snapshot) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "### "
            + Messages.text("compare.title.hidden", found.hidden().size(), found.paths())
            + " ("
            + controller
            + ")");
    lines.add("");
    lines.add("| Host | Path | Place | Why |");
    lines.add("|---|---|---|---|");
    for (Unreachable.Hidden h : found.hidden()) {
      String host = h.host().isEmpty() ? Messages.text("compare.anyHost") : h.host();
      String place = Lines.of(snapshot, h.at()).map(Lines::text).orElse(h.ingress());
      lines.add(
          "| %s | `%s` | %s | %s |"
              .formatted(cell(host), h.path().replace("|", "\\|"), cell(place), cell(h.reason())));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("*", "\\*").replace("<", "&lt;").replace("\n", " ");
  }
}
