package io.github.ingressdesigner.cli;

import io.github.ingressdesigner.git.GitException;
import io.github.ingressdesigner.git.GitRevision;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.suite.Manifests;
import io.github.ingressdesigner.text.FileBytes;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

  /** One version. */
  private record Version(Manifests manifests, Path folder) {}

  @Override
  public Integer call() {
    Optional<Version> old = version(before);
    Optional<Version> now = version(after);
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

  private Optional<Version> version(String name) {
    List<String> errors = new ArrayList<>();
    List<Manifests.Source> sources = new ArrayList<>();
    Path folder = Path.of("");
    if (name.equals(InputFiles.STANDARD_INPUT) || exists(name)) {
      InputFiles inputs = InputFiles.read(List.of(name), terminal.in());
      errors.addAll(inputs.errors());
      sources.addAll(inputs.sources());
      folder = inputs.folder();
    } else {
      revision(name, sources, errors);
    }
    Manifests manifests = Manifests.read(sources);
    errors.forEach(terminal.err()::println);
    manifests.errors().forEach(terminal::error);
    return errors.isEmpty() && manifests.errors().isEmpty()
        ? Optional.of(new Version(manifests, folder))
        : Optional.empty();
  }

  private static boolean exists(String name) {
    try {
      return Files.exists(Path.of(name));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static void revision(String name, List<Manifests.Source> sources, List<String> errors) {
    int colon = name.indexOf(':');
    String revision = colon < 0 ? name : name.substring(0, colon);
    String path = colon < 0 ? "" : name.substring(colon + 1).replaceAll("/+$", "");
    try {
      for (GitRevision.Blob blob : GitRevision.manifests(Path.of(""), revision, path)) {
        FileBytes bytes = FileBytes.decode(blob.bytes());
        sources.add(Manifests.Source.of(revision + ":" + blob.path(), bytes.text()));
      }
      if (sources.isEmpty()) {
        errors.add(name + ": There is no .yaml, .yml or .json file in this revision.");
      }
    } catch (GitException e) {
      errors.add(name + ": There is no such file, and as a revision: " + e.getMessage());
    }
  }
}
