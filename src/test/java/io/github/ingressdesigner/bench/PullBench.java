package io.github.ingressdesigner.bench;

import io.github.ingressdesigner.cluster.ApiServer;
import io.github.ingressdesigner.cluster.KubeKind;
import io.github.ingressdesigner.cluster.Kubectl;
import io.github.ingressdesigner.cluster.Sessions;
import io.github.ingressdesigner.cluster.pull.FilePattern;
import io.github.ingressdesigner.cluster.pull.PullFiles;
import io.github.ingressdesigner.cluster.pull.PullPlan;
import io.github.ingressdesigner.cluster.pull.PullRequest;
import io.github.ingressdesigner.cluster.pull.PullRequest.Part;
import io.github.ingressdesigner.cluster.pull.Pulled;
import io.github.ingressdesigner.cluster.pull.Puller;
import io.github.ingressdesigner.cluster.session.KubeSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Pulls 5,000 Ingresses in 200 namespaces from a real API server, beside kubectl in the same run.
 */
public final class PullBench {
  private static final int NAMESPACES = 200;
  private static final int EACH = 25;
  private static final int CLIENTS = 8;
  private static final int RUNS = 3;

  private PullBench() {}

  public static void main(String[] args) throws Exception {
    try (ApiServer server = ApiServer.start();
        KubeSession admin = Sessions.open(server, "admin")) {
      fill(admin);
      Path folder = Files.createTempDirectory("pull");
      for (int run = 0; run < RUNS; run++) {
        pull(admin, folder.resolve("run" + run));
        kubectl(server);
      }
    }
  }

  private static void fill(KubeSession admin) throws Exception {
    long start = System.nanoTime();
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      List<Future<?>> all = new ArrayList<>();
      for (int n = 0; n < NAMESPACES; n++) {
        String namespace = "team-" + n;
        all.add(
            clients.submit(
                () -> {
                  Sessions.create(
                      admin,
                      KubeKind.NAMESPACE,
                      Optional.empty(),
                      "{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":{\"name\":\"%s\"}}"
                          .formatted(namespace));
                  for (int i = 0; i < EACH; i++) {
                    Sessions.create(
                        admin, KubeKind.INGRESS, Optional.of(namespace), ingress(namespace, i));
                  }
                  return null;
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
    System.out.printf("created %d in %.1f s%n", NAMESPACES * EACH, seconds(start));
  }

  private static String ingress(String namespace, int i) {
    return """
    {"apiVersion":"networking.k8s.io/v1","kind":"Ingress","metadata":{"name":"web-%2$d","annotations":{"nginx.ingress.kubernetes.io/ssl-redirect":"true"}},
     "spec":{"ingressClassName":"nginx","tls":[{"hosts":["%1$s-%2$d.example.com"],"secretName":"tls-%2$d"}],
      "rules":[{"host":"%1$s-%2$d.example.com","http":{"paths":[
       {"path":"/api","pathType":"Prefix","backend":{"service":{"name":"api","port":{"number":8080}}}},
       {"path":"/","pathType":"Prefix","backend":{"service":{"name":"web","port":{"name":"http"}}}}]}}]}}
    """
        .formatted(namespace, i);
  }

  private static void pull(KubeSession admin, Path folder) throws Exception {
    Runtime runtime = Runtime.getRuntime();
    System.gc();
    long before = runtime.totalMemory() - runtime.freeMemory();
    long start = System.nanoTime();
    PullRequest request = new PullRequest(List.of(), EnumSet.of(Part.INGRESSES));
    Pulled pulled = Puller.pull(admin, request, (what, n) -> {}, () -> false);
    double read = seconds(start);
    start = System.nanoTime();
    PullPlan plan = PullFiles.plan(pulled, folder, FilePattern.DEFAULT, "default");
    double planned = seconds(start);
    System.gc();
    long held = runtime.totalMemory() - runtime.freeMemory() - before;
    start = System.nanoTime();
    int written = PullFiles.write(plan, Set.of()).size();
    System.out.printf(
        "pull: %d read in %.2f s, planned in %.2f s, %d files written in %.2f s; %d MB held%n",
        pulled.objects().size(), read, planned, written, seconds(start), held >> 20);
  }

  private static void kubectl(ApiServer server) throws Exception {
    long start = System.nanoTime();
    Kubectl.Result result =
        new Kubectl(server.kubeconfig()).run("", "get", "ingress", "-A", "-o", "yaml");
    System.out.printf(
        "kubectl get ingress -A -o yaml: %.2f s, %d MB%n",
        seconds(start), result.text().length() >> 20);
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
