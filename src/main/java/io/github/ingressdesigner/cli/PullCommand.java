package io.github.ingressdesigner.cli;

import io.github.ingressdesigner.cluster.ClusterException;
import io.github.ingressdesigner.cluster.pull.FilePattern;
import io.github.ingressdesigner.cluster.pull.PullFiles;
import io.github.ingressdesigner.cluster.pull.PullPlan;
import io.github.ingressdesigner.cluster.pull.PullPlan.State;
import io.github.ingressdesigner.cluster.pull.PullRequest;
import io.github.ingressdesigner.cluster.pull.PullRequest.Part;
import io.github.ingressdesigner.cluster.pull.Pulled;
import io.github.ingressdesigner.cluster.pull.Puller;
import io.github.ingressdesigner.cluster.session.KubeSession;
import io.github.ingressdesigner.workspace.disk.DiskException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pull}: what runs in a cluster, as files. */
@Command(
    name = PullCommand.NAME,
    mixinStandardHelpOptions = true,
    description = {
      "Writes the Ingresses of a cluster, and what belongs to them, as clean YAML: one file for"
          + " each object. Files that mean the same already stay as they are; files that differ are"
          + " shown and stay too, unless --overwrite says otherwise. Private keys are never read"
          + " into a file.",
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the folder has what the cluster has",
      "1:files differ and were left, or something may not be read",
      "2:bad input",
      "3:the cluster cannot be reached, or refuses the login",
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ingress-designer pull --context staging --namespace shop deploy/",
      "  ingress-designer pull -A --only ingresses,classes all/",
    })
final class PullCommand implements Callable<Integer> {
  static final String NAME = "pull";

  private final Terminal terminal;

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Option(
      names = {"-n", "--namespace"},
      paramLabel = "NAME",
      description = "A namespace (default: that of the context). Repeatable.")
  private List<String> namespaces = new ArrayList<>();

  @Option(
      names = {"-A", "--all-namespaces"},
      description = "All namespaces but those of the cluster itself.")
  private boolean all;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "PART",
      description =
          "Only these: ingresses, classes, services, certificates, cert-manager, gateway-api.")
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--pattern",
      paramLabel = "PATH",
      description = "Where a new file goes, below the folder (default: ${DEFAULT-VALUE}).",
      defaultValue = "{namespace}/{kind}-{name}.yaml")
  private String pattern = "";

  @Option(names = "--overwrite", description = "Write over files that differ, after showing how.")
  private boolean overwrite;

  @Option(names = "--dry-run", description = "Show what would be written, and write nothing.")
  private boolean dryRun;

  @Parameters(paramLabel = "FOLDER", description = "Where the files go; it is made if need be.")
  private Path folder = Path.of("");

  PullCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    FilePattern files = new FilePattern(pattern);
    Optional<String> problem = files.problem().or(this::unknownPart);
    if (problem.isPresent() || all && !namespaces.isEmpty()) {
      terminal
          .err()
          .println(problem.orElse("--namespace and --all-namespaces exclude each other."));
      return CommandLineApp.BAD_INPUT;
    }
    Optional<KubeSession> opened = cluster.open(terminal);
    if (opened.isEmpty()) {
      return CommandLineApp.NO_CLUSTER;
    }
    try (KubeSession session = opened.get()) {
      String usual = session.context().namespaceOrDefault();
      List<String> wanted = all ? List.of() : namespaces.isEmpty() ? List.of(usual) : namespaces;
      Pulled pulled =
          Puller.pull(session, new PullRequest(wanted, parts()), (what, n) -> {}, () -> false);
      return write(PullFiles.plan(pulled, folder, files, usual), pulled);
    } catch (ClusterException e) {
      terminal.err().println(e.getMessage());
      return CommandLineApp.NO_CLUSTER;
    } catch (DiskException e) {
      terminal.err().println(e.getMessage());
      return CommandLineApp.BAD_INPUT;
    }
  }

  private static String word(Part part) {
    return part.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private Set<Part> parts() {
    return Arrays.stream(Part.values())
        .filter(part -> only.isEmpty() || only.contains(word(part)))
        .collect(Collectors.toSet());
  }

  private Optional<String> unknownPart() {
    List<String> known = Arrays.stream(Part.values()).map(PullCommand::word).toList();
    return only.stream()
        .filter(name -> !known.contains(name))
        .findFirst()
        .map(name -> "--only " + name + " is unknown. Known: " + String.join(", ", known) + ".");
  }

  private int write(PullPlan plan, Pulled pulled) throws DiskException {
    for (PullPlan.Item item : plan.files()) {
      String path = plan.folder().relativize(item.path()).toString();
      switch (item.state()) {
        case NEW -> terminal.out().println(terminal.good("new        ") + path);
        case SAME -> terminal.out().println(terminal.faint("same       ") + path);
        case DIFFERENT, BY_HAND -> {
          terminal.out().println(terminal.bad("different  ") + path);
          if (item.state() == State.BY_HAND) {
            terminal
                .out()
                .printf(
                    "           %s stands in a file with other things. Change it by hand:%n",
                    item.key().shown());
          }
          TextDiff.print(item.before().orElse(""), item.after(), path, "cluster", terminal);
        }
      }
    }
    pulled.refused().forEach(refused -> terminal.err().println("not read: " + refused));
    Set<Path> agreed =
        overwrite
            ? plan.in(State.DIFFERENT).stream().map(PullPlan.Item::path).collect(Collectors.toSet())
            : Set.of();
    int written = dryRun ? 0 : PullFiles.write(plan, agreed).size();
    terminal
        .out()
        .printf("%d objects, %d files written to %s%n", plan.files().size(), written, folder);
    boolean left =
        !plan.in(State.BY_HAND).isEmpty() || plan.in(State.DIFFERENT).size() > agreed.size();
    return left || !pulled.refused().isEmpty() ? CommandLineApp.FAILED : CommandLineApp.OK;
  }
}
