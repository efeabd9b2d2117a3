package io.github.ingressdesigner.render;

import io.github.ingressdesigner.graph.Box;
import io.github.ingressdesigner.graph.EdgeShape;
import io.github.ingressdesigner.graph.Graph;
import io.github.ingressdesigner.graph.Layout;
import io.github.ingressdesigner.graph.Layout.BackendBox;
import io.github.ingressdesigner.graph.Layout.Columns;
import io.github.ingressdesigner.graph.Layout.RowBox;
import io.github.ingressdesigner.graph.Layout.Section;
import io.github.ingressdesigner.graph.Layout.Track;
import io.github.ingressdesigner.graph.Sizes;
import io.github.ingressdesigner.graph.TraceMarks;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A graph as SVG, as the window draws it at 100 %, with a request's way lit up where wanted. */
public final class GraphSvg {
  /** Wide enough for the longest names that are not cut. */
  private static final Layout.Room ROOM = new Layout.Room(1120, 1e9);

  /** Which colours are used. */
  public enum Theme {
    LIGHT,
    DARK,
    /** Those that the reader's system prefers. */
    AUTO
  }

  private final Layout layout;
  private final SvgTones tones;
  private final SvgText out;
  private final Words words = new Words();

  private GraphSvg(Layout layout, Optional<TraceMarks> trace, Theme theme) {
    this.layout = layout;
    tones = new SvgTones(layout, trace);
    out = new SvgText(theme);
  }

  /** The layout of pictures without a window. */
  public static Layout layout(Graph graph) {
    return Layout.of(graph, new FontWidths(), ROOM);
  }

  /**
   * @param title for those who cannot see it
   * @param trace what a request does, lit up
   */
  public static String write(Layout layout, Optional<TraceMarks> trace, Theme theme, String title) {
    return new GraphSvg(layout, trace, theme).write(title);
  }

  private String write(String title) {
    double width = Math.max(200, Math.ceil(layout.width()));
    double height = Math.max(80, Math.ceil(layout.height()));
    out.open(width, height, title);
    out.rect(new Box(0, 0, width, height), 0, "canvas", "", 0, false);
    if (layout.hosts().isEmpty()) {
      out.text(words.of("canvas.empty.title"), 20, 44, "small", "text2", "");
      return out.close();
    }
    layout.tracks().forEach(this::heads);
    layout.sections().forEach(this::section);
    edges();
    SvgNodes nodes = new SvgNodes(layout, tones, out, words);
    layout.hosts().forEach(nodes::host);
    layout.rows().forEach(nodes::row);
    layout.backends().forEach(nodes::backend);
    return out.close();
  }

  private void heads(Track track) {
    Columns columns = track.columns();
    out.text(words.of("canvas.column.host"), columns.hostX(), 24, "small", "text3", "");
    out.text(words.of("canvas.column.path"), columns.pathX(), 24, "small", "text3", "");
    out.text(words.of("canvas.column.backend"), columns.backendX(), 24, "small", "text3", "");
  }

  private void section(Section section) {
    Box box = section.box();
    double baseline = box.y() + Sizes.SECTION_HEAD / 2 + 4;
    String name = section.name().orElseGet(() -> words.of("canvas.section.shared"));
    out.text(name, box.x(), baseline, "strong", "text", "");
    String paths = Integer.toString(section.paths());
    out.text(paths, box.right(), baseline, "small", "text3", "end");
    out.rect(new Box(box.x(), baseline + 6, box.width(), 1), 0, "line", "", 0, false);
  }

  /** All lines of one tone are one path, the strongest last. */
  private void edges() {
    EdgeShape shape = new EdgeShape(layout);
    Map<SvgTones.Tone, SvgText.PathData> paths = new EnumMap<>(SvgTones.Tone.class);
    Map<SvgTones.Tone, Set<BackendBox>> heads = new EnumMap<>(SvgTones.Tone.class);
    for (RowBox row : layout.rows()) {
      SvgTones.Tone tone = tones.line(row);
      SvgText.PathData data = paths.computeIfAbsent(tone, t -> new SvgText.PathData());
      shape.bracket(row, data);
      if (row.backend() >= 0) {
        shape.curve(row, data);
        heads
            .computeIfAbsent(tone, t -> new LinkedHashSet<>())
            .add(layout.backends().get(row.backend()));
      }
    }
    for (SvgTones.Tone tone : SvgTones.Tone.values()) {
      if (paths.containsKey(tone)) {
        out.line(paths.get(tone), tone.edge, tone.width, tone == SvgTones.Tone.STALE);
        List<String> arrows = new ArrayList<>();
        heads.getOrDefault(tone, Set.of()).forEach(b -> arrows.add(arrow(b.box(), tone)));
        out.fill(String.join("", arrows), tone.edge);
      }
    }
  }

  private static String arrow(Box backend, SvgTones.Tone tone) {
    double length = tone == SvgTones.Tone.TRACED ? 10.4 : 6.6;
    double half = tone == SvgTones.Tone.TRACED ? 6 : 4;
    double tip = backend.x() - 1;
    double y = backend.centerY();
    return "M%s %sL%s %sV%sZ"
        .formatted(
            SvgText.number(tip),
            SvgText.number(y),
            SvgText.number(tip - length),
            SvgText.number(y - half),
            SvgText.number(y + half));
  }
}
