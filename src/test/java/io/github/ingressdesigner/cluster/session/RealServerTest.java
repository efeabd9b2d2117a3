package io.github.ingressdesigner.cluster.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ingressdesigner.cluster.ApiServer;
import io.github.ingressdesigner.cluster.ClusterException;
import io.github.ingressdesigner.cluster.ClusterException.Kind;
import io.github.ingressdesigner.cluster.KubeKind;
import io.github.ingressdesigner.cluster.KubeObject;
import io.github.ingressdesigner.cluster.Sessions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("cluster")
class RealServerTest {
  private static ClusterException failure(KubeSession session, Request request) {
    return catchThrowableOfType(ClusterException.class, () -> session.read(request, () -> false));
  }

  private static final Request NAMESPACES = Request.get("/api/v1/namespaces");

  @ParameterizedTest
  @ValueSource(strings = {"admin", "admin-sec1", "admin-pkcs1", "reader"})
  void everyFormOfLoginIsKnownToTheServer(String context) throws Exception {
    try (KubeSession session = Sessions.open(ApiServer.shared(), context)) {
      assertThat(new Rights(session).person(() -> false))
          .contains(context.startsWith("admin") ? "admin" : context);
    }
  }

  @Test
  void wrongTokenIsToldAsSuch() throws Exception {
    try (KubeSession session = Sessions.open(ApiServer.shared(), "stranger")) {
      assertThat(failure(session, NAMESPACES).kind()).isEqualTo(Kind.UNAUTHORIZED);
    }
  }

  @Test
  void missingRightIsToldInTheServersWords() throws Exception {
    try (KubeSession session = Sessions.open(ApiServer.shared(), "nobody")) {
      assertThat(failure(session, NAMESPACES))
          .hasMessageContaining(
              "does not allow this: namespaces is forbidden: User \"nobody\" cannot list resource"
                  + " \"namespaces\" in API group \"\" at the cluster scope. Ask for this right");
    }
  }

  @Test
  void rightsAreKnownBeforeTheyAreNeeded() throws Exception {
    try (KubeSession session = Sessions.open(ApiServer.shared(), "reader")) {
      Rights rights = new Rights(session);
      Optional<String> namespace = Optional.of("default");
      assertThat(rights.allows("list", KubeKind.INGRESS, namespace, Optional.empty(), () -> false))
          .isTrue();
      assertThat(rights.allows("patch", KubeKind.INGRESS, namespace, Optional.empty(), () -> false))
          .isFalse();
    }
  }

  @Test
  void connectionTestTellsVersionPersonAndRights() throws Exception {
    try (KubeSession session = Sessions.open(ApiServer.shared(), "reader")) {
      ConnectionTest test = ConnectionTest.of(session, () -> false);
      assertThat(test.version()).startsWith("v1.");
      assertThat(test.person()).contains("reader");
      assertThat(List.of(test.mayRead(), test.mayChange())).containsExactly(true, false);
    }
  }

  @Test
  void f6ClusterIsKnownByItsOldestNamespace() throws Exception {
    try (KubeSession admin = Sessions.open(ApiServer.shared(), "admin");
        KubeSession nobody = Sessions.open(ApiServer.shared(), "nobody")) {
      assertThat(admin.identity(() -> false).kubeSystem()).isPresent();
      assertThat(admin.identity(() -> false)).isEqualTo(admin.identity(() -> false));
      assertThat(nobody.identity(() -> false).kubeSystem()).isEmpty();
    }
  }

  @Test
  void expiredCertificateOfTheServerIsToldWithItsDate() throws Exception {
    try (ApiServer server = ApiServer.start("-expired");
        KubeSession session = Sessions.open(server, "admin")) {
      ClusterException e = failure(session, NAMESPACES);
      assertThat(e.kind()).isEqualTo(Kind.CERTIFICATE);
      assertThat(e)
          .hasMessageMatching(
              "The server https://127\\.0\\.0\\.1:\\d+ \\(context \"admin\"\\) is not trusted: its"
                  + " certificate expired at \\S+ \\(this computer's clock says \\S+\\)\\. Renew"
                  + " the certificate, or set the clock\\.");
    }
  }

  @Test
  void certificateForAnotherNameIsToldWithBothNames() throws Exception {
    try (ApiServer server = ApiServer.start("-name", "other.example");
        KubeSession session = Sessions.open(server, "admin")) {
      assertThat(failure(session, NAMESPACES))
          .hasMessageContaining(
              "its certificate is for other.example, not for 127.0.0.1. Correct the server in the"
                  + " kubeconfig, or set tls-server-name there.");
    }
  }

  @Test
  void pagesAreReadToTheLast() throws Exception {
    try (KubeSession admin = Sessions.open(ApiServer.shared(), "admin")) {
      String namespace = Sessions.newNamespace(admin);
      for (int i = 0; i < 5; i++) {
        Sessions.create(
            admin,
            KubeKind.SERVICE,
            Optional.of(namespace),
            "{\"apiVersion\":\"v1\",\"kind\":\"Service\",\"metadata\":{\"name\":\"s"
                + i
                + "\"},\"spec\":{\"ports\":[{\"port\":80}]}}");
      }
      List<Integer> progress = new ArrayList<>();
      Pages.Listing listing =
          new Pages(admin, 2)
              .list(KubeKind.SERVICE, Optional.of(namespace), Map.of(), progress::add, () -> false);
      assertThat(listing.objects())
          .extracting(KubeObject::name)
          .containsExactly("s0", "s1", "s2", "s3", "s4");
      assertThat(progress).containsExactly(2, 4, 5);
    }
  }

  @Test
  void kindsAreFoundByWhatTheServerServes() throws Exception {
    try (KubeSession session = Sessions.open(ApiServer.shared(), "reader")) {
      Discovery discovery = new Discovery(session);
      assertThat(discovery.find("networking.k8s.io/v1", "Ingress", () -> false))
          .contains(KubeKind.INGRESS);
      assertThat(discovery.find("networking.k8s.io/v1beta1", "Ingress", () -> false)).isEmpty();
      assertThat(discovery.find("nothing.example/v1", "Thing", () -> false)).isEmpty();
    }
  }
}
