package io.github.ingressdesigner.cli;

import io.github.ingressdesigner.cluster.kubeconfig.KubeContext;
import io.github.ingressdesigner.cluster.kubeconfig.ProtectedContexts;
import io.github.ingressdesigner.workspace.settings.AppFolders;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Nothing is written to a protected context unless its name was given. */
final class Confirmation {
  @Option(
      names = "--confirm",
      paramLabel = "NAME",
      description = "The name of the context, needed for a protected one.")
  private Optional<String> confirm = Optional.empty();

  /** Whether the context may be written to; where it may not, why is printed. */
  boolean allows(KubeContext context, Terminal terminal) {
    boolean needed = new ProtectedContexts(AppFolders.system().config()).isProtected(context.key());
    if (needed && !confirm.equals(Optional.of(context.name()))) {
      terminal
          .err()
          .printf(
              "The context \"%s\" is protected. To write to it, add --confirm and its name. Nothing"
                  + " was sent.%n",
              context.name());
      return false;
    }
    return true;
  }
}
