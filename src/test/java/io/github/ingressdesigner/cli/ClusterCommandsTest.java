package io.github.ingressdesigner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.cluster.ApiServer;
import io.github.ingressdesigner.cluster.Kubectl;
import io.github.ingressdesigner.cluster.Sessions;
import io.github.ingressdesigner.cluster.session.KubeSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("cluster")
class ClusterCommandsTest {
  private static final String HOME = System.getProperty("user.home");

  @TempDir Path folder;
  private String namespace;

  @BeforeEach
  void makeNamespace() throws Exception {
    try (KubeSession admin = Sessions.open(ApiServer.shared(), "admin")) {
      namespace = Sessions.newNamespace(admin);
    }
  }

  /** The journal of these tests is not the person's. */
  @BeforeEach
  void moveHome() {
    System.setProperty("user.home", folder.toString());
  }

  @AfterEach
  void moveHomeBack() {
    System.setProperty("user.home", HOME);
  }

  private Shell run(String command, String... arguments) {
    return as("admin", command, arguments);
  }

  private Shell as(String context, String command, String... arguments) {
    List<String> all =
        new ArrayList<>(
            List.of(
                command,
                "--kubeconfig",
                ApiServer.shared().kubeconfig().toString(),
                "--context",
                context));
    all.addAll(List.of(arguments));
    return Shell.run(all.toArray(String[]::new));
  }

  private Path file(String path) throws Exception {
    return Files.writeString(
        folder.resolve("web.yaml"),
        Shell.INGRESS
            .replace("  name: shop", "  name: shop\n  namespace: " + namespace)
            .replace("shop.example", namespace + ".example")
            .replace("path: /api", "path: " + path));
  }

  private String kubectl(String... arguments) throws Exception {
    return new Kubectl(ApiServer.shared().kubeconfig()).run("", arguments).text();
  }

  private String paths() throws Exception {
    return kubectl(
        "-n",
        namespace,
        "get",
        "ingress",
        "shop",
        "-o",
        "jsonpath={.spec.rules[*].http.paths[*].path}");
  }

  @Test
  void dryRunShowsTheChangeAndItsRoutesAndStoresNothing() throws Exception {
    Shell shell = run("apply", "--dry-run", file("/api").toString());
    assertThat(shell.err()).isEmpty();
    assertThat(shell.code()).isZero();
    assertThat(shell.out())
        .contains(
            "create  Ingress " + namespace + "/shop", "+  name: shop", namespace + ".example/api");
    assertThat(paths()).contains("NotFound");
  }

  @Test
  void yesWritesAndUndoTakesItBack() throws Exception {
    assertThat(run("apply", "--yes", file("/one").toString()).code()).isZero();
    assertThat(paths()).isEqualTo("/one /");
    Shell second = run("apply", "--yes", file("/two").toString());
    assertThat(paths()).isEqualTo("/two /");
    Matcher number = Pattern.compile("journal (\\d+)").matcher(second.out());
    assertThat(number.find()).isTrue();
    assertThat(run("undo", number.group(1)).code()).isZero();
    assertThat(paths()).isEqualTo("/one /");
    assertThat(Shell.run("undo").out()).contains("undo of " + number.group(1));
  }

  @Test
  void neitherYesNorDryRunIsBadInput() throws Exception {
    assertThat(run("apply", file("/").toString()))
        .isEqualTo(new Shell(2, "", "Say either --dry-run or --yes.\n"));
  }

  @Test
  void fieldOfAnotherManagerIsTakenOnlyWhenNamed() throws Exception {
    assertThat(
            new Kubectl(ApiServer.shared().kubeconfig())
                .run(Files.readString(file("/theirs")), "apply", "--server-side", "-f", "-")
                .code())
        .isZero();
    Shell refused = run("apply", "--yes", file("/ours").toString());
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err())
        .contains(
            "--take '.spec.rules=kubectl' or --leave '.spec.rules=kubectl'",
            "Nothing was written.");
    assertThat(paths()).isEqualTo("/theirs /");
    assertThat(
            run("apply", "--yes", "--take", ".spec.rules=kubectl", file("/ours").toString()).code())
        .isZero();
    assertThat(paths()).isEqualTo("/ours /");
  }

  @Test
  void refusedFieldsAreToldByPath() throws Exception {
    Shell shell = run("apply", "--dry-run", file("foo").toString());
    assertThat(shell.code()).isEqualTo(1);
    assertThat(shell.out())
        .contains(
            "spec.rules[0].http.paths[0].path: Invalid value: \"foo\": must be an absolute path");
  }

  @Test
  void templateIsNotSent() throws Exception {
    Path file = Files.writeString(folder.resolve("t.yaml"), "a: {{ .Values.x }}\n");
    Shell shell = run("apply", "--yes", file.toString());
    assertThat(shell.code()).isEqualTo(2);
    assertThat(shell.err()).contains("It is a template", "Nothing was sent.");
  }

  @Test
  void pullWritesWhatRunsAndThenFindsItTheSame() throws Exception {
    run("apply", "--yes", file("/api").toString());
    Path pulled = folder.resolve("pulled");
    Shell first = run("pull", "-n", namespace, "--only", "ingresses", pulled.toString());
    assertThat(first.code()).as(first.err()).isZero();
    assertThat(pulled.resolve(namespace).resolve("ingress-shop.yaml")).isRegularFile();
    assertThat(run("pull", "-n", namespace, "--only", "ingresses", pulled.toString()).out())
        .contains("same       " + namespace + "/ingress-shop.yaml", "0 files written");
  }

  @Test
  void pullShowsADifferenceAndLeavesTheFile() throws Exception {
    run("apply", "--yes", file("/api").toString());
    Path pulled = folder.resolve("pulled");
    run("pull", "-n", namespace, "--only", "ingresses", pulled.toString());
    run("apply", "--yes", file("/two").toString());
    Shell shell = run("pull", "-n", namespace, "--only", "ingresses", pulled.toString());
    assertThat(shell.code()).isEqualTo(1);
    assertThat(shell.out()).contains("-      - path: /api", "+      - path: /two");
    assertThat(Files.readString(pulled.resolve(namespace).resolve("ingress-shop.yaml")))
        .contains("/api");
  }

  @Test
  void diffLiveTellsWhatTheFilesWouldRouteOtherwise() throws Exception {
    run("apply", "--yes", file("/api").toString());
    assertThat(run("diff", "--live", file("/api").toString()).code()).isZero();
    Shell shell = run("diff", "--live", file("/two").toString());
    assertThat(shell.code()).isEqualTo(1);
    assertThat(shell.out()).contains(namespace + ".example/two");
  }

  @Test
  void f6UnknownContextIsAnError() throws Exception {
    Shell shell = as("no-such", "apply", "--yes", file("/").toString());
    assertThat(shell.code()).isEqualTo(3);
    assertThat(shell.err()).startsWith("There is no context \"no-such\". Known: admin, ");
  }

  @Test
  void refusedLoginHasItsOwnCode() throws Exception {
    Shell shell = as("stranger", "pull", folder.resolve("x").toString());
    assertThat(shell.code()).isEqualTo(3);
    assertThat(shell.err()).contains("does not know the login");
  }

  @Test
  void f4PluginIsShownAndNotStartedUnasked() throws Exception {
    Path marker = folder.resolve("marker");
    Path config =
        Files.writeString(
            folder.resolve("config"),
            """
            current-context: a
            clusters: [{name: c, cluster: {server: "https://127.0.0.1:1"}}]
            contexts: [{name: a, context: {cluster: c, user: u}}]
            users: [{name: u, user: {exec: {apiVersion: client.authentication.k8s.io/v1, command: touch, args: ["%s"]}}}]
            """
                .formatted(marker));
    Shell shell =
        Shell.run("pull", "--kubeconfig", config.toString(), folder.resolve("x").toString());
    assertThat(shell.code()).isEqualTo(3);
    assertThat(shell.err())
        .contains("command: touch", "argument: " + marker, "run this again with --allow-plugin");
    assertThat(marker).doesNotExist();
  }

  @Test
  void protectedContextNeedsItsName() throws Exception {
    String text = Files.readString(ApiServer.shared().kubeconfig());
    Path config =
        Files.writeString(
            folder.resolve("config"),
            text.replace("current-context: admin", "current-context: shop-prod")
                .replace("- name: admin\n  context", "- name: shop-prod\n  context"));
    Shell refused =
        Shell.run("apply", "--yes", "--kubeconfig", config.toString(), file("/api").toString());
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err())
        .isEqualTo(
            "The context \"shop-prod\" is protected. To write to it, add --confirm and its name."
                + " Nothing was sent.\n");
    assertThat(
            Shell.run(
                    "apply",
                    "--yes",
                    "--confirm",
                    "shop-prod",
                    "--kubeconfig",
                    config.toString(),
                    file("/api").toString())
                .code())
        .isZero();
  }
}
