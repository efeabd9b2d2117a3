package io.github.ingressdesigner.cli;

import io.github.ingressdesigner.cluster.ClusterException;
import io.github.ingressdesigner.cluster.apply.ApplyJournal;
import io.github.ingressdesigner.cluster.apply.ApplyJournal.Entry;
import io.github.ingressdesigner.cluster.apply.Undo;
import io.github.ingressdesigner.cluster.session.KubeSession;
import io.github.ingressdesigner.workspace.settings.AppFolders;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code undo}: lists what was written to clusters, and takes a write back. */
@Command(
    name = UndoCommand.NAME,
    mixinStandardHelpOptions = true,
    description = {
      "Without a number, lists what was written to clusters from here. With one, takes that write"
          + " back: what it changed is put back, what it created is deleted; unless somebody"
          + " changed the object since.",
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:it was listed, or taken back",
      "1:it cannot be taken back",
      "2:bad input",
      "3:the cluster cannot be reached, or refuses the login",
    })
final class UndoCommand implements Callable<Integer> {
  static final String NAME = "undo";

  private final Terminal terminal;

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Mixin private Confirmation confirmation = new Confirmation();

  @Parameters(arity = "0..1", paramLabel = "NUMBER", description = "The write, by its number.")
  private Optional<Integer> number = Optional.empty();

  UndoCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    ApplyJournal journal = new ApplyJournal(AppFolders.system().state());
    try {
      List<Entry> entries = journal.entries();
      if (number.isEmpty()) {
        entries.forEach(this::print);
        return CommandLineApp.OK;
      }
      Optional<Entry> entry = entries.stream().filter(e -> e.id() == number.get()).findFirst();
      if (entry.isEmpty()) {
        terminal.err().println("There is no write with this number. \"undo\" alone lists them.");
        return CommandLineApp.BAD_INPUT;
      }
      return undo(journal, entry.get());
    } catch (IOException e) {
      terminal.err().println("The journal cannot be used: " + e.getMessage());
      return CommandLineApp.BAD_INPUT;
    }
  }

  private void print(Entry entry) {
    terminal
        .out()
        .printf(
            "%4d  %s  %-7s  %s  %s  %s%n",
            entry.id(),
            entry.at().truncatedTo(ChronoUnit.SECONDS),
            switch (entry.outcome()) {
              case DONE -> "done";
              case FAILED -> "failed";
              case OPEN -> "unknown";
            },
            entry.context(),
            entry.action(),
            entry.key().shown());
  }

  private int undo(ApplyJournal journal, Entry entry) throws IOException {
    Optional<KubeSession> opened = cluster.open(terminal);
    if (opened.isEmpty()) {
      return CommandLineApp.NO_CLUSTER;
    }
    try (KubeSession session = opened.get()) {
      if (!confirmation.allows(session.context(), terminal)) {
        return CommandLineApp.BAD_INPUT;
      }
      Undo.fromJournal(session, journal, entry, Clock.systemUTC(), () -> false);
      terminal.out().println("taken back  " + entry.key().shown());
      return CommandLineApp.OK;
    } catch (ClusterException e) {
      terminal.err().println(e.getMessage());
      return switch (e.kind()) {
        case UNREACHABLE, TIMEOUT, CERTIFICATE, UNAUTHORIZED, LOGIN -> CommandLineApp.NO_CLUSTER;
        default -> CommandLineApp.FAILED;
      };
    }
  }
}
