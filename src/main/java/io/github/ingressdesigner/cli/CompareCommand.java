package io.github.ingressdesigner.cli;

import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.dialect.OwnFiles;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.RouteTable;
import io.github.ingressdesigner.suite.Manifests;
import io.github.ingressdesigner.suite.SuiteRunner;
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

/** {@code compare}: what two controllers, or one with two settings, route differently. */
@Command(
    name = CompareCommand.NAME,
    mixinStandardHelpOptions = true,
    description =
        "Tells which requests two controllers route differently, and why. The files are read as if"
            + " the class of each Ingress were that of the controller.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all requests are routed alike, or every difference is accepted",
      "1:there are differences that nobody has accepted",
      "2:bad input"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ingress-designer compare --from ingress-nginx --to traefik deploy/",
      "  ingress-designer compare --from traefik --to traefik --to-config"
          + " strictPrefixMatching=true shop.yaml",
    })
final class CompareCommand implements Callable<Integer> {
  static final String NAME = "compare";

  private final Terminal terminal;

  @Mixin private DifferenceOptions options = new DifferenceOptions();

  @Option(names = "--from", required = true, paramLabel = "C1", description = "A controller.")
  private String from = "";

  @Option(names = "--to", required = true, paramLabel = "C2", description = "The other one.")
  private String to = "";

  @Option(names = "--from-config", paramLabel = "K=V", description = "A setting of the first.")
  private Map<String, String> fromConfig = new LinkedHashMap<>();

  @Option(names = "--to-config", paramLabel = "K=V", description = "A setting of the second.")
  private Map<String, String> toConfig = new LinkedHashMap<>();

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "A file, a folder (all YAML and JSON below it), or - for standard input.")
  private List<String> files = new ArrayList<>();

  CompareCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Optional<Dialect> first = dialect(from, fromConfig);
    Optional<Dialect> second = dialect(to, toConfig);
    Optional<FileVersion> read = FileVersion.read(files, terminal);
    if (first.isEmpty() || second.isEmpty() || read.isEmpty()) {
      return CommandLineApp.BAD_INPUT;
    }
    Manifests manifests = read.get().manifests();
    return options.report(
        table(first.get(), manifests),
        table(second.get(), manifests),
        name(first.get()),
        name(second.get()),
        terminal);
  }

  private Optional<Dialect> dialect(String id, Map<String, String> config) {
    Optional<Dialect> found = Dialects.find(id);
    if (found.isEmpty()) {
      terminal.err().println(SuiteRunner.unknown(id));
    }
    return found.map(d -> d.withConfig(new DialectConfig(config)));
  }

  private static RouteTable table(Dialect dialect, Manifests manifests) {
    return dialect.compile(OwnFiles.of(manifests.resources(), dialect), Optional.empty());
  }

  private static String name(Dialect dialect) {
    Map<String, String> values = dialect.config().values();
    return values.isEmpty() ? dialect.displayName() : dialect.displayName() + " " + values;
  }
}
