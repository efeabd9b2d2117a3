package io.github.ingressdesigner.cluster.kubeconfig;

import io.github.ingressdesigner.cluster.Sensitive;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a person makes themself known, besides a client certificate. */
public sealed interface Credential {
  record Nothing() implements Credential {}

  record Token(Sensitive token) implements Credential {}

  /** A token that somebody else renews in a file. */
  record TokenFile(Path path) implements Credential {}

  record Basic(String user, Sensitive password) implements Credential {}

  /** A token of an identity provider, which kubectl renews. */
  record Oidc(Optional<Sensitive> idToken, String issuer) implements Credential {}

  /**
   * A program that prints the credential. It is named here and not started.
   *
   * @param command as the kubeconfig has it: a name to look up, or a path relative to its folder
   * @param environment what is added to our own
   * @param hint what the kubeconfig says about installing it
   * @param clusterInfo whether the program is told about the server
   */
  record Exec(
      String apiVersion,
      String command,
      List<String> arguments,
      Map<String, String> environment,
      Optional<String> hint,
      boolean clusterInfo)
      implements Credential {
    public Exec {
      arguments = List.copyOf(arguments);
      environment = Map.copyOf(environment);
    }

    /** The environment may hold secrets. */
    @Override
    public String toString() {
      return "Exec[" + command + "]";
    }
  }

  /**
   * @param what half a sentence for people
   */
  record Unsupported(String what) implements Credential {}
}
