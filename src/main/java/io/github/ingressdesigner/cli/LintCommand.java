package io.github.ingressdesigner.cli;

import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.lint.Finding;
import io.github.ingressdesigner.lint.KubeVersion;
import io.github.ingressdesigner.lint.LintConfig;
import io.github.ingressdesigner.lint.LintContext;
import io.github.ingressdesigner.lint.LintReader;
import io.github.ingressdesigner.lint.LintRule;
import io.github.ingressdesigner.lint.LintSettings;
import io.github.ingressdesigner.lint.Linter;
import io.github.ingressdesigner.lint.rules.LintRules;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.workspace.disk.DiskException;
import io.github.ingressdesigner.workspace.routing.RoutingFile;
import io.github.ingressdesigner.workspace.routing.RoutingSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

/** {@code lint}: what is wrong in the files, and mending of what is safe. */
@Command(
    name = LintCommand.NAME,
    mixinStandardHelpOptions = true,
    description =
        "Tells what the API server would refuse, and what is wrong or risky though legal.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:no error was found", "1:errors were found", "2:bad input"},
    footerHeading = "%nExamples:%n",
    footer = {
      "  ingress-designer lint deploy/",
      "  helm template ./chart | ingress-designer lint -",
      "  ingress-designer lint --only api-server --kubernetes-version 1.37 shop.yaml",
      "  ingress-designer lint --format sarif deploy/ > lint.sarif",
    })
final class LintCommand implements Callable<Integer> {
  static final String NAME = "lint";

  private final Terminal terminal;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "A file, a folder (all YAML and JSON below it), or - for standard input.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--format",
      paramLabel = "F",
      description = "text, json, sarif or github. Default: text.")
  private String format = "text";

  @Option(names = "--fix", description = "Mend what can be mended safely, in the files.")
  private boolean fix;

  @Option(
      names = "--only",
      paramLabel = "GROUP",
      split = ",",
      description = "api-server, design or controller. Repeatable. Default: all.")
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--kubernetes-version",
      paramLabel = "V",
      description = {
        "The version of the API server, 1.34 for example. Default: what "
            + RoutingFile.NAME
            + " says, else 1.34."
      })
  private Optional<String> version = Optional.empty();

  @Mixin private ControllerOptions controllers = new ControllerOptions();

  LintCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Optional<LintFormat> output = LintFormat.of(format);
    InputFiles inputs = InputFiles.read(names, terminal.in());
    inputs.errors().forEach(terminal.err()::println);
    Optional<RoutingSettings> workspace = ControllerOptions.settings(inputs.folder(), terminal);
    if (!areOptionsGood(output)
        || !inputs.errors().isEmpty()
        || workspace.isEmpty()
        || fix && names.contains(InputFiles.STANDARD_INPUT) && refuseInput()) {
      return CommandLineApp.BAD_INPUT;
    }
    Map<FileId, SourceText> texts = new LinkedHashMap<>();
    inputs.sources().forEach(source -> texts.put(new FileId(source.name()), source.text()));
    Optional<LintSettings> settings = settings(texts, inputs.folder(), workspace.get());
    if (settings.isEmpty()) {
      return CommandLineApp.BAD_INPUT;
    }
    LintConfig config = config(workspace.get().lint());
    SafeFixes fixes = new SafeFixes(settings.get(), config);
    if (fix) {
      try {
        fixes.apply(texts, inputs);
      } catch (DiskException e) {
        terminal.err().println(e.getMessage());
        return CommandLineApp.BAD_INPUT;
      }
    }
    LintContext context = LintReader.read(texts, settings.get());
    List<Finding> findings =
        new Linter(LintRules.checks()).lint(context, config, () -> false).orElseThrow();
    LintResult result = new LintResult(texts, findings, fixes.count());
    output.orElseThrow().print(result, terminal);
    return result.errors() > 0 ? CommandLineApp.FAILED : CommandLineApp.OK;
  }

  private boolean areOptionsGood(Optional<LintFormat> output) {
    if (output.isEmpty()) {
      terminal.err().println("--format " + format + ": Write text, json, sarif or github.");
    }
    Optional<String> unknown = only.stream().filter(word -> group(word).isEmpty()).findFirst();
    unknown.ifPresent(
        word ->
            terminal.err().println("--only " + word + ": Write api-server, design or controller."));
    boolean bad = version.isPresent() && version.flatMap(KubeVersion::parse).isEmpty();
    if (bad) {
      terminal.err().println("--kubernetes-version " + version.get() + ": Write it like 1.34.");
    }
    return output.isPresent() && unknown.isEmpty() && !bad;
  }

  private boolean refuseInput() {
    terminal.err().println("--fix: Standard input cannot be changed. Name a file.");
    return true;
  }

  private static Optional<LintRule.Group> group(String word) {
    return List.of(LintRule.Group.values()).stream().filter(g -> g.id().equals(word)).findFirst();
  }

  private Optional<LintSettings> settings(
      Map<FileId, SourceText> texts, Path folder, RoutingSettings workspace) {
    KubeVersion kubernetes = version.flatMap(KubeVersion::parse).orElse(workspace.lint().version());
    LintSettings settings =
        new LintSettings(
            Dialects.all().getFirst(), kubernetes, Instant.now().truncatedTo(ChronoUnit.HOURS));
    return controllers
        .choose(LintReader.read(texts, settings).resources(), folder, terminal)
        .map(chosen -> new LintSettings(chosen.dialect(), kubernetes, settings.now()));
  }

  /** The workspace's, without the groups that are not wanted. */
  private LintConfig config(LintConfig workspace) {
    LintConfig config = workspace;
    List<LintRule> all = LintRules.all();
    for (String id : workspace.rules().keySet()) {
      if (all.stream().noneMatch(rule -> rule.id().equals(id))) {
        terminal
            .err()
            .println("warning: " + RoutingFile.NAME + ": There is no rule \"" + id + "\".");
      }
    }
    for (LintRule rule : all) {
      if (!only.isEmpty() && !only.contains(rule.group().id())) {
        config = config.with(rule.id(), Optional.of(LintConfig.Level.OFF));
      }
    }
    return config;
  }
}
