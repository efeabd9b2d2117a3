package io.github.ingressdesigner.cluster.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ingressdesigner.cluster.ClusterException;
import io.github.ingressdesigner.cluster.Sensitive;
import io.github.ingressdesigner.cluster.kubeconfig.KubeContext;
import io.github.ingressdesigner.cluster.kubeconfig.Kubeconfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-25T10:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;
  private PluginConsents consents;

  @BeforeEach
  void makeConsents() {
    consents = new PluginConsents(folder.resolve("settings"));
  }

  private Logins logins() {
    return logins(Optional.empty(), Duration.ofSeconds(20));
  }

  private Logins logins(Optional<Set<String>> allowed, Duration patience) {
    PluginPolicy policy = new PluginPolicy(folder.resolve("kuberc"), allowed);
    ProgramFinder programs = new ProgramFinder(Map.of("PATH", folder + ":/usr/bin:/bin"));
    return new Logins(consents, new ExecPlugin(programs, policy, patience), CLOCK);
  }

  private KubeContext context(String user) throws Exception {
    Path file = folder.resolve("config");
    Files.writeString(
        file,
        """
        current-context: a
        clusters: [{name: c, cluster: {server: "https://one"}}]
        contexts: [{name: a, context: {cluster: c, user: u}}]
        users:
        - name: u
          user: %s
        """
            .formatted(user));
    return Kubeconfig.read(List.of(file)).context(Optional.empty());
  }

  private KubeContext plugin(String command, String arguments) throws Exception {
    return context(
        "{exec: {apiVersion: client.authentication.k8s.io/v1, command: \"%s\", args: %s, env: [{name: WHO, value: me}]}}"
            .formatted(command, arguments));
  }

  private Path script(String name, String text) throws IOException {
    Path script = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text);
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    return script;
  }

  private void agree(KubeContext context) {
    consents.agreeOnce(logins().pending(context).orElseThrow());
  }

  private static final String CREDENTIAL =
      "printf"
          + " '{\"kind\":\"ExecCredential\",\"apiVersion\":\"client.authentication.k8s.io/v1\",\"status\":{\"token\":\"%s\",\"expirationTimestamp\":\"2026-11-25T11:00:00Z\"}}'"
          + " ";

  @Test
  void f5ArgumentsNeverReachAShell() throws Exception {
    Path marker = folder.resolve("marker");
    script("plugin", CREDENTIAL + "\"$1\"\n");
    KubeContext context = plugin("plugin", "[\"x;touch${IFS}" + marker + "\"]");
    agree(context);
    Login login = logins().login(context, () -> false);
    assertThat(login.authorization()).contains(new Sensitive("Bearer x;touch${IFS}" + marker));
    assertThat(marker).doesNotExist();
  }

  @Test
  void f4NothingIsStartedBeforeThePersonAgrees() throws Exception {
    Path marker = folder.resolve("marker");
    KubeContext context = plugin("touch", "[\"" + marker + "\"]");
    assertThatThrownBy(() -> logins().login(context, () -> false))
        .isInstanceOfSatisfying(
            ClusterException.class,
            e -> assertThat(e.kind()).isEqualTo(ClusterException.Kind.CONSENT))
        .hasMessage(
            "The context \"a\" starts the program \"touch\" to log in ("
                + folder.resolve("config")
                + " says so). Nothing was started: agree to it first.");
    assertThat(marker).doesNotExist();
  }

  @Test
  void f4ConsentEndsWhenAnArgumentChanges() throws Exception {
    consents.agree(logins().pending(plugin("touch", "[\"a\"]")).orElseThrow());
    assertThat(logins().pending(plugin("touch", "[\"a\"]"))).isEmpty();
    assertThat(logins().pending(plugin("touch", "[\"a\", \"b\"]"))).isPresent();
  }

  @Test
  void consentIsRememberedAndNamesNoArgument() throws Exception {
    consents.agree(logins().pending(plugin("touch", "[\"canary-55\"]")).orElseThrow());
    PluginConsents later = new PluginConsents(folder.resolve("settings"));
    assertThat(later.isAgreed(logins().pending(plugin("touch", "[\"canary-56\"]")).orElseThrow()))
        .isFalse();
    consents = later;
    assertThat(logins().pending(plugin("touch", "[\"canary-55\"]"))).isEmpty();
    assertThat(Files.readString(folder.resolve("settings/plugins-allowed.txt")))
        .doesNotContain("canary");
  }

  @Test
  void f4AllowlistOfKubercIsHonoured() throws Exception {
    script("plugin", CREDENTIAL + "t\n");
    KubeContext context = plugin("plugin", "[]");
    agree(context);
    assertThatThrownBy(
            () ->
                logins(Optional.of(Set.of("other")), Duration.ofSeconds(20))
                    .login(context, () -> false))
        .hasMessageContaining("kuberc does not allow it (credentialPluginPolicy)");
    assertThat(
            logins(Optional.of(Set.of("plugin")), Duration.ofSeconds(20))
                .login(context, () -> false)
                .authorization())
        .contains(new Sensitive("Bearer t"));
  }

  @Test
  void kubercThatDeniesAllAllowsNone() {
    Path file = folder.resolve("kuberc");
    assertThat(PluginPolicy.read(file, "credentialPluginPolicy: DenyAll\n").allowed())
        .contains(Set.of());
    assertThat(
            PluginPolicy.read(
                    file,
                    "credentialPluginPolicy: Allowlist\ncredentialPluginAllowlist:\n- name: aws\n")
                .allowed())
        .contains(Set.of("aws"));
    assertThat(PluginPolicy.read(file, "kind: Preference\n").allowed()).isEmpty();
    assertThat(PluginPolicy.read(file, "a: [").allowed()).contains(Set.of());
  }

  @Test
  void pluginSeesItsVariablesAndWhatItIsAskedFor() throws Exception {
    script(
        "plugin",
        "case \"$KUBERNETES_EXEC_INFO\" in *'\"interactive\":false'*) ;; *) exit 3;; esac\n"
            + CREDENTIAL
            + "\"$WHO\"\n");
    KubeContext context = plugin("./plugin", "[]");
    agree(context);
    assertThat(logins().login(context, () -> false).authorization())
        .contains(new Sensitive("Bearer me"));
  }

  @Test
  void pluginReadsNothingFromUs() throws Exception {
    script("plugin", "read line\n" + CREDENTIAL + "\"got:$line\"\n");
    KubeContext context = plugin("plugin", "[]");
    agree(context);
    assertThat(logins().login(context, () -> false).authorization())
        .contains(new Sensitive("Bearer got:"));
  }

  @Test
  void f3OutputOfAFailingPluginIsInNoMessage() throws Exception {
    script("plugin", "echo canary-91; echo canary-92 >&2; exit 7\n");
    KubeContext context = plugin("plugin", "[]");
    agree(context);
    assertThatThrownBy(() -> logins().login(context, () -> false))
        .hasMessage(
            "The program \"plugin\", which "
                + folder.resolve("config")
                + " starts to log in, gave no credential: it ended with exit code 7. Start it in a"
                + " terminal to see why.");
  }

  @Test
  void pluginThatPrintsNoCredentialIsNamed() throws Exception {
    script("plugin", "echo canary-93\n");
    KubeContext context = plugin("plugin", "[]");
    agree(context);
    assertThatThrownBy(() -> logins().login(context, () -> false))
        .hasMessageContaining("what it printed is no JSON")
        .hasMessageNotContaining("canary");
  }

  @Test
  void pluginThatDoesNotEndIsEnded() throws Exception {
    script("plugin", "sleep 600\n");
    KubeContext context = plugin("plugin", "[]");
    agree(context);
    assertThatThrownBy(
            () -> logins(Optional.empty(), Duration.ofSeconds(1)).login(context, () -> false))
        .hasMessageContaining("it did not end within 1 s");
  }

  @Test
  void missingPluginIsToldWithTheHintOfTheKubeconfig() throws Exception {
    KubeContext context =
        context(
            "{exec: {apiVersion: client.authentication.k8s.io/v1, command: no-such, installHint:"
                + " Install it.}}");
    agree(context);
    assertThatThrownBy(() -> logins().login(context, () -> false))
        .hasMessageContaining("there is no such program here. The kubeconfig says: Install it.");
  }

  @Test
  void expiredOidcTokenIsToldWithTheRemedy() throws Exception {
    String payload =
        Base64.getUrlEncoder().withoutPadding().encodeToString("{\"exp\":1700000000}".getBytes());
    KubeContext context =
        context(
            "{auth-provider: {name: oidc, config: {idp-issuer-url: \"https://idp\", id-token: a."
                + payload
                + ".b}}}");
    assertThatThrownBy(() -> logins().login(context, () -> false))
        .hasMessageContaining("its token of https://idp expired at 2023-11-14T22:13:20Z");
  }

  @Test
  void tokenFileIsReadEachTime() throws Exception {
    KubeContext context = context("{tokenFile: token}");
    Files.writeString(folder.resolve("token"), "one\n");
    assertThat(logins().login(context, () -> false).authorization())
        .contains(new Sensitive("Bearer one"));
    Files.writeString(folder.resolve("token"), "two\n");
    assertThat(logins().login(context, () -> false).authorization())
        .contains(new Sensitive("Bearer two"));
  }

  @Test
  void missingTokenFileIsTold() throws Exception {
    KubeContext context = context("{tokenFile: token}");
    assertThatThrownBy(() -> logins().login(context, () -> false))
        .hasMessageContaining(
            "its token in " + folder.resolve("token") + " cannot be read (no such file)");
  }

  @Test
  void nameAndPasswordBecomeABasicHeader() throws Exception {
    assertThat(logins().login(context("{username: a, password: b}"), () -> false).authorization())
        .contains(new Sensitive("Basic YTpi"));
  }
}
