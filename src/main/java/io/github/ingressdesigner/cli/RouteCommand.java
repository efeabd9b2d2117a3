package io.github.ingressdesigner.cli;

import io.github.ingressdesigner.cli.ControllerOptions.Chosen;
import io.github.ingressdesigner.route.Decision;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.suite.Manifests;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code route}: where one request goes, and why. */
@Command(
    name = RouteCommand.NAME,
    mixinStandardHelpOptions = true,
    description = "Tells where a request goes and why.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:the request was answered", "2:bad input"},
    footerHeading = "%nExamples:%n",
    footer = {
      "  ingress-designer route -f shop.yaml GET https://shop.example.com/api/v1",
      "  helm template ./chart | ingress-designer route -f - --explain GET"
          + " http://shop.example.com/",
      "  ingress-designer route -f deploy/ --json POST http://shop.example.com/ -H 'Accept: */*'",
    })
final class RouteCommand implements Callable<Integer> {
  static final String NAME = "route";

  private final Terminal terminal;

  @Option(
      names = {"-f", "--file"},
      required = true,
      paramLabel = "FILE",
      description =
          "A file, a folder (all YAML and JSON below it), or - for standard input. Repeatable.")
  private List<String> files = new ArrayList<>();

  @Mixin private ControllerOptions controllers = new ControllerOptions();

  @Option(names = "--json", description = "Print the answer with its whole trace as JSON.")
  private boolean json;

  @Option(
      names = "--explain",
      description = "Print every candidate in the order considered, with its reason and place.")
  private boolean explain;

  @Option(
      names = {"-H", "--header"},
      paramLabel = "'K: V'",
      description = "A header of the request. Repeatable.")
  private List<String> headers = new ArrayList<>();

  @Parameters(index = "0", paramLabel = "METHOD", description = "GET, for example.")
  private String method = "";

  @Parameters(
      index = "1",
      paramLabel = "URL",
      description = "With http:// or https://; the path is taken literally.")
  private String url = "";

  RouteCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Optional<Request> request = request();
    if (request.isEmpty()) {
      return CommandLineApp.BAD_INPUT;
    }
    Optional<FileVersion> read = FileVersion.read(files, terminal);
    if (read.isEmpty()) {
      return CommandLineApp.BAD_INPUT;
    }
    Manifests manifests = read.get().manifests();
    manifests.warnings().forEach(terminal::warning);
    Optional<Chosen> chosen =
        controllers.choose(manifests.resources(), read.get().folder(), terminal);
    if (chosen.isEmpty()) {
      return CommandLineApp.BAD_INPUT;
    }
    warn(chosen.get(), manifests);
    Dialect dialect = chosen.get().dialect();
    Decision decision =
        dialect.compile(manifests.resources(), Optional.empty()).explain(request.get());
    if (json) {
      terminal
          .out()
          .print(
              JsonWriter.write(
                  new RouteJson(manifests).write(chosen.get(), request.get(), url, decision)));
    } else {
      new RouteReport(terminal, manifests)
          .print(chosen.get(), request.get(), url, decision, explain);
    }
    return CommandLineApp.OK;
  }

  private void warn(Chosen chosen, Manifests manifests) {
    chosen
        .foreign()
        .ifPresent(
            name ->
                terminal
                    .err()
                    .printf(
                        "warning: the files are for %s, which is not modelled; the specification"
                            + " decides instead.%n",
                        name));
    if (manifests.resources().all().isEmpty()) {
      terminal.err().println("warning: there is no Kubernetes object in the files.");
    }
  }

  private Optional<Request> request() {
    Map<String, List<String>> byName = new LinkedHashMap<>();
    for (String header : headers) {
      int colon = header.indexOf(':');
      if (colon <= 0) {
        terminal.err().println("The header \"" + header + "\" has no colon. Write it as 'K: V'.");
        return Optional.empty();
      }
      byName
          .computeIfAbsent(header.substring(0, colon).strip(), _ -> new ArrayList<>())
          .add(header.substring(colon + 1).strip());
    }
    if (!method.matches("[A-Za-z0-9_-]+")) {
      terminal.err().println("\"" + method + "\" is no method. Write GET, for example.");
      return Optional.empty();
    }
    try {
      return Optional.of(Request.of(method, url, byName));
    } catch (IllegalArgumentException e) {
      terminal.err().println(url + ": " + e.getMessage());
      return Optional.empty();
    }
  }
}
