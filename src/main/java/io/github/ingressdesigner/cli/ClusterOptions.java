package io.github.ingressdesigner.cli;

import io.github.ingressdesigner.cluster.ClusterException;
import io.github.ingressdesigner.cluster.ClusterException.Kind;
import io.github.ingressdesigner.cluster.kubeconfig.KubeContext;
import io.github.ingressdesigner.cluster.kubeconfig.Kubeconfig;
import io.github.ingressdesigner.cluster.login.Logins;
import io.github.ingressdesigner.cluster.login.PluginConsents;
import io.github.ingressdesigner.cluster.login.PluginPolicy;
import io.github.ingressdesigner.cluster.login.PluginRequest;
import io.github.ingressdesigner.cluster.session.KubeSession;
import io.github.ingressdesigner.workspace.settings.AppFolders;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** Which cluster, and as whom. */
final class ClusterOptions {
  @Option(
      names = "--context",
      paramLabel = "NAME",
      description = "A context of the kubeconfig (default: its current one).")
  private Optional<String> context = Optional.empty();

  @Option(
      names = "--kubeconfig",
      paramLabel = "FILE",
      description = "A kubeconfig (default: those of KUBECONFIG, else ~/.kube/config).")
  private Optional<Path> kubeconfig = Optional.empty();

  @Option(
      names = "--allow-plugin",
      description =
          "Agree that the program which the kubeconfig names for logging in is started. Without it"
              + " the program is shown and not started.")
  private boolean allowPlugin;

  /** A session; where there is none, why is printed. */
  Optional<KubeSession> open(Terminal terminal) {
    try {
      KubeContext chosen = context();
      chosen.notes().forEach(note -> terminal.err().println("warning: " + note));
      return Optional.of(session(chosen, terminal));
    } catch (ClusterException e) {
      terminal.err().println(e.getMessage());
      return Optional.empty();
    }
  }

  private KubeContext context() throws ClusterException {
    Map<String, String> environment = System.getenv();
    Path home = Path.of(System.getProperty("user.home"));
    List<Path> files =
        kubeconfig.map(List::of).orElseGet(() -> Kubeconfig.usualFiles(environment, home));
    return Kubeconfig.read(files).context(context);
  }

  private KubeSession session(KubeContext chosen, Terminal terminal) throws ClusterException {
    Map<String, String> environment = System.getenv();
    Path home = Path.of(System.getProperty("user.home"));
    PluginConsents consents = new PluginConsents(AppFolders.system().config());
    PluginPolicy policy = PluginPolicy.ofSystem(environment, home);
    Logins logins = new Logins(consents, policy, environment, Clock.systemUTC());
    Optional<PluginRequest> plugin = logins.pending(chosen);
    if (plugin.isPresent() && allowPlugin) {
      consents.agreeOnce(plugin.get());
    } else if (plugin.isPresent()) {
      show(plugin.get(), chosen, terminal);
      throw new ClusterException(
          Kind.CONSENT, "Nothing was started. To agree, run this again with --allow-plugin.");
    }
    return KubeSession.open(chosen, logins, environment, () -> false);
  }

  private static void show(PluginRequest plugin, KubeContext chosen, Terminal terminal) {
    terminal
        .err()
        .printf(
            "The context \"%s\" starts a program to log in, says %s:%n",
            chosen.name(), plugin.file());
    terminal.err().println("  command: " + plugin.exec().command());
    plugin.exec().arguments().forEach(a -> terminal.err().println("  argument: " + a));
    new TreeMap<>(plugin.exec().environment())
        .forEach((name, value) -> terminal.err().println("  variable: " + name + "=" + value));
  }
}
