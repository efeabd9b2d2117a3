package io.github.ingressdesigner.cli;

import io.github.ingressdesigner.compare.Comparer;
import io.github.ingressdesigner.route.RouteTable;
import io.github.ingressdesigner.suite.AcceptedDifferences;
import io.github.ingressdesigner.suite.DifferenceReport;
import io.github.ingressdesigner.text.FileBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What compare and diff have in common: the form of the report, and what is accepted. */
final class DifferenceOptions {
  @Option(names = "--json", description = "Print the differences as JSON.")
  private boolean json;

  @Option(names = "--markdown", description = "Print the differences as Markdown.")
  private boolean markdown;

  @Option(
      names = "--accepted",
      paramLabel = "FILE",
      description =
          "Differences that are wanted (default: " + AcceptedDifferences.FILE + " if it is there).")
  private Optional<Path> accepted = Optional.empty();

  @Option(
      names = "--accept-all",
      description = "Write all differences to that file, so that they are accepted from now on.")
  private boolean acceptAll;

  /** Compares, prints, and gives the exit code. */
  int report(RouteTable from, RouteTable to, String nameFrom, String nameTo, Terminal terminal) {
    Path file = accepted.orElse(Path.of(AcceptedDifferences.FILE));
    AcceptedDifferences known = AcceptedDifferences.NONE;
    try {
      if (accepted.isPresent() && !acceptAll || Files.exists(file)) {
        var text = FileBytes.decode(Files.readAllBytes(file)).text();
        known = AcceptedDifferences.read(file.toString(), text);
      }
    } catch (IOException e) {
      terminal.err().println("The file " + file + " cannot be read: " + e.getMessage() + ".");
      return CommandLineApp.BAD_INPUT;
    }
    if (!known.notices().isEmpty()) {
      known.notices().forEach(terminal::error);
      return CommandLineApp.BAD_INPUT;
    }
    DifferenceReport report =
        new DifferenceReport(Comparer.compare(from, to, () -> false), known, nameFrom, nameTo);
    new DifferencePrinter(report, terminal)
        .print(
            json
                ? DifferencePrinter.Format.JSON
                : markdown ? DifferencePrinter.Format.MARKDOWN : DifferencePrinter.Format.TEXT);
    if (acceptAll) {
      return write(file, report, terminal);
    }
    return report.open().isEmpty() ? CommandLineApp.OK : CommandLineApp.FAILED;
  }

  private static int write(Path file, DifferenceReport report, Terminal terminal) {
    try {
      Files.writeString(file, AcceptedDifferences.write(report.comparison().differences()));
      return CommandLineApp.OK;
    } catch (IOException e) {
      terminal.err().println("The file " + file + " cannot be written: " + e.getMessage() + ".");
      return CommandLineApp.BAD_INPUT;
    }
  }
}
