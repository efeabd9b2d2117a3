package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.graph.Elements;
import io.github.ingressdesigner.graph.Graph.DefaultEdge;
import io.github.ingressdesigner.graph.Graph.HostNode;
import io.github.ingressdesigner.graph.Graph.Marks;
import io.github.ingressdesigner.graph.Graph.PathNode;
import io.github.ingressdesigner.graph.Layout.BackendBox;
import io.github.ingressdesigner.graph.Layout.ChipBox;
import io.github.ingressdesigner.graph.Layout.RowBox;
import io.github.ingressdesigner.graph.TraceMarks;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.ui.common.Compared.Mark;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.workspace.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says in words what the drawing shows of an element, for screen readers and tooltips. */
final class Descriptions {
  private final Picture picture;
  private final Optional<TraceMarks> trace;
  private final Untested untested;
  private final ComparedMarks compared;

  Descriptions(Picture picture, Optional<TraceMarks> trace) {
    this(picture, trace, Untested.HIDDEN);
  }

  Descriptions(Picture picture, Optional<TraceMarks> trace, Untested untested) {
    this(picture, trace, untested, ComparedMarks.NONE);
  }

  Descriptions(
      Picture picture, Optional<TraceMarks> trace, Untested untested, ComparedMarks compared) {
    this.picture = picture;
    this.trace = trace;
    this.untested = untested;
    this.compared = compared;
  }

  /** "Path /api, Prefix, of shop.example.com, to api:8080, wins". */
  String of(Item item) {
    List<String> parts = new ArrayList<>();
    switch (item) {
      case Item.Host host -> picture.host(host.name()).ifPresent(h -> host(h.node(), parts));
      case Item.Row row -> picture.row(row.at()).ifPresent(r -> row(r, parts));
      case Item.Backend backend -> picture.backend(backend.key()).ifPresent(b -> backend(b, parts));
    }
    marks(picture.marksOf(item), parts);
    if (untested.item(picture, item)) {
      parts.add(Messages.text("canvas.say.untested"));
    }
    compared(item).ifPresent(parts::add);
    return String.join(", ", parts);
  }

  private Optional<String> compared(Item item) {
    List<Mark> marks = item instanceof Item.Row row ? compared.of(row.at()) : List.of();
    String numbers =
        marks.stream().map(m -> Integer.toString(m.number())).collect(Collectors.joining(", "));
    return marks.isEmpty()
        ? Optional.empty()
        : Optional.of(Messages.text("canvas.say.compared", numbers, marks.size()));
  }

  /** The same of several: how many, then the one that has the keyboard. */
  String of(List<Item> selection, Item focus) {
    String one = of(focus);
    if (selection.size() < 2) {
      return one;
    }
    String count = Messages.text("canvas.say.several", selection.size());
    return selection.contains(focus)
        ? count + ": " + one
        : count + ". " + Messages.text("canvas.say.notSelected", one);
  }

  private static String name(HostNode host) {
    return host.isCatchAll() ? Messages.text("canvas.anyHost") : host.host();
  }

  private static void host(HostNode host, List<String> parts) {
    parts.add(Messages.text("canvas.say.host", name(host)));
    parts.add(Messages.text("canvas.say.paths", host.paths().size()));
    if (!host.tls().isEmpty()) {
      parts.add(Messages.text("canvas.say.tls", NodePainter.tls(host.tls())));
    }
    host.chips().forEach(chip -> parts.add(chip.label()));
  }

  private void row(RowBox row, List<String> parts) {
    String host = name(picture.hostOf(row).node());
    switch (row.row()) {
      case PathNode path -> {
        String text = path.path().isEmpty() ? Messages.text("canvas.noPath") : path.path();
        parts.add(Messages.text("canvas.say.path", text));
        parts.add(path.type().text());
        parts.add(Messages.text("canvas.say.ofHost", host));
        if (path.rank() == 0) {
          parts.add(Messages.text("canvas.say.untried"));
        }
        path.chips().forEach(chip -> parts.add(chip.label()));
      }
      case DefaultEdge edge -> {
        parts.add(Messages.text("canvas.say.default", edge.ingress()));
        parts.add(Messages.text("canvas.say.ofHost", host));
      }
    }
    parts.add(
        picture
            .backendOf(row)
            .map(b -> Messages.text("canvas.say.to", b.node().text()))
            .orElseGet(() -> Messages.text("canvas.say.noBackend")));
    verdict(row.row().at()).ifPresent(parts::add);
  }

  private Optional<String> verdict(Location row) {
    return trace
        .flatMap(t -> t.verdict(row))
        .map(
            verdict ->
                switch (verdict) {
                  case WINS -> Messages.text("canvas.say.wins");
                  case BEATEN -> Messages.text("canvas.say.beaten");
                  case NO_MATCH -> Messages.text("canvas.say.noMatch");
                });
  }

  private static void backend(BackendBox backend, List<String> parts) {
    parts.add(Messages.text("canvas.say.backend", backend.node().text()));
    parts.add(Messages.text("canvas.say.fromPaths", backend.rows().size()));
  }

  private static void marks(Marks marks, List<String> parts) {
    if (marks.errors() > 0) {
      parts.add(Messages.text("canvas.say.errors", marks.errors()));
    }
    if (marks.warnings() > 0) {
      parts.add(Messages.text("canvas.say.warnings", marks.warnings()));
    }
    if (marks.stale()) {
      parts.add(Messages.text("canvas.lastValid"));
    }
    if (marks.legacy()) {
      parts.add(Messages.text("canvas.legacy"));
    }
  }

  /** What the annotations behind a chip do, each with its whole label. */
  static String tip(ChipBox chip) {
    return chip.chips().stream()
        .map(c -> c.sentence().isEmpty() ? c.label() : c.label() + "\n" + c.sentence())
        .collect(Collectors.joining("\n"));
  }

  /** The whole name, the reason of the trace and the problems of an element, in lines. */
  String tip(Item item, List<Problem> problems) {
    List<String> lines = new ArrayList<>();
    lines.add(of(item));
    if (item instanceof Item.Row row) {
      trace.map(t -> t.reasons().get(row.at())).ifPresent(lines::add);
    }
    Optional<Location> at = picture.locationOf(item);
    if (at.isPresent() && !(item instanceof Item.Backend)) {
      problems.stream()
          .filter(
              problem ->
                  problem
                      .at()
                      .filter(
                          p -> new Location(p.resource(), Elements.of(p.path())).equals(at.get()))
                      .isPresent())
          .limit(5)
          .forEach(p -> lines.add(Messages.text("canvas.say.problem", p.line(), p.message())));
    }
    return String.join("\n", lines);
  }
}
