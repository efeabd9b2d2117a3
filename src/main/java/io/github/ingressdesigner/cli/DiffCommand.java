package io.github.ingressdesigner.cli;

import io.github.ingressdesigner.cluster.ClusterException;
import io.github.ingressdesigner.cluster.KubeObject;
import io.github.ingressdesigner.cluster.apply.Wanted;
import io.github.ingressdesigner.cluster.pull.LiveObjects;
import io.github.ingressdesigner.cluster.session.KubeSession;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.suite.Manifests;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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
      "2:bad input",
      "3:the cluster cannot be reached, or refuses the login"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ingress-designer diff old.yaml new.yaml",
      "  ingress-designer diff HEAD:deploy deploy/",
      "  ingress-designer diff origin/main:deploy HEAD:deploy --markdown",
      "  ingress-designer diff --live --context staging deploy/",
    })
final class DiffCommand implements Callable<Integer> {
  static final String NAME = "diff";

  private final Terminal terminal;

  @Mixin private DifferenceOptions options = new DifferenceOptions();

  @Mixin private ControllerOptions controllers = new ControllerOptions();

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Option(
      names = "--live",
      description =
          "Compare what a cluster routes now with what it would route if NEW were applied; OLD is"
              + " left out.")
  private boolean live;

  @Option(
      names = {"-n", "--namespace"},
      paramLabel = "NAME",
      description =
          "With --live: the namespace of objects that name none (default: the context's).")
  private Optional<String> namespace = Optional.empty();

  @Parameters(
      arity = "1..2",
      paramLabel = "OLD NEW",
      description = "Files, folders, or git revisions: REVISION or REVISION:PATH.")
  private List<String> versions = List.of();

  DiffCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (versions.size() != (live ? 1 : 2)) {
      terminal
          .err()
          .println(
              live
                  ? "With --live there is one version: the files that would be applied."
                  : "Two versions are needed: OLD and NEW.");
      return CommandLineApp.BAD_INPUT;
    }
    return live ? againstCluster(versions.getFirst()) : files(versions.get(0), versions.get(1));
  }

  private int files(String before, String after) {
    Optional<FileVersion> old = FileVersion.read(before, terminal);
    Optional<FileVersion> now = FileVersion.read(after, terminal);
    return old.isEmpty() || now.isEmpty()
        ? CommandLineApp.BAD_INPUT
        : report(
            old.get().manifests().resources(),
            now.get().manifests().resources(),
            now.get().folder(),
            before,
            after);
  }

  private int againstCluster(String name) {
    InputFiles inputs = InputFiles.read(List.of(name), terminal.in());
    List<KubeObject> wanted = new ArrayList<>();
    List<String> problems = new ArrayList<>(inputs.errors());
    for (Manifests.Source source : inputs.sources()) {
      Wanted.Text text = Wanted.read(source.name(), source.text().string());
      problems.addAll(text.problems());
      text.objects().forEach(one -> wanted.add(one.object()));
    }
    problems.forEach(terminal.err()::println);
    if (!problems.isEmpty()) {
      return CommandLineApp.BAD_INPUT;
    }
    Optional<KubeSession> opened = cluster.open(terminal);
    if (opened.isEmpty()) {
      return CommandLineApp.NO_CLUSTER;
    }
    try (KubeSession session = opened.get()) {
      LiveObjects now = LiveObjects.read(session, (what, n) -> {}, () -> false);
      now.refused().forEach(refused -> terminal.err().println("not read: " + refused));
      String usual = namespace.orElse(session.context().namespaceOrDefault());
      LiveObjects then = now.with(wanted, usual);
      return report(
          now.resources(), then.resources(), inputs.folder(), session.context().name(), name);
    } catch (ClusterException e) {
      terminal.err().println(e.getMessage());
      return CommandLineApp.NO_CLUSTER;
    }
  }

  private int report(
      Resources before, Resources after, Path folder, String nameBefore, String nameAfter) {
    Optional<ControllerOptions.Chosen> chosen = controllers.choose(after, folder, terminal);
    if (chosen.isEmpty()) {
      return CommandLineApp.BAD_INPUT;
    }
    Dialect dialect = chosen.get().dialect();
    return options.report(
        dialect.compile(before, Optional.empty()),
        dialect.compile(after, Optional.empty()),
        nameBefore,
        nameAfter,
        terminal);
  }
}
