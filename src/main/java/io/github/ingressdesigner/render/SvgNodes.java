package io.github.ingressdesigner.render;

import io.github.ingressdesigner.graph.Box;
import io.github.ingressdesigner.graph.Graph.DefaultEdge;
import io.github.ingressdesigner.graph.Graph.HostNode;
import io.github.ingressdesigner.graph.Graph.Marks;
import io.github.ingressdesigner.graph.Graph.PathNode;
import io.github.ingressdesigner.graph.Layout;
import io.github.ingressdesigner.graph.Layout.BackendBox;
import io.github.ingressdesigner.graph.Layout.ChipBox;
import io.github.ingressdesigner.graph.Layout.HostBox;
import io.github.ingressdesigner.graph.Layout.RowBox;
import io.github.ingressdesigner.graph.Sizes;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.render.SvgTones.Tone;
import io.github.ingressdesigner.route.Trace.Verdict;
import java.util.List;

/** Writes hosts, paths, backends and what hangs on them. */
final class SvgNodes {
  private final Layout layout;
  private final SvgTones tones;
  private final SvgText out;
  private final Words words;
  private final FontWidths widths = new FontWidths();

  SvgNodes(Layout layout, SvgTones tones, SvgText out, Words words) {
    this.layout = layout;
    this.tones = tones;
    this.out = out;
    this.words = words;
  }

  private static String fill(Tone tone, String plain) {
    return switch (tone) {
      case STALE -> "stale-bg";
      case DIM -> "dim-bg";
      case PLAIN -> plain;
      case TRACED -> "traced-bg";
    };
  }

  private static String edge(Tone tone, String plain, Marks marks) {
    if (marks.errors() > 0) {
      return "error";
    }
    if (marks.warnings() > 0) {
      return "warning-fill";
    }
    return switch (tone) {
      case STALE -> "stale";
      case DIM -> "dim-edge";
      case PLAIN -> plain;
      case TRACED -> "traced";
    };
  }

  private static double width(Tone tone, Marks marks) {
    return tone == Tone.TRACED || marks.errors() + marks.warnings() > 0 ? 2 : 1;
  }

  private static String ink(Tone tone, String plain) {
    return switch (tone) {
      case STALE -> "stale";
      case DIM -> "dim";
      case PLAIN, TRACED -> plain;
    };
  }

  void host(HostBox host) {
    HostNode node = host.node();
    Tone tone = tones.host(host);
    Box box = host.box();
    String title = node.isCatchAll() ? words.of("canvas.anyHost") : node.host();
    out.beginGroup(title);
    String fill = node.isCatchAll() && tone == Tone.PLAIN ? "canvas" : fill(tone, "host-bg");
    boolean dashed = node.isCatchAll() || tone == Tone.STALE;
    out.rect(box, 8, fill, edge(tone, "host", node.marks()), width(tone, node.marks()), dashed);
    String role = ink(tone, "host");
    Shape icon = node.isCatchAll() ? Shape.DOTS : Shape.GLOBE;
    out.icon(icon, box.x() + 12, box.y() + 14, 16.0 / 24, 2, role);
    double x = box.x() + Sizes.HOST_TEXT;
    name(title, x, box.y() + 19, box.width() - Sizes.HOST_TEXT - 8, role);
    secondLine(node, tone, x, box);
    chips(box, host.chips());
    badge(box, node.marks());
    out.endGroup();
  }

  private void secondLine(HostNode node, Tone tone, double x, Box box) {
    String role = tone == Tone.DIM ? "dim" : tone == Tone.STALE ? "stale" : "text2";
    double y = box.y() + 35.5;
    if (node.marks().stale()) {
      out.icon(Shape.CLOCK, x, box.y() + 26.5, 10.5 / 24, 2.4, role);
      out.text(words.of("canvas.lastValid"), x + 14, y, "small", role, "");
    } else if (node.marks().legacy()) {
      out.text(words.of("canvas.legacy"), x, y, "small", role, "");
    } else if (!node.tls().isEmpty()) {
      out.icon(Shape.LOCK, x, box.y() + 26.5, 10.5 / 24, 2.4, role);
      out.text(small(tls(node.tls()), box.width() - 62), x + 14, y, "small", role, "");
    } else {
      String key = node.isCatchAll() ? "canvas.catchAll" : "canvas.noCertificate";
      out.text(words.of(key), x, y, "small", role, "");
    }
  }

  private String tls(List<String> secrets) {
    String first = secrets.getFirst().isEmpty() ? words.of("canvas.noSecret") : secrets.getFirst();
    return secrets.size() == 1 ? first : words.of("canvas.moreSecrets", first, secrets.size() - 1);
  }

  void row(RowBox row) {
    HostBox host = layout.hosts().get(row.host());
    switch (row.row()) {
      case PathNode path -> path(row, path);
      case DefaultEdge edge -> fallback(row, edge, host.node().defaults().size() > 1);
    }
    double gap = row.box().x() - host.box().right();
    if (host.rowCount() > 1 && gap >= 36) {
      boolean wins = tones.wins(row);
      String rank =
          row.row() instanceof PathNode path && path.rank() > 0
              ? Integer.toString(path.rank())
              : "–";
      out.text(
          rank,
          row.box().x() - Math.max(2, 11 - 3 * rank.length()),
          row.box().centerY() - 6,
          wins ? "strong" : "small",
          wins ? "traced" : "text3",
          "end");
    }
  }

  private void path(RowBox row, PathNode path) {
    Tone tone = tones.line(row);
    Box box = row.box();
    String text = path.path().isEmpty() ? words.of("canvas.noPath") : path.path();
    out.beginGroup(type(path.type()) + " " + text);
    boolean dashed = SvgTones.isUntried(row) || tone == Tone.STALE;
    String edge = edge(tone, "line-strong", path.marks());
    out.rect(box, 6, fill(tone, "path-bg"), edge, width(tone, path.marks()), dashed);
    Box tag = new Box(box.x() + 7, box.y() + 7, Sizes.TAG_WIDTH, Sizes.TAG_HEIGHT);
    if (tone == Tone.DIM) {
      out.rect(tag, 4, "dim-bg", "line", 1, false);
    } else {
      out.rect(tag, 4, tone == Tone.TRACED ? "canvas" : "tag", "", 0, false);
    }
    out.text(
        type(path.type()),
        tag.centerX(),
        tag.y() + 12.8,
        path.type() == PathType.EXACT ? "strong" : "small",
        tone == Tone.DIM ? "dim" : "text2",
        "middle");
    double room = box.width() - Sizes.PATH_TEXT - (tones.verdict(row).isPresent() ? 28 : 8);
    name(text, box.x() + Sizes.PATH_TEXT, box.y() + 20.6, room, ink(tone, "path"));
    tones.verdict(row).ifPresent(v -> sign(v, box));
    chips(box, row.chips());
    badge(box, path.marks());
    out.endGroup();
  }

  private void sign(Verdict verdict, Box box) {
    Shape shape =
        switch (verdict) {
          case WINS -> Shape.WINS;
          case BEATEN -> Shape.BEATEN;
          case NO_MATCH -> Shape.NO_MATCH;
        };
    String role = verdict == Verdict.WINS ? "traced" : "dim";
    out.icon(shape, box.right() - 22, box.centerY() - 7, 1, 1.4, role);
  }

  private String type(PathType type) {
    return switch (type) {
      case EXACT -> "Exact";
      case PREFIX -> "Prefix";
      case IMPLEMENTATION_SPECIFIC -> words.of("canvas.tag.implementation");
      case UNKNOWN -> words.of("canvas.tag.unknown");
      case ABSENT -> words.of("canvas.tag.absent");
    };
  }

  private void fallback(RowBox row, DefaultEdge edge, boolean several) {
    String text =
        several
            ? words.of("canvas.defaultBackendOf", edge.ingress())
            : words.of("canvas.defaultBackend");
    Box box = row.box();
    String shown = small(text, box.width() - 12);
    double width = Math.min(box.width(), widths.small(shown) + 40);
    out.rect(
        new Box(box.centerX() - width / 2, box.centerY() - 10, width, 20),
        0,
        "canvas",
        "",
        0,
        false);
    Tone tone = tones.row(row);
    String role = tone == Tone.TRACED ? "traced" : ink(tone, "text2");
    String face = tone == Tone.TRACED ? "strong" : "small";
    out.text(shown, box.centerX(), box.centerY() + 4, face, role, "middle");
  }

  void backend(BackendBox backend) {
    Tone tone = tones.backend(backend);
    Box box = backend.box();
    out.beginGroup(backend.node().text());
    String edge = edge(tone, "backend", Marks.NONE);
    String fill = fill(tone, "backend-bg");
    out.rect(box, box.height() / 2, fill, edge, width(tone, Marks.NONE), tone == Tone.STALE);
    double room = box.width() - 2 * Sizes.BACKEND_TEXT + 4;
    double x = box.x() + Sizes.BACKEND_TEXT;
    name(backend.node().text(), x, box.y() + 20.6, room, ink(tone, "backend"));
    out.endGroup();
  }

  /** A name, its middle left out where there is no room. */
  private void name(String text, double x, double baseline, double room, String role) {
    String shown = text;
    while (shown.length() > 2 && widths.name(shown) > room) {
      int keep = (shown.length() - 2) / 2;
      shown = shown.substring(0, keep) + "…" + shown.substring(shown.length() - keep);
    }
    out.text(shown, x, baseline, "name", role, "", widths.name(shown));
  }

  private String small(String text, double room) {
    String shown = text;
    while (shown.length() > 2 && widths.small(shown) > room) {
      int keep = (shown.length() - 2) / 2;
      shown = shown.substring(0, keep) + "…" + shown.substring(shown.length() - keep);
    }
    return shown;
  }

  private void chips(Box node, List<ChipBox> chips) {
    for (ChipBox chip : chips) {
      Box box = chip.on(node);
      out.rect(box, 4, "tag", "", 0, false);
      double x = box.x() + Sizes.CHIP_PADDING;
      if (chip.arrow()) {
        out.icon(Shape.TURN, x, box.y() + 4, 12.0 / 24, 2.2, "text2");
        x += Sizes.CHIP_ICON;
      }
      String text = small(chip.text(), box.right() - Sizes.CHIP_PADDING - x + 1);
      out.text(text, x, box.y() + 14, "small", "text2", "");
    }
  }

  private void badge(Box node, Marks marks) {
    int count = marks.errors() + marks.warnings();
    if (count == 0) {
      return;
    }
    boolean error = marks.errors() > 0;
    double width = 21 + 6 * (Integer.toString(count).length() - 1);
    Box box = new Box(node.right() - width + 8, node.y() - 8, width, 16);
    String fill = error ? "error-bg" : "warning-bg";
    out.rect(box, 8, fill, error ? "error" : "warning-fill", 1, false);
    String number = Integer.toString(count);
    out.text(number, box.centerX(), box.y() + 12, "strong", error ? "error" : "warning", "middle");
  }
}
