package io.github.ingressdesigner.cluster;

import io.github.ingressdesigner.cluster.kubeconfig.KubeContext;
import io.github.ingressdesigner.cluster.kubeconfig.Kubeconfig;
import io.github.ingressdesigner.cluster.login.Logins;
import io.github.ingressdesigner.cluster.login.PluginConsents;
import io.github.ingressdesigner.cluster.login.PluginPolicy;
import io.github.ingressdesigner.cluster.session.KubeSession;
import io.github.ingressdesigner.cluster.session.Request;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sessions for tests. */
public final class Sessions {
  private Sessions() {}

  /** With a context of a kubeconfig; empty for the current one. */
  public static KubeSession open(Path kubeconfig, Optional<String> context)
      throws ClusterException {
    return KubeSession.open(context(kubeconfig, context), logins(), Map.of(), () -> false);
  }

  public static KubeSession open(ApiServer server, String context) throws ClusterException {
    return open(server.kubeconfig(), Optional.of(context));
  }

  public static KubeContext context(Path kubeconfig, Optional<String> name)
      throws ClusterException {
    return Kubeconfig.read(List.of(kubeconfig)).context(name);
  }

  /** No plugin may run. */
  public static Logins logins() {
    Path nowhere = Path.of("/nonexistent");
    return new Logins(
        new PluginConsents(nowhere),
        new PluginPolicy(nowhere, Optional.empty()),
        Map.of(),
        Clock.systemUTC());
  }

  /** A kubeconfig with one context for this server and token. */
  public static Path kubeconfig(Path folder, String server, String token) throws Exception {
    return Files.writeString(
        folder.resolve("kubeconfig"),
        """
        current-context: test
        clusters: [{name: c, cluster: {server: "%s"}}]
        users: [{name: u, user: {token: "%s"}}]
        contexts: [{name: test, context: {cluster: c, user: u, namespace: shop}}]
        """
            .formatted(server, token));
  }

  /** Makes a namespace with a name of its own. */
  public static String newNamespace(KubeSession admin) throws ClusterException {
    String name = ApiServer.newName();
    create(
        admin,
        KubeKind.NAMESPACE,
        Optional.empty(),
        "{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":{\"name\":\"" + name + "\"}}");
    return name;
  }

  /** Makes an object, past our own gate. */
  public static KubeObject create(
      KubeSession admin, KubeKind kind, Optional<String> namespace, String json)
      throws ClusterException {
    Request.Body body = new Request.Body("application/json", json);
    return admin.change(Request.of("POST", kind.path(namespace), body), () -> false).object();
  }
}
