package io.github.ingressdesigner.cluster.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.cluster.ApiServer;
import io.github.ingressdesigner.cluster.ClusterException;
import io.github.ingressdesigner.cluster.KubeKind;
import io.github.ingressdesigner.cluster.KubeObject;
import io.github.ingressdesigner.cluster.Kubectl;
import io.github.ingressdesigner.cluster.Sessions;
import io.github.ingressdesigner.cluster.apply.Applier.Decision;
import io.github.ingressdesigner.cluster.apply.ApplyResult.Done;
import io.github.ingressdesigner.cluster.apply.FieldConflict.Choice;
import io.github.ingressdesigner.cluster.session.KubeSession;
import io.github.ingressdesigner.cluster.session.Request;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Steps of tests that write to a namespace of their own on a real API server. */
class ApplySteps {
  static final String PATHS = "jsonpath={.spec.rules[*].http.paths[*].path}";

  @TempDir Path state;
  KubeSession admin;
  String namespace;
  ApplyJournal journal;

  @BeforeEach
  void makeNamespace() throws Exception {
    admin = Sessions.open(ApiServer.shared(), "admin");
    namespace = Sessions.newNamespace(admin);
    journal = new ApplyJournal(state);
  }

  @AfterEach
  void close() {
    if (admin != null) {
      admin.close();
    }
  }

  String ingress(String name, String path) {
    return """
    apiVersion: networking.k8s.io/v1
    kind: Ingress
    metadata:
      name: %s
      namespace: %s
    spec:
      rules:
      - host: shop.example
        http:
          paths:
          - path: %s
            pathType: Prefix
            backend:
              service:
                name: web
                port:
                  number: 80
    """
        .formatted(name, namespace, path);
  }

  ApplyPreview preview(String... texts) throws ClusterException {
    return preview(Optional.empty(), texts);
  }

  ApplyPreview preview(Optional<String> chosen, String... texts) throws ClusterException {
    List<Wanted> wanted = new ArrayList<>();
    for (String text : texts) {
      Wanted.Text read = Wanted.read("file.yaml", text);
      assertThat(read.problems()).isEmpty();
      wanted.addAll(read.objects());
    }
    return ApplyPreview.of(admin, wanted, chosen, () -> false);
  }

  Applier applier(ApplyPreview preview) {
    return new Applier(admin, preview, journal, Clock.systemUTC());
  }

  ApplyResult apply(ApplyPreview preview) {
    return applier(preview).apply(preview.steps(), Map.of(), step -> {}, () -> false);
  }

  ApplyResult apply(String... texts) throws ClusterException {
    ApplyResult result = apply(preview(texts));
    assertThat(result.in(Done.FAILED)).isEmpty();
    return result;
  }

  String kubectl(String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of("-n", namespace));
    all.addAll(List.of(arguments));
    return new Kubectl(ApiServer.shared().kubeconfig())
        .run("", all.toArray(String[]::new))
        .text()
        .strip();
  }

  String kubectlApply(String manager, String text) throws Exception {
    Kubectl.Result result =
        new Kubectl(ApiServer.shared().kubeconfig())
            .run(text, "apply", "--server-side", "--field-manager=" + manager, "-f", "-");
    assertThat(result.code()).as(result.text()).isZero();
    return result.text();
  }

  Optional<KubeObject> live(String name) throws ClusterException {
    return admin.find(
        Request.get(KubeKind.INGRESS.path(Optional.of(namespace), name)), () -> false);
  }

  ApplyResult decide(ApplyPreview preview, Map<String, Choice> byField) {
    Map<Decision, Choice> choices = new HashMap<>();
    for (ApplyStep step : preview.steps()) {
      for (FieldConflict conflict : step.conflicts()) {
        choices.put(new Decision(step, conflict), byField.get(conflict.field()));
      }
    }
    return applier(preview).apply(preview.steps(), choices, step -> {}, () -> false);
  }

  String annotated(String value, String path) {
    return ingress("web", path)
        .replace(
            "  namespace: " + namespace,
            "  namespace: " + namespace + "\n  annotations:\n    a.b/c: \"" + value + "\"");
  }
}
