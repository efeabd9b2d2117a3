package io.github.ingressdesigner.cli;

import io.github.ingressdesigner.route.Dialect;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code diff}: what two versions of the files route differently. */
@Command(
    name = DiffCommand.NAME,
    mixinStandardHelpOptions = true,
    description = "Tells which requests two versions of the files route differently, and why.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all requests are routed alike, or every difference is accepted",
      "1:there are differences that nobody has accepted",
      "2:bad input"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ingress-designer diff old.yaml new.yaml",
      "  ingress-designer diff HEAD:deploy deploy/",
      "  ingress-designer diff origin/main:deploy HEAD:deploy --markdown",
    })
final class DiffCommand implements Callable<Integer> {
  static final String NAME = "diff";

  private final Terminal terminal;

  @Mixin private DifferenceOptions options = new DifferenceOptions();

  @Mixin private ControllerOptions controllers = new ControllerOptions();

  @Parameters(
      index = "0",
      paramLabel = "OLD",
      description = "A file, a folder, or a git revision: REVISION or REVISION:PATH.")
  private String before = "";

  @Parameters(index = "1", paramLabel = "NEW", description = "The same, of the new version.")
  private String after = "";

  DiffCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Optional<FileVersion> old = FileVersion.read(before, terminal);
    Optional<FileVersion> now = FileVersion.read(after, terminal);
    if (old.isEmpty() || now.isEmpty()) {
      return CommandLineApp.BAD_INPUT;
    }
    Optional<ControllerOptions.Chosen> chosen =
        controllers.choose(now.get().manifests().resources(), now.get().folder(), terminal);
    if (chosen.isEmpty()) {
      return CommandLineApp.BAD_INPUT;
    }
    Dialect dialect = chosen.get().dialect();
    return options.report(
        dialect.compile(old.get().manifests().resources(), Optional.empty()),
        dialect.compile(now.get().manifests().resources(), Optional.empty()),
        before,
        after,
        terminal);
  }
}
