package io.github.ingressdesigner.cluster.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ingressdesigner.cluster.ApiServer;
import io.github.ingressdesigner.cluster.ClusterException;
import io.github.ingressdesigner.cluster.KubeKind;
import io.github.ingressdesigner.cluster.KubeObject;
import io.github.ingressdesigner.cluster.Kubectl;
import io.github.ingressdesigner.cluster.Sessions;
import io.github.ingressdesigner.cluster.pull.PullPlan.State;
import io.github.ingressdesigner.cluster.pull.PullRequest.Part;
import io.github.ingressdesigner.cluster.session.KubeSession;
import io.github.ingressdesigner.workspace.disk.DiskException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("cluster")
class PullTest {
  private static final Set<Part> ALL = EnumSet.allOf(Part.class);

  @TempDir Path folder;
  private KubeSession admin;
  private String namespace;

  @BeforeEach
  void makeNamespace() throws Exception {
    admin = Sessions.open(ApiServer.shared(), "admin");
    namespace = Sessions.newNamespace(admin);
  }

  @AfterEach
  void close() {
    if (admin != null) {
      admin.close();
    }
  }

  private void ingress(String name) throws ClusterException {
    Sessions.create(
        admin,
        KubeKind.INGRESS,
        Optional.of(namespace),
        """
        {"apiVersion":"networking.k8s.io/v1","kind":"Ingress","metadata":{"name":"%s"},
         "spec":{"rules":[{"host":"%s.example","http":{"paths":[{"path":"/","pathType":"Prefix",
           "backend":{"service":{"name":"web","port":{"number":80}}}}]}}]}}
        """
            .formatted(name, name));
  }

  private void service(String name) throws ClusterException {
    Sessions.create(
        admin,
        KubeKind.SERVICE,
        Optional.of(namespace),
        "{\"apiVersion\":\"v1\",\"kind\":\"Service\",\"metadata\":{\"name\":\"%s\"},\"spec\":{\"selector\":{\"a\":\"b\"},\"ports\":[{\"port\":80}]}}"
            .formatted(name));
  }

  private Pulled pull(KubeSession session) throws ClusterException {
    return Puller.pull(
        session, new PullRequest(List.of(namespace), ALL), (what, n) -> {}, () -> false);
  }

  private PullPlan plan() throws Exception {
    return PullFiles.plan(pull(admin), folder, FilePattern.DEFAULT, "default");
  }

  private Path file(String name) {
    return folder.resolve(namespace).resolve(name);
  }

  @Test
  void eachObjectBecomesAFileThatMeansWhatRuns() throws Exception {
    ingress("web");
    service("web");
    PullFiles.write(plan(), Set.of());
    assertThat(Files.readString(file("ingress-web.yaml")))
        .isEqualTo(
            """
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata:
              name: web
              namespace: %s
            spec:
              rules:
              - host: web.example
                http:
                  paths:
                  - path: /
                    pathType: Prefix
                    backend:
                      service:
                        name: web
                        port:
                          number: 80
            """
                .formatted(namespace));
    Kubectl.Result diff =
        new Kubectl(ApiServer.shared().kubeconfig())
            .run(
                "",
                "apply",
                "--dry-run=server",
                "--server-side",
                "--field-manager=ingress-designer",
                "-o",
                "name",
                "-f",
                folder.resolve(namespace).toString());
    assertThat(diff.code()).as(diff.text()).isZero();
  }

  @Test
  void kubectlSeesNoDifferenceBetweenFilesAndCluster() throws Exception {
    ingress("web");
    service("web");
    PullFiles.write(plan(), Set.of());
    Kubectl.Result diff =
        new Kubectl(ApiServer.shared().kubeconfig())
            .run(
                "",
                "diff",
                "--server-side",
                "--field-manager=curl",
                "--force-conflicts",
                "-f",
                folder.resolve(namespace).toString());
    assertThat(
            diff.text()
                .lines()
                .filter(l -> l.matches("[+-] .*"))
                .filter(
                    l ->
                        !l.contains("managedFields")
                            && !l.matches(
                                "[+-]\\s+(generation|resourceVersion|time|manager|operation|subresource|fields).*"))
                .toList())
        .as(diff.text())
        .isEmpty();
  }

  @Test
  void secondPullFindsEverythingTheSame() throws Exception {
    ingress("web");
    PullFiles.write(plan(), Set.of());
    assertThat(plan().files()).extracting(PullPlan.Item::state).containsOnly(State.SAME);
  }

  @Test
  void f13CommentsInAFileWithTheSameMeaningStay() throws Exception {
    ingress("web");
    PullFiles.write(plan(), Set.of());
    Path file = file("ingress-web.yaml");
    String mine = "# mine\n" + Files.readString(file).replace("- path: /", "- path: '/' # root");
    Files.writeString(file, mine);
    PullPlan plan = plan();
    assertThat(PullFiles.write(plan, Set.of(file))).isEmpty();
    assertThat(Files.readString(file)).isEqualTo(mine);
  }

  @Test
  void f12NoFileIsWrittenOverWithoutConsent() throws Exception {
    ingress("web");
    PullFiles.write(plan(), Set.of());
    Path file = file("ingress-web.yaml");
    String mine = Files.readString(file).replace("web.example", "mine.example");
    Files.writeString(file, mine);
    PullPlan plan = plan();
    assertThat(plan.in(State.DIFFERENT)).hasSize(1);
    PullFiles.write(plan, Set.of());
    assertThat(Files.readString(file)).isEqualTo(mine);
    assertThat(PullFiles.write(plan, Set.of(file))).containsExactly(file);
    assertThat(Files.readString(file)).contains("web.example");
  }

  @Test
  void fileThatChangedAfterTheDifferenceWasShownStays() throws Exception {
    ingress("web");
    PullFiles.write(plan(), Set.of());
    Path file = file("ingress-web.yaml");
    Files.writeString(file, Files.readString(file).replace("web.example", "mine.example"));
    PullPlan plan = plan();
    Files.writeString(file, Files.readString(file) + "# more\n");
    assertThatThrownBy(() -> PullFiles.write(plan, Set.of(file)))
        .isInstanceOf(DiskException.class)
        .hasMessageContaining("changed on disk since the difference was shown");
    assertThat(Files.readString(file)).contains("mine.example", "# more");
  }

  @Test
  void objectInAFileWithOthersIsLeftToThePerson() throws Exception {
    ingress("web");
    Path all = folder.resolve("all.yaml");
    Files.writeString(
        all,
        "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: web, namespace: %s}\n---\napiVersion: v1\nkind: Service\nmetadata: {name: x}\n"
            .formatted(namespace));
    PullPlan plan = plan();
    assertThat(plan.in(State.BY_HAND)).extracting(PullPlan.Item::path).containsExactly(all);
    assertThat(PullFiles.write(plan, Set.of(all))).isEmpty();
  }

  @Test
  void partialPermissionTellsWhatWasRefusedAndGoesOn() throws Exception {
    ingress("web");
    try (KubeSession reader = Sessions.open(ApiServer.shared(), "reader")) {
      Pulled pulled = pull(reader);
      assertThat(pulled.objects()).extracting(KubeObject::kind).contains("Ingress");
      assertThat(pulled.refused())
          .singleElement()
          .asString()
          .startsWith("Secret in " + namespace + ": ")
          .contains("cannot list resource \"secrets\"");
    }
  }

  @Test
  void readyEndpointsAreCounted() throws Exception {
    service("web");
    Sessions.create(
        admin,
        KubeKind.ENDPOINT_SLICE,
        Optional.of(namespace),
        """
        {"apiVersion":"discovery.k8s.io/v1","kind":"EndpointSlice","addressType":"IPv4",
         "metadata":{"name":"web-1","labels":{"kubernetes.io/service-name":"web"}},
         "endpoints":[{"addresses":["10.1.0.1"],"conditions":{"ready":true}},{"addresses":["10.1.0.2"],"conditions":{"ready":false}}],
         "ports":[{"port":80}]}
        """);
    assertThat(pull(admin).readiness())
        .containsEntry(namespace + "/web", new Pulled.Readiness(1, 2));
  }

  @Test
  void f17KeyOfATlsSecretIsInNoFile() throws Exception {
    Sessions.create(
        admin,
        KubeKind.SECRET,
        Optional.of(namespace),
        "{\"apiVersion\":\"v1\",\"kind\":\"Secret\",\"type\":\"kubernetes.io/tls\",\"metadata\":{\"name\":\"tls\"},\"stringData\":{\"tls.crt\":\"public\",\"tls.key\":\"canary-61\"}}");
    PullFiles.write(plan(), Set.of());
    String text = Files.readString(file("secret-tls.yaml"));
    assertThat(text).contains("tls.crt: cHVibGlj").doesNotContain("tls.key");
    assertThat(text)
        .doesNotContain("canary")
        .doesNotContain(java.util.Base64.getEncoder().encodeToString("canary-61".getBytes()));
  }

  @Test
  void pullCanBeCancelledAndWritesNothing() throws Exception {
    ingress("web");
    List<String> seen = new ArrayList<>();
    assertThatThrownBy(
            () ->
                Puller.pull(
                    admin,
                    new PullRequest(List.of(namespace), ALL),
                    (what, n) -> seen.add(what),
                    () -> !seen.isEmpty()))
        .isInstanceOfSatisfying(
            ClusterException.class,
            e -> assertThat(e.kind()).isEqualTo(ClusterException.Kind.CANCELLED));
  }
}
