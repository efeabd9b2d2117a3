package io.github.ingressdesigner.cli;

import io.github.ingressdesigner.cli.ControllerOptions.Chosen;
import io.github.ingressdesigner.graph.Graph;
import io.github.ingressdesigner.graph.GraphBuilder;
import io.github.ingressdesigner.graph.Layout;
import io.github.ingressdesigner.graph.TraceMarks;
import io.github.ingressdesigner.render.GraphSvg;
import io.github.ingressdesigner.render.GraphSvg.Theme;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.RouteTable;
import io.github.ingressdesigner.suite.Manifests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code render}: the graph as a picture, for documents and pull requests. */
@Command(
    name = RenderCommand.NAME,
    mixinStandardHelpOptions = true,
    description = "Draws the graph as SVG or PNG, without a display.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:the picture was written", "2:bad input"},
    footerHeading = "%nExamples:%n",
    footer = {
      "  ingress-designer render shop.yaml --out shop.svg",
      "  ingress-designer render deploy/ --out deploy.png --scale 2 --theme dark",
      "  ingress-designer render shop.yaml --out api.svg --trace 'GET"
          + " https://shop.example.com/api'",
    })
final class RenderCommand implements Callable<Integer> {
  static final String NAME = "render";

  /** Larger ones are drawn smaller: readers of PNG files take no more. */
  private static final double MOST_PIXELS = 200e6;

  private final Terminal terminal;
  private final Optional<PngDrawing> png;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "A file, a folder (all YAML and JSON below it), or - for standard input.")
  private List<String> files = new ArrayList<>();

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "X.svg|X.png",
      description =
          "Where the picture goes; its ending says which kind it is. - is SVG to standard"
              + " output.")
  private String out = "";

  @Mixin private ControllerOptions controllers = new ControllerOptions();

  @Option(
      names = "--trace",
      paramLabel = "'GET URL'",
      description = "A request whose way is lit up, with the reason of every other path.")
  private Optional<String> trace = Optional.empty();

  @Option(
      names = "--theme",
      paramLabel = "T",
      description = "light (default), dark, or for SVG auto: as the reader's system prefers.")
  private String theme = "light";

  @Option(
      names = "--scale",
      paramLabel = "N",
      description = "Pixels of a PNG for each pixel at 100 %%, 0.1 to 4. Default: 2.")
  private double scale = 2;

  RenderCommand(Terminal terminal, Optional<PngDrawing> png) {
    this.terminal = terminal;
    this.png = png;
  }

  @Override
  public Integer call() {
    boolean toPng = out.toLowerCase(Locale.ROOT).endsWith(".png");
    Optional<String> problem = problem(toPng);
    if (problem.isPresent()) {
      terminal.err().println(problem.get());
      return CommandLineApp.BAD_INPUT;
    }
    Optional<FileVersion> read = FileVersion.read(files, terminal);
    if (read.isEmpty()) {
      return CommandLineApp.BAD_INPUT;
    }
    Manifests manifests = read.get().manifests();
    Optional<Chosen> chosen =
        controllers.choose(manifests.resources(), read.get().folder(), terminal);
    if (chosen.isEmpty()) {
      return CommandLineApp.BAD_INPUT;
    }
    RouteTable table = chosen.get().dialect().compile(manifests.resources(), Optional.empty());
    Graph graph =
        GraphBuilder.build(manifests.resources(), table, List.of(), Set.of(), Graph.EMPTY);
    if (graph.hosts().isEmpty()) {
      terminal.err().println("warning: there is no Ingress in the files; the picture is empty.");
    }
    Optional<Request> request;
    try {
      request = trace.map(RenderCommand::request);
    } catch (IllegalArgumentException e) {
      terminal.err().println("--trace " + trace.orElse("") + ": " + e.getMessage());
      return CommandLineApp.BAD_INPUT;
    }
    Optional<TraceMarks> marks = request.map(r -> TraceMarks.of(table.explain(r)));
    Layout layout = GraphSvg.layout(graph);
    String title = title(graph, chosen.get());
    return toPng ? png(layout, marks) : svg(layout, marks, title);
  }

  private Optional<String> problem(boolean toPng) {
    boolean toSvg = out.equals("-") || out.toLowerCase(Locale.ROOT).endsWith(".svg");
    if (!toPng && !toSvg) {
      return Optional.of("--out " + out + ": Write a name that ends in .svg or .png.");
    }
    if (!Set.of("light", "dark", "auto").contains(theme) || toPng && theme.equals("auto")) {
      return Optional.of(
          "--theme " + theme + ": Known are light, dark" + (toPng ? "." : " and auto."));
    }
    if (!(scale >= 0.1 && scale <= 4)) {
      return Optional.of("--scale " + scale + ": Expected 0.1 to 4.");
    }
    return toPng && png.isEmpty()
        ? Optional.of("PNG cannot be drawn here. Write SVG: --out NAME.svg")
        : Optional.empty();
  }

  /** {@code GET https://host/path}. */
  private static Request request(String text) {
    String[] parts = text.strip().split("\\s+", 2);
    if (parts.length < 2 || !parts[0].matches("[A-Za-z]+")) {
      throw new IllegalArgumentException("Write a method and a URL, 'GET https://host/path'.");
    }
    return Request.of(parts[0], parts[1].strip(), Map.of());
  }

  private String title(Graph graph, Chosen chosen) {
    String routes =
        graph.hosts().size() + " hosts, " + graph.pathCount() + " paths, by the rules of ";
    return "Routes of "
        + String.join(", ", files)
        + ": "
        + routes
        + chosen.dialect().displayName()
        + trace.map(request -> "; the way of " + request + " is lit up").orElse("");
  }

  private int svg(Layout layout, Optional<TraceMarks> marks, String title) {
    Theme colours = Theme.valueOf(theme.toUpperCase(Locale.ROOT));
    String text = GraphSvg.write(layout, marks, colours, title);
    if (out.equals("-")) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      terminal.out().write(bytes, 0, bytes.length);
      return CommandLineApp.OK;
    }
    return write(text.getBytes(StandardCharsets.UTF_8));
  }

  private int png(Layout layout, Optional<TraceMarks> marks) {
    double pixels = layout.width() * layout.height();
    double most = Math.sqrt(MOST_PIXELS / Math.max(1, pixels));
    if (most < scale) {
      terminal
          .err()
          .printf(
              Locale.ROOT,
              "warning: at this scale the picture is too large; it is drawn at %.3f.%n",
              most);
    }
    boolean dark = theme.equals("dark");
    return write(png.orElseThrow().draw(layout, marks, dark, Math.min(scale, most)));
  }

  private int write(byte[] bytes) {
    try {
      Files.write(Path.of(out), bytes);
      return CommandLineApp.OK;
    } catch (IOException | InvalidPathException e) {
      terminal.err().println(out + ": The picture cannot be written: " + e.getMessage());
      return CommandLineApp.BAD_INPUT;
    }
  }
}
