package io.github.ingressdesigner.cli;

import io.github.ingressdesigner.cluster.ClusterException;
import io.github.ingressdesigner.cluster.KubeObject;
import io.github.ingressdesigner.cluster.apply.Applier;
import io.github.ingressdesigner.cluster.apply.ApplyJournal;
import io.github.ingressdesigner.cluster.apply.ApplyPreview;
import io.github.ingressdesigner.cluster.apply.ApplyResult;
import io.github.ingressdesigner.cluster.apply.ApplyResult.Done;
import io.github.ingressdesigner.cluster.apply.ApplyStep;
import io.github.ingressdesigner.cluster.apply.ApplyStep.State;
import io.github.ingressdesigner.cluster.apply.FieldConflict;
import io.github.ingressdesigner.cluster.apply.FieldConflict.Choice;
import io.github.ingressdesigner.cluster.apply.Wanted;
import io.github.ingressdesigner.cluster.pull.LiveObjects;
import io.github.ingressdesigner.cluster.session.KubeSession;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.suite.Manifests;
import io.github.ingressdesigner.workspace.settings.AppFolders;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code apply}: brings files into a cluster. */
@Command(
    name = ApplyCommand.NAME,
    mixinStandardHelpOptions = true,
    description = {
      "Shows what an apply of these files would do: the server tries it and stores nothing. With"
          + " --yes it is done, object by object, by server-side apply under the field manager"
          + " ingress-designer. Nothing is deleted, no namespace is made or rewritten, and a field"
          + " of another manager is taken only where --take names it.",
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:it would succeed, or it did",
      "1:something is refused, belongs to others, or failed half-way",
      "2:bad input",
      "3:the cluster cannot be reached, or refuses the login",
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ingress-designer apply --dry-run --context staging deploy/",
      "  ingress-designer apply --yes --context staging --take .spec.rules=kubectl deploy/",
    })
final class ApplyCommand implements Callable<Integer> {
  static final String NAME = "apply";

  private final Terminal terminal;

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Mixin private Confirmation confirmation = new Confirmation();

  @Mixin private ControllerOptions controllers = new ControllerOptions();

  @Option(names = "--dry-run", description = "Only show what would be done.")
  private boolean dryRun;

  @Option(names = "--yes", description = "Do it.")
  private boolean yes;

  @Option(
      names = {"-n", "--namespace"},
      paramLabel = "NAME",
      description = "For objects that name no namespace. One that names another is refused.")
  private Optional<String> namespace = Optional.empty();

  @Option(
      names = "--take",
      paramLabel = "FIELD=MANAGER",
      description = "Take this field from this manager: .spec.rules=kubectl. Repeatable.")
  private List<String> take = new ArrayList<>();

  @Option(
      names = "--leave",
      paramLabel = "FIELD=MANAGER",
      description = "Leave this field to this manager. Repeatable.")
  private List<String> leave = new ArrayList<>();

  @Option(
      names = "--roll-back",
      description = "If it fails half-way, put back what was changed; what was created stays.")
  private boolean rollBack;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files, folders, or - for input.")
  private List<String> names = List.of();

  ApplyCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (yes == dryRun) {
      terminal.err().println("Say either --dry-run or --yes.");
      return CommandLineApp.BAD_INPUT;
    }
    InputFiles inputs = InputFiles.read(names, terminal.in());
    List<Wanted> wanted = new ArrayList<>();
    List<String> problems = new ArrayList<>(inputs.errors());
    for (Manifests.Source source : inputs.sources()) {
      Wanted.Text text = Wanted.read(source.name(), source.text().string());
      problems.addAll(text.problems());
      wanted.addAll(text.objects());
    }
    if (!problems.isEmpty()) {
      problems.forEach(terminal.err()::println);
      terminal.err().println("Nothing was sent.");
      return CommandLineApp.BAD_INPUT;
    }
    Optional<KubeSession> opened = cluster.open(terminal);
    if (opened.isEmpty()) {
      return CommandLineApp.NO_CLUSTER;
    }
    try (KubeSession session = opened.get()) {
      return !yes || confirmation.allows(session.context(), terminal)
          ? run(session, wanted, inputs.folder())
          : CommandLineApp.BAD_INPUT;
    } catch (ClusterException e) {
      terminal.err().println(e.getMessage());
      return CommandLineApp.NO_CLUSTER;
    }
  }

  private int run(KubeSession session, List<Wanted> wanted, Path folder) throws ClusterException {
    ApplyPreview preview = ApplyPreview.of(session, wanted, namespace, () -> false);
    new ApplyPrinter(terminal).preview(session.context(), preview);
    routing(session, preview, folder);
    Map<Applier.Decision, Choice> choices = new HashMap<>();
    List<String> open = new ArrayList<>();
    for (ApplyStep step : preview.steps()) {
      for (FieldConflict conflict : step.conflicts()) {
        String name = conflict.field() + "=" + conflict.manager();
        if (take.contains(name) || leave.contains(name)) {
          choices.put(
              new Applier.Decision(step, conflict),
              take.contains(name) ? Choice.TAKE : Choice.LEAVE);
        } else {
          open.add(name);
        }
      }
    }
    open.stream()
        .distinct()
        .forEach(
            name -> terminal.err().printf("Decide: --take '%s' or --leave '%s'%n", name, name));
    if (!open.isEmpty() || !preview.in(State.REFUSED).isEmpty()) {
      terminal.err().println("Nothing was written.");
      return CommandLineApp.FAILED;
    }
    return dryRun ? CommandLineApp.OK : write(session, preview, choices);
  }

  private void routing(KubeSession session, ApplyPreview preview, Path folder)
      throws ClusterException {
    List<KubeObject> results = new ArrayList<>();
    for (ApplyStep step : preview.steps()) {
      if (step.isWrite()) {
        step.result().ifPresent(results::add);
      }
    }
    if (results.isEmpty()) {
      return;
    }
    LiveObjects now = LiveObjects.read(session, (what, n) -> {}, () -> false);
    now.refused().forEach(refused -> terminal.err().println("not read: " + refused));
    Resources before = now.resources();
    Resources after = now.with(results, session.context().namespaceOrDefault()).resources();
    Optional<ControllerOptions.Chosen> chosen = controllers.choose(after, folder, terminal);
    if (chosen.isPresent()) {
      Dialect dialect = chosen.get().dialect();
      terminal.out().println();
      new DifferenceOptions()
          .report(
              dialect.compile(before, Optional.empty()),
              dialect.compile(after, Optional.empty()),
              session.context().name() + " now",
              "after the apply",
              terminal);
    }
  }

  private int write(
      KubeSession session, ApplyPreview preview, Map<Applier.Decision, Choice> choices) {
    ApplyJournal journal = new ApplyJournal(AppFolders.system().state());
    Applier applier = new Applier(session, preview, journal, Clock.systemUTC());
    ApplyResult result = applier.apply(preview.steps(), choices, step -> {}, () -> false);
    new ApplyPrinter(terminal).result(result);
    if (result.isComplete()) {
      return CommandLineApp.OK;
    }
    if (rollBack) {
      List<String> problems = applier.rollBack(result, false, () -> false);
      problems.forEach(terminal.err()::println);
      terminal
          .out()
          .printf(
              "Put back: %d of %d%n",
              result.in(Done.APPLIED).size() - problems.size(), result.in(Done.APPLIED).size());
    } else {
      terminal
          .err()
          .println(
              "It stopped there. Run it again to go on, or take writes back: ingress-designer"
                  + " undo");
    }
    return CommandLineApp.FAILED;
  }
}
