package io.github.ingressdesigner.ui.canvas;

import io.github.ingressdesigner.graph.Box;
import io.github.ingressdesigner.graph.Graph.DefaultEdge;
import io.github.ingressdesigner.graph.Graph.HostNode;
import io.github.ingressdesigner.graph.Graph.Marks;
import io.github.ingressdesigner.graph.Graph.PathNode;
import io.github.ingressdesigner.graph.Layout.BackendBox;
import io.github.ingressdesigner.graph.Layout.ChipBox;
import io.github.ingressdesigner.graph.Layout.HostBox;
import io.github.ingressdesigner.graph.Layout.RowBox;
import io.github.ingressdesigner.graph.Sizes;
import io.github.ingressdesigner.route.Trace.Verdict;
import io.github.ingressdesigner.ui.common.Messages;
import io.github.ingressdesigner.ui.common.Role;
import io.github.ingressdesigner.ui.common.Sign;
import java.util.List;
import java.util.Optional;

/** Draws hosts, paths, backends and what hangs on them, in full and with names only. */
final class NodePainter {
  static final double HOST_RADIUS = 8;
  static final double PATH_RADIUS = 6;
  static final double BACKEND_RADIUS = Sizes.BACKEND_HEIGHT / 2;
  private static final double NAME = 13;

  private final Pen pen;
  private final Looks looks;
  private final boolean full;

  NodePainter(Pen pen, Looks looks, Detail detail) {
    this.pen = pen;
    this.looks = looks;
    this.full = detail == Detail.FULL;
  }

  private static Role fill(Look look, Role plain) {
    return switch (look) {
      case STALE -> Role.STALE_BG;
      case DIM -> Role.DIM_BG;
      case PLAIN, FOUND -> plain;
      case SELECTED -> Role.ACCENT_BG;
      case TRACED -> Role.TRACED_BG;
    };
  }

  private static Role edge(Look look, Role plain, Marks marks) {
    if (look == Look.SELECTED) {
      return Role.ACCENT;
    }
    if (marks.errors() > 0) {
      return Role.ERROR;
    }
    if (marks.warnings() > 0) {
      return Role.WARNING_FILL;
    }
    return switch (look) {
      case STALE -> Role.STALE;
      case DIM -> Role.DIM_EDGE;
      case PLAIN, SELECTED -> plain;
      case FOUND -> Role.ACCENT;
      case TRACED -> Role.TRACED;
    };
  }

  private static double width(Look look, Marks marks) {
    boolean strong = look == Look.SELECTED || look == Look.TRACED || look == Look.FOUND;
    return strong || marks.errors() + marks.warnings() > 0 ? 2 : 1;
  }

  private static Role name(Look look, Role plain) {
    return switch (look) {
      case STALE -> Role.STALE;
      case DIM -> Role.DIM;
      case PLAIN, FOUND, SELECTED, TRACED -> plain;
    };
  }

  void host(HostBox host) {
    HostNode node = host.node();
    Look look = looks.host(host);
    Box box = host.box();
    Role fill = node.isCatchAll() && look == Look.PLAIN ? Role.CANVAS : fill(look, Role.HOST_BG);
    Role edge = edge(look, Role.HOST, node.marks());
    boolean dashed = node.isCatchAll() || look == Look.STALE;
    pen.node(box, HOST_RADIUS, fill, edge, width(look, node.marks()), dashed);
    Role role = name(look, Role.HOST);
    if (!full) {
      names(box, node.isCatchAll() ? Messages.text("canvas.anyHost") : node.host(), role);
      return;
    }
    Glyph glyph = node.isCatchAll() ? Glyph.DOTS : Glyph.GLOBE;
    glyph.draw(pen.g, box.x() + 12, box.y() + 14, 16, 2, pen.color(role));
    double x = box.x() + Sizes.HOST_TEXT;
    if (node.isCatchAll()) {
      pen.text(Messages.text("canvas.anyHost"), x, box.y() + 19, pen.fonts.title, role);
    } else {
      name(node.host(), x, box.y() + 19, box.width() - Sizes.HOST_TEXT - 8, role);
    }
    secondLine(node, look, x, box);
    chips(box, host.chips());
  }

  private void secondLine(HostNode node, Look look, double x, Box box) {
    double baseline = box.y() + 35.5;
    Role role = look == Look.DIM ? Role.DIM : look == Look.STALE ? Role.STALE : Role.TEXT2;
    double iconY = box.y() + 26.5;
    if (node.marks().stale()) {
      Glyph.CLOCK.draw(pen.g, x, iconY, 10.5, 2.4, pen.color(role));
      pen.text(Messages.text("canvas.lastValid"), x + 14, baseline, pen.fonts.small, role);
    } else if (node.marks().legacy()) {
      pen.text(Messages.text("canvas.legacy"), x, baseline, pen.fonts.small, role);
    } else if (!node.tls().isEmpty()) {
      Glyph.LOCK.draw(pen.g, x, iconY, 10.5, 2.4, pen.color(role));
      pen.text(small(tls(node.tls()), box.width() - 62), x + 14, baseline, pen.fonts.small, role);
    } else if (node.isCatchAll()) {
      pen.text(Messages.text("canvas.catchAll"), x, baseline, pen.fonts.small, role);
    } else {
      pen.text(Messages.text("canvas.noCertificate"), x, baseline, pen.fonts.small, role);
    }
  }

  /** What the second line says of certificates. */
  static String tls(List<String> secrets) {
    String first = secrets.getFirst();
    String name = first.isEmpty() ? Messages.text("canvas.noSecret") : first;
    return secrets.size() == 1
        ? name
        : Messages.text("canvas.moreSecrets", name, secrets.size() - 1);
  }

  private String small(String text, double width) {
    String shown = text;
    while (shown.length() > 1 && pen.fonts.small(shown) > width) {
      int keep = (shown.length() - 2) / 2;
      shown = shown.substring(0, keep) + "…" + shown.substring(shown.length() - keep);
    }
    return shown;
  }

  void row(RowBox row, boolean numbered, double gap) {
    switch (row.row()) {
      case PathNode path -> path(row, path);
      case DefaultEdge edge -> defaultLabel(row, edge);
    }
    if (full && numbered && gap >= 36) {
      number(row);
    }
  }

  private void number(RowBox row) {
    boolean wins = looks.isWinner(row);
    String rank =
        row.row() instanceof PathNode path && path.rank() > 0 ? Integer.toString(path.rank()) : "–";
    // Longer numbers move towards their node, so that they stay clear of the vertical line.
    double away = Math.max(2, 11 - 3 * rank.length());
    pen.textRight(
        rank,
        row.box().x() - away,
        row.box().centerY() - 6,
        wins ? pen.fonts.smallStrong : pen.fonts.small,
        wins ? Role.TRACED : Role.TEXT3);
  }

  private void path(RowBox row, PathNode path) {
    Look look = looks.row(row);
    boolean untried = Looks.isUntried(row) && look == Look.PLAIN;
    Look shown = untried ? Look.DIM : look;
    Box box = row.box();
    boolean dashed = untried || look == Look.STALE;
    pen.node(
        box,
        PATH_RADIUS,
        fill(shown, Role.PATH_BG),
        edge(shown, Role.LINE_STRONG, path.marks()),
        width(shown, path.marks()),
        dashed);
    Role role = name(shown, Role.PATH);
    if (!full) {
      names(box, path.path(), role);
      return;
    }
    tag(box, path, shown);
    Optional<Verdict> verdict = looks.verdict(row);
    double room = box.width() - Sizes.PATH_TEXT - (verdict.isPresent() ? 28 : 8);
    String text = path.path().isEmpty() ? Messages.text("canvas.noPath") : path.path();
    name(text, box.x() + Sizes.PATH_TEXT, box.y() + 20.6, room, role);
    verdict.ifPresent(v -> sign(v).draw(pen.g, box.right() - 22, box.centerY() - 7, signColor(v)));
    chips(box, row.chips());
  }

  private javafx.scene.paint.Color signColor(Verdict verdict) {
    return pen.color(verdict == Verdict.WINS ? Role.TRACED : Role.DIM);
  }

  static Sign sign(Verdict verdict) {
    return switch (verdict) {
      case WINS -> Sign.WINS;
      case BEATEN -> Sign.BEATEN;
      case NO_MATCH -> Sign.NO_MATCH;
    };
  }

  private void tag(Box row, PathNode path, Look look) {
    Box box = HitTest.tag(row);
    switch (look) {
      case DIM -> pen.node(box, 4, Role.DIM_BG, Role.LINE, 1, false);
      case SELECTED, TRACED -> pen.fill(box, 4, Role.CANVAS);
      case PLAIN, FOUND, STALE -> pen.fill(box, 4, Role.TAG);
    }
    boolean exact = path.type() == io.github.ingressdesigner.model.PathType.EXACT;
    pen.textCentered(
        typeTag(path),
        box.centerX(),
        box.y() + 12.8,
        exact ? pen.fonts.smallStrong : pen.fonts.small,
        look == Look.DIM ? Role.DIM : Role.TEXT2);
  }

  static String typeTag(PathNode path) {
    return switch (path.type()) {
      case EXACT -> "Exact";
      case PREFIX -> "Prefix";
      case IMPLEMENTATION_SPECIFIC -> Messages.text("canvas.tag.implementation");
      case UNKNOWN -> Messages.text("canvas.tag.unknown");
      case ABSENT -> Messages.text("canvas.tag.absent");
    };
  }

  private void defaultLabel(RowBox row, DefaultEdge edge) {
    if (!full) {
      return;
    }
    Box box = row.box();
    boolean several = looks.hostOf(row).node().defaults().size() > 1;
    String text =
        several
            ? Messages.text("canvas.defaultBackendOf", edge.ingress())
            : Messages.text("canvas.defaultBackend");
    double width = Math.min(box.width(), pen.fonts.small(text) + (several ? 20 : 40));
    Look look = looks.row(row);
    Box label = new Box(box.centerX() - width / 2, box.centerY() - 10, width, 20);
    pen.fill(label, 0, Role.CANVAS);
    if (look == Look.SELECTED) {
      pen.node(label.grow(1), 4, Role.ACCENT_BG, Role.ACCENT, 2, false);
    }
    Role role =
        look == Look.DIM
            ? Role.DIM
            : look == Look.STALE ? Role.STALE : look == Look.TRACED ? Role.TRACED : Role.TEXT2;
    pen.textCentered(
        small(text, box.width() - 12),
        box.centerX(),
        box.centerY() + 4,
        look == Look.TRACED ? pen.fonts.smallStrong : pen.fonts.small,
        role);
  }

  void backend(BackendBox backend) {
    Look look = looks.backend(backend);
    Box box = backend.box();
    pen.node(
        box,
        BACKEND_RADIUS,
        fill(look, Role.BACKEND_BG),
        edge(look, Role.BACKEND, Marks.NONE),
        width(look, Marks.NONE),
        look == Look.STALE);
    Role role = name(look, Role.BACKEND);
    if (!full) {
      names(box, backend.node().text(), role);
      return;
    }
    double room = box.width() - 2 * Sizes.BACKEND_TEXT + 4;
    name(backend.node().text(), box.x() + Sizes.BACKEND_TEXT, box.y() + 20.6, room, role);
  }

  private void name(String text, double x, double baseline, double room, Role role) {
    double size = pen.fonts.nameSize(text, room);
    pen.text(pen.fonts.fit(text, room, size), x, baseline, pen.fonts.name(size), role);
  }

  /** Far away the name fills its node, as large as it can. */
  private void names(Box box, String text, Role role) {
    double size = Math.min(pen.screen(11), box.height() * 0.8);
    double pad = pen.screen(5);
    pen.text(
        pen.fonts.fit(text, box.width() - 2 * pad, size),
        box.x() + pad,
        box.centerY() + size * 0.36,
        pen.fonts.name(size),
        role);
  }

  private void chips(Box node, List<ChipBox> chips) {
    for (ChipBox chip : chips) {
      Box box = chip.on(node);
      pen.fill(box, 4, Role.TAG);
      double x = box.x() + Sizes.CHIP_PADDING;
      if (chip.arrow()) {
        Glyph.TURN.draw(pen.g, x, box.y() + 4, 12, 2.2, pen.color(Role.TEXT2));
        x += Sizes.CHIP_ICON;
      }
      String text = small(chip.text(), box.right() - Sizes.CHIP_PADDING - x + 1);
      pen.text(text, x, box.y() + 14, pen.fonts.small, Role.TEXT2);
    }
  }

  /** The count of problems at the upper right corner; it stays when the node is dim. */
  void badge(Box node, Marks marks) {
    int count = marks.errors() + marks.warnings();
    if (count == 0 || !full) {
      return;
    }
    boolean error = marks.errors() > 0;
    Box box = HitTest.badge(node, marks);
    Role edge = error ? Role.ERROR : Role.WARNING_FILL;
    pen.node(box, 8, error ? Role.ERROR_BG : Role.WARNING_BG, edge, 1, false);
    pen.textCentered(
        Integer.toString(count),
        box.centerX(),
        box.y() + 12,
        pen.fonts.smallStrong,
        error ? Role.ERROR : Role.WARNING);
  }
}
