package io.github.ingressdesigner.cluster.kubeconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ingressdesigner.cluster.ClusterException;
import io.github.ingressdesigner.cluster.Sensitive;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubeconfigTest {
  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static String config(String context, String server, String token) {
    return """
    current-context: %1$s
    clusters:
    - name: c
      cluster: {server: "%2$s"}
    users:
    - name: u
      user: {token: %3$s}
    contexts:
    - name: %1$s
      context: {cluster: c, user: u, namespace: shop}
    """
        .formatted(context, server, token);
  }

  @Test
  void contextTellsServerPersonAndNamespace() throws Exception {
    Path path = file("config", config("a", "https://one:6443/", "t1"));
    KubeContext context = Kubeconfig.read(List.of(path)).context(Optional.empty());
    assertThat(context.key()).isEqualTo(new KubeContext.Key(path, "a", "https://one:6443"));
    assertThat(context.namespaceOrDefault()).isEqualTo("shop");
    assertThat(context.user().credential()).isEqualTo(new Credential.Token(new Sensitive("t1")));
  }

  @Test
  void firstFileCountsForEqualNamesAsWithKubectl() throws Exception {
    Path one = file("one", config("a", "https://one", "t1"));
    Path two = file("two", config("b", "https://two", "t2"));
    KubeContext b = Kubeconfig.read(List.of(one, two)).context(Optional.of("b"));
    assertThat(b.cluster().server()).isEqualTo("https://one");
    assertThat(b.notes())
        .containsExactly(
            two
                + " has a cluster \"c\" too, but "
                + one
                + " comes first, so kubectl takes that one.",
            two + " has a user \"u\" too, but " + one + " comes first, so kubectl takes that one.");
  }

  @Test
  void mergedFilesMeanWhatKubectlMakesOfThem() throws Exception {
    Path one = file("one", config("a", "https://one", "t1").replace("current-context: a", "x: 1"));
    Path two =
        file(
            "two",
            config("b", "https://two", "t2")
                .replace("name: c\n", "name: d\n")
                .replace("cluster: c,", "cluster: d,"));
    String kubectl =
        kubectl(
            Map.of("KUBECONFIG", one + File.pathSeparator + two),
            "config",
            "view",
            "--minify",
            "-o",
            "jsonpath={.current-context} {.clusters[0].cluster.server}");
    Kubeconfig ours = Kubeconfig.read(List.of(one, two));
    KubeContext current = ours.context(Optional.empty());
    assertThat(current.name() + " " + current.cluster().server()).isEqualTo(kubectl);
  }

  private static String kubectl(Map<String, String> environment, String... arguments)
      throws Exception {
    Path program = Path.of("/usr/bin/kubectl");
    assumeTrue(Files.isExecutable(program), "Skipped: there is no kubectl here.");
    java.util.ArrayList<String> command = new java.util.ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    Process process = builder.start();
    return new String(process.getInputStream().readAllBytes());
  }

  @Test
  void f7EqualNamesInTwoFilesStayTwoContexts() throws Exception {
    Path one = file("one", config("prod", "https://one", "t1"));
    Path two = file("two", config("prod", "https://two", "t2"));
    List<KubeContext> contexts = Kubeconfig.read(List.of(one, two)).contexts();
    assertThat(contexts)
        .extracting(KubeContext::key)
        .containsExactly(
            new KubeContext.Key(one, "prod", "https://one"),
            new KubeContext.Key(two, "prod", "https://two"));
    assertThat(contexts).extracting(KubeContext::shadowed).containsExactly(false, true);
  }

  @Test
  void f6UnknownContextIsAnErrorAndNeverTheCurrentOne() throws Exception {
    Kubeconfig config = Kubeconfig.read(List.of(file("config", config("a", "https://one", "t"))));
    assertThatThrownBy(() -> config.context(Optional.of("b")))
        .isInstanceOf(ClusterException.class)
        .hasMessage("There is no context \"b\". Known: a.");
  }

  @Test
  void currentContextThatDoesNotExistIsAnError() throws Exception {
    String text =
        config("a", "https://one", "t").replace("current-context: a", "current-context: z");
    Kubeconfig config = Kubeconfig.read(List.of(file("config", text)));
    assertThatThrownBy(() -> config.context(Optional.empty()))
        .hasMessage("The kubeconfig's current context does not exist: \"z\". Known: a.");
  }

  @Test
  void missingFileIsToldWithItsPlaceAndTheRemedy() {
    Path missing = folder.resolve("none");
    assertThat(Kubeconfig.read(List.of(missing)).problems())
        .containsExactly(
            "There is no kubeconfig at " + missing + ". Name another file, or set KUBECONFIG.");
  }

  @Test
  void unreadableFileIsTold() throws Exception {
    Path path = file("config", config("a", "https://one", "t"));
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("---------"));
    assumeTrue(!Files.isReadable(path), "Skipped: this person may read everything.");
    assertThat(Kubeconfig.read(List.of(path)).problems())
        .containsExactly(
            "The kubeconfig "
                + path
                + " cannot be used: you have no permission to read it. Change its mode with"
                + " chmod.");
  }

  @Test
  void brokenYamlIsToldByLineAndRepeatsNothingOfTheText() throws Exception {
    Path path = file("config", "users:\n- name: u\n  user: {token: canary-8431\n- x: [\n");
    assertThat(Kubeconfig.read(List.of(path)).problems().getFirst())
        .contains("is not valid YAML near line")
        .doesNotContain("canary");
  }

  @Test
  void contextWithoutItsClusterIsTold() throws Exception {
    Path path =
        file("config", config("a", "https://one", "t").replace("cluster: c,", "cluster: q,"));
    assertThat(Kubeconfig.read(List.of(path)).problems())
        .containsExactly(
            "The context \"a\" in "
                + path
                + " names the cluster \"q\", which no file describes. Mend the kubeconfig.");
  }

  @Test
  void relativePathsAreMeantFromTheKubeconfigsFolder() throws Exception {
    String text =
        config("a", "https://one", "t")
            .replace("{token: t}", "{client-certificate: pki/a.crt, client-key: ../b.key}");
    KubeContext context = Kubeconfig.read(List.of(file("config", text))).context(Optional.empty());
    assertThat(context.user().certificate())
        .contains(
            new UserEntry.ClientCertificate(
                new PemSource.InFile(folder.resolve("pki/a.crt")),
                new PemSource.InFile(folder.getParent().resolve("b.key"))));
  }

  @Test
  void f4ListingContextsStartsNoPlugin() throws Exception {
    Path marker = folder.resolve("marker");
    String text =
        config("a", "https://one", "t")
            .replace(
                "{token: t}",
                "{exec: {apiVersion: client.authentication.k8s.io/v1, command: /usr/bin/touch,"
                    + " args: [\""
                    + marker
                    + "\"]}}");
    KubeContext context = Kubeconfig.read(List.of(file("config", text))).context(Optional.empty());
    assertThat(context.user().credential()).isInstanceOf(Credential.Exec.class);
    assertThat(marker).doesNotExist();
  }

  @Test
  void unknownAuthProviderIsNamed() throws Exception {
    String text =
        config("a", "https://one", "t").replace("{token: t}", "{auth-provider: {name: gcp}}");
    KubeContext context = Kubeconfig.read(List.of(file("config", text))).context(Optional.empty());
    assertThat(context.user().credential())
        .isEqualTo(
            new Credential.Unsupported(
                "its auth-provider \"gcp\" is unknown here, and to kubectl since 1.26"));
  }

  @Test
  void f2CredentialsDoNotShowInTheirText() throws Exception {
    KubeContext context =
        Kubeconfig.read(List.of(file("config", config("a", "https://one", "canary-77"))))
            .context(Optional.empty());
    assertThat(context.toString()).doesNotContain("canary");
  }

  @Test
  void f8ReadingChangesNoFile() throws Exception {
    Path path = file("config", config("a", "https://one", "t"));
    byte[] before = Files.readAllBytes(path);
    Kubeconfig.read(List.of(path));
    assertThat(Files.readAllBytes(path)).isEqualTo(before);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(path);
    }
  }

  @Test
  void filesOfTheVariableThatAreNotThereArePassedOver() throws Exception {
    Path there = file("config", "");
    String variable = folder.resolve("none") + File.pathSeparator + there;
    assertThat(Kubeconfig.usualFiles(Map.of("KUBECONFIG", variable), folder))
        .containsExactly(there);
  }

  @Test
  void withoutTheVariableItIsTheHomeFoldersFile() {
    assertThat(Kubeconfig.usualFiles(Map.of(), folder))
        .containsExactly(folder.resolve(".kube/config"));
  }
}
