package io.github.ingressdesigner.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import io.github.ingressdesigner.cluster.apply.Applier;
import io.github.ingressdesigner.cluster.apply.ApplyJournal;
import io.github.ingressdesigner.cluster.apply.ApplyPreview;
import io.github.ingressdesigner.cluster.apply.Wanted;
import io.github.ingressdesigner.cluster.kubeconfig.KubeContext;
import io.github.ingressdesigner.cluster.login.Logins;
import io.github.ingressdesigner.cluster.login.PluginConsents;
import io.github.ingressdesigner.cluster.login.PluginPolicy;
import io.github.ingressdesigner.cluster.pull.FilePattern;
import io.github.ingressdesigner.cluster.pull.PullFiles;
import io.github.ingressdesigner.cluster.pull.PullRequest;
import io.github.ingressdesigner.cluster.pull.Pulled;
import io.github.ingressdesigner.cluster.pull.Puller;
import io.github.ingressdesigner.cluster.session.KubeSession;
import io.github.ingressdesigner.cluster.session.ScriptedServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * Recognisable secrets are put wherever there can be some, everything is logged that the libraries
 * can log, and then all that was logged, said and written is searched for them.
 */
@Tag("cluster")
class SecretLeakTest {
  /** Each secret holds this word, plain or as base64. */
  private static final String CANARY = "canary";

  @TempDir Path folder;
  private final StringBuilder heard = new StringBuilder();
  private final LoggerContext logs = (LoggerContext) LoggerFactory.getILoggerFactory();
  private final Logger root = logs.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Listener listener = new Listener();
  private Level before = Level.WARN;

  private final class Listener extends AppenderBase<ILoggingEvent> {
    @Override
    protected synchronized void append(ILoggingEvent event) {
      heard.append(event.getFormattedMessage()).append('\n');
      if (event.getThrowableProxy() != null) {
        heard.append(ThrowableProxyUtil.asString(event.getThrowableProxy()));
      }
    }
  }

  @BeforeEach
  void listen() {
    before = root.getLevel();
    root.setLevel(Level.ALL);
    listener.setContext(logs);
    listener.start();
    root.addAppender(listener);
  }

  @AfterEach
  void stopListening() {
    root.detachAppender(listener);
    root.setLevel(before);
  }

  private void assertNothingLeaked(Path written) throws Exception {
    String base64 = Base64.getEncoder().withoutPadding().encodeToString(CANARY.getBytes());
    assertThat(heard.toString()).doesNotContain(CANARY, base64);
    try (Stream<Path> files = Files.walk(written)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file)).as(file.toString()).doesNotContain(CANARY, base64);
      }
    }
  }

  private void hear(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      heard.append(t).append('\n');
    }
  }

  @Test
  void f2NoSecretOfTheClusterLeavesTheCall() throws Exception {
    Path out = Files.createDirectory(folder.resolve("out"));
    try (KubeSession admin = Sessions.open(ApiServer.shared(), "admin")) {
      String namespace = Sessions.newNamespace(admin);
      Sessions.create(
          admin,
          KubeKind.SECRET,
          Optional.of(namespace),
          """
          {"apiVersion":"v1","kind":"Secret","type":"kubernetes.io/tls","metadata":{"name":"tls",
            "annotations":{"kubectl.kubernetes.io/last-applied-configuration":"{\\"data\\":\\"canary-1\\"}"}},
           "stringData":{"tls.crt":"public","tls.key":"canary-2","extra":"canary-3"}}
          """);
      heard.setLength(0);
      Pulled pulled =
          Puller.pull(
              admin,
              new PullRequest(List.of(namespace), EnumSet.allOf(PullRequest.Part.class)),
              (what, n) -> {},
              () -> false);
      hear(new Throwable(pulled.toString()));
      PullFiles.write(PullFiles.plan(pulled, out, FilePattern.DEFAULT, "default"), Set.of());
      Wanted.Text text =
          Wanted.read(
              "f",
              """
              apiVersion: v1
              kind: Secret
              metadata: {name: other, namespace: %1$s}
              stringData: {password: canary-4}
              ---
              apiVersion: networking.k8s.io/v1
              kind: Ingress
              metadata: {name: web, namespace: %1$s}
              spec: {defaultBackend: {service: {name: a, port: {number: 1}}}}
              """
                  .formatted(namespace));
      ApplyPreview preview = ApplyPreview.of(admin, text.objects(), Optional.empty(), () -> false);
      hear(new Throwable(preview.toString()));
      ApplyJournal journal = new ApplyJournal(out);
      hear(
          new Throwable(
              new Applier(admin, preview, journal, Clock.systemUTC())
                  .apply(preview.steps(), Map.of(), step -> {}, () -> false)
                  .toString()));
      hear(new Throwable(journal.entries().toString()));
    }
    assertNothingLeaked(out);
  }

  private KubeContext context(String server, String user) throws Exception {
    Path config =
        Files.writeString(
            folder.resolve("kubeconfig"),
            """
            current-context: a
            clusters: [{name: c, cluster: {server: "%s"}}]
            contexts: [{name: a, context: {cluster: c, user: u}}]
            users: [{name: u, user: %s}]
            """
                .formatted(server, user));
    return Sessions.context(config, Optional.empty());
  }

  private void talk(String user) throws Exception {
    Path state = Files.createDirectories(folder.resolve("state"));
    String echo =
        "{\"kind\":\"Status\",\"code\":403,\"message\":\"denied: Authorization: Bearer"
            + " canary-echo\"}";
    try (ScriptedServer server =
        new ScriptedServer(
            ScriptedServer.json(403, echo),
            ScriptedServer.status(401, "Unauthorized", "Unauthorized"),
            ScriptedServer.json(200, "canary-broken{"),
            ScriptedServer.hangUp())) {
      KubeContext context = context(server.address(), user);
      PluginConsents consents = new PluginConsents(state);
      Logins logins =
          new Logins(
              consents,
              new PluginPolicy(folder.resolve("kuberc"), Optional.empty()),
              Map.of("PATH", folder + ":/usr/bin:/bin"),
              Clock.systemUTC());
      if (logins.pending(context).isPresent()) {
        consents.agree(logins.pending(context).get());
      }
      hear(new Throwable(context.toString()));
      try (KubeSession session = KubeSession.open(context, logins, Map.of(), () -> false)) {
        for (int i = 0; i < 4; i++) {
          hear(catchThrowableOfType(ClusterException.class, () -> session.identity(() -> false)));
          hear(
              catchThrowableOfType(
                  ClusterException.class,
                  () ->
                      Puller.pull(
                          session,
                          new PullRequest(List.of(), EnumSet.allOf(PullRequest.Part.class)),
                          (what, n) -> {},
                          () -> false)));
        }
      } catch (ClusterException e) {
        hear(e);
      }
      assertThat(server.requests()).isNotEmpty();
    }
    assertNothingLeaked(state);
  }

  @Test
  void f2TokenOfTheKubeconfigIsNowhere() throws Exception {
    talk("{token: canary-token}");
  }

  @Test
  void f2PasswordOfTheKubeconfigIsNowhere() throws Exception {
    talk("{username: me, password: canary-password}");
  }

  @Test
  void f3CredentialOfAPluginIsNowhere() throws Exception {
    Path plugin =
        Files.writeString(
            folder.resolve("plugin"),
            "#!/bin/sh\n"
                + "echo canary-err >&2\n"
                + "printf"
                + " '{\"kind\":\"ExecCredential\",\"apiVersion\":\"client.authentication.k8s.io/v1\",\"status\":{\"token\":\"canary-exec\"}}'\n",
            StandardCharsets.UTF_8);
    Files.setPosixFilePermissions(plugin, PosixFilePermissions.fromString("rwx------"));
    talk(
        "{exec: {apiVersion: client.authentication.k8s.io/v1, command: plugin, args: [canary-arg],"
            + " env: [{name: X, value: canary-env}]}}");
  }
}
