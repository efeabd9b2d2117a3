package io.github.ingressdesigner.cluster.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ingressdesigner.cluster.ClusterException;
import io.github.ingressdesigner.cluster.ClusterException.Cause;
import io.github.ingressdesigner.cluster.ClusterException.Kind;
import io.github.ingressdesigner.cluster.KubeKind;
import io.github.ingressdesigner.cluster.Sessions;
import io.github.ingressdesigner.cluster.session.ScriptedServer.Act;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person is told when a server fails; each with a server that is made to fail so. */
class FaultsTest {
  private static final Request READ =
      Request.get(KubeKind.INGRESS.path(Optional.of("shop"))).within(Duration.ofSeconds(20));
  private static final Request WRITE =
      Request.of(
          "PATCH",
          KubeKind.INGRESS.path(Optional.of("shop"), "web"),
          new Request.Body("application/apply-patch+yaml", "{}"));

  @TempDir Path folder;
  private ScriptedServer server;
  private KubeSession session;

  private void start(Act... script) throws Exception {
    server = new ScriptedServer(script);
    open(server.address());
  }

  private void open(String address) throws Exception {
    session =
        KubeSession.open(
            Sessions.context(
                Sessions.kubeconfig(folder, address, "canary-token-1"), Optional.empty()),
            Sessions.logins(),
            Map.of(),
            new KubeSession.Limits(1024 * 1024, Duration.ofSeconds(2)),
            () -> false);
  }

  @AfterEach
  void close() {
    if (session != null) {
      session.close();
    }
    if (server != null) {
      server.close();
    }
  }

  private ClusterException read() {
    return catchThrowableOfType(ClusterException.class, () -> session.read(READ, () -> false));
  }

  private ClusterException write() {
    return catchThrowableOfType(ClusterException.class, () -> session.change(WRITE, () -> false));
  }

  private String where() {
    return server.address() + " (context \"test\")";
  }

  @Test
  void serverThatIsGoneBeforeTheCallIsNamedWithTheRemedy() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    open("http://127.0.0.1:" + port);
    ClusterException e = read();
    assertThat(e.kind()).isEqualTo(Kind.UNREACHABLE);
    assertThat(e)
        .hasMessage(
            "The server http://127.0.0.1:%d (context \"test\") cannot be reached: nothing answers there. Check that it runs, the address and the VPN."
                .formatted(port));
  }

  @Test
  void serverWithoutANameIsNamedWithTheRemedy() throws Exception {
    open("http://no-such-name.invalid");
    assertThat(read())
        .hasMessageContaining(
            "its name cannot be resolved. Check the address, the network and the VPN.");
  }

  @Test
  void serverThatHangsUpDuringAReadIsNamed() throws Exception {
    start(ScriptedServer.hangUp());
    ClusterException e = read();
    assertThat(e.kind()).isEqualTo(Kind.UNREACHABLE);
    assertThat(e)
        .hasMessage(
            "The server "
                + where()
                + " ended the connection before its answer was complete. Try again.");
  }

  @Test
  void serverThatHangsUpDuringAWriteLeavesItOpenWhetherItWasDone() throws Exception {
    start(ScriptedServer.hangUp());
    assertThat(write())
        .hasMessage(
            "The server "
                + where()
                + " ended the connection before its answer was complete. Try again. It is not known"
                + " whether the change was made: read the object again before anything else.");
  }

  @Test
  void answerThatIsCutOffIsNotTakenForAWholeOne() throws Exception {
    start(ScriptedServer.cutOff());
    assertThat(read().kind()).isEqualTo(Kind.UNREACHABLE);
  }

  @Test
  void f10WriteThatFailsIsNotRepeated() throws Exception {
    start(ScriptedServer.status(500, "InternalError", "boom"));
    assertThat(write().kind()).isEqualTo(Kind.SERVER);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void writeThatIsCutOffIsNotRepeated() throws Exception {
    start(ScriptedServer.hangUp());
    write();
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void slowServerCanBeCancelled() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    start(ScriptedServer.after(never, ScriptedServer.json(200, "{}")));
    AtomicBoolean cancelled = new AtomicBoolean();
    assertThatThrownBy(
            () -> session.read(READ, () -> cancelled.getAndSet(!server.requests().isEmpty())))
        .isInstanceOfSatisfying(
            ClusterException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CANCELLED))
        .hasMessage("This was cancelled.");
    never.countDown();
  }

  @Test
  void slowServerIsGivenUp() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    start(ScriptedServer.after(never, ScriptedServer.json(200, "{}")));
    ClusterException e =
        catchThrowableOfType(
            ClusterException.class,
            () -> session.read(READ.within(Duration.ofSeconds(1)), () -> false));
    assertThat(e)
        .hasMessage(
            "The server "
                + where()
                + " did not answer within 1 s. Check the network, or try again.");
    never.countDown();
  }

  @Test
  void unknownLoginIsToldWithTheFileAndTheRemedy() throws Exception {
    start(ScriptedServer.status(401, "Unauthorized", "Unauthorized"));
    assertThat(read())
        .hasMessage(
            where()
                + " does not know the login of "
                + folder.resolve("kubeconfig")
                + " (401): the token or certificate has expired or was withdrawn. Log in anew.");
  }

  @Test
  void missingRightIsToldInTheServersWords() throws Exception {
    start(
        ScriptedServer.status(
            403, "Forbidden", "ingresses is forbidden: User cannot list in namespace shop"));
    ClusterException e = read();
    assertThat(e.kind()).isEqualTo(Kind.FORBIDDEN);
    assertThat(e)
        .hasMessage(
            where()
                + " does not allow this: ingresses is forbidden: User cannot list in namespace"
                + " shop. Ask for this right, or take another context.");
  }

  @Test
  void missingNamespaceIsToldByName() throws Exception {
    start(ScriptedServer.status(404, "NotFound", "namespaces shop not found"));
    ClusterException e = write();
    assertThat(e.kind()).isEqualTo(Kind.NOT_FOUND);
    assertThat(e).hasMessage("On " + where() + " this does not exist: namespaces shop not found.");
  }

  @Test
  void pageThatIsNotThereIsNoObjectEither() throws Exception {
    start(ScriptedServer.text(404, "text/plain", "404 page not found\n"));
    assertThat(session.find(READ, () -> false)).isEmpty();
  }

  @Test
  void staleVersionIsTold() throws Exception {
    start(ScriptedServer.status(409, "Conflict", "the object has been modified"));
    ClusterException e = write();
    assertThat(e.kind()).isEqualTo(Kind.STALE);
    assertThat(e)
        .hasMessage(
            "On "
                + where()
                + " somebody else changed the object in between: the object has been modified.");
  }

  @Test
  void ownersOfFieldsAreToldFieldByField() throws Exception {
    start(
        ScriptedServer.json(
            409,
            """
            {"kind":"Status","code":409,"reason":"Conflict",
             "message":"Apply failed with 1 conflict: conflict with \\"argo\\": .spec.rules",
             "details":{"causes":[{"reason":"FieldManagerConflict","message":"conflict with \\"argo\\"","field":".spec.rules"}]}}
            """));
    ClusterException e = write();
    assertThat(e.kind()).isEqualTo(Kind.OWNED);
    assertThat(e.causes())
        .containsExactly(
            new Cause(".spec.rules", "FieldManagerConflict", "conflict with \"argo\""));
  }

  @Test
  void refusedFieldsKeepTheirPaths() throws Exception {
    start(
        ScriptedServer.json(
            422,
            """
            {"kind":"Status","code":422,"reason":"Invalid","message":"Ingress.networking.k8s.io x is invalid",
             "details":{"causes":[{"reason":"FieldValueInvalid","message":"must be absolute","field":"spec.rules[0].http.paths[0].path"}]}}
            """));
    ClusterException e = write();
    assertThat(e.kind()).isEqualTo(Kind.INVALID);
    assertThat(e.causes())
        .containsExactly(
            new Cause("spec.rules[0].http.paths[0].path", "FieldValueInvalid", "must be absolute"));
  }

  @Test
  void readingWaitsAsLongAsTheServerAsks() throws Exception {
    start(
        ScriptedServer.text(429, "text/plain", "Too many requests", "Retry-After", "1"),
        ScriptedServer.json(200, "{\"kind\":\"IngressList\",\"items\":[]}"));
    assertThat(session.read(READ, () -> false).kind()).isEqualTo("IngressList");
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void writingDoesNotWaitButSaysHowLong() throws Exception {
    start(ScriptedServer.text(429, "text/plain", "Too many requests", "Retry-After", "7"));
    ClusterException e = write();
    assertThat(e)
        .hasMessage(where() + " has too much to do (429) and asks to wait 7 s. Try again then.");
    assertThat(e.retryAfter()).contains(Duration.ofSeconds(7));
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void longWaitIsLeftToThePerson() throws Exception {
    start(ScriptedServer.text(429, "text/plain", "Too many requests", "Retry-After", "600"));
    assertThat(read().kind()).isEqualTo(Kind.BUSY);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void failingServerIsTold() throws Exception {
    start(ScriptedServer.status(500, "InternalError", "etcdserver: no leader"));
    assertThat(read())
        .hasMessage(where() + " failed with code 500: etcdserver: no leader. Try again later.");
  }

  @Test
  void unknownFieldOfAnApplyIsToldByItsPath() throws Exception {
    start(
        ScriptedServer.json(
            500,
            "{\"kind\":\"Status\",\"code\":500,\"message\":\"failed to create typed patch object"
                + " (/x; networking.k8s.io/v1, Kind=Ingress): errors:\\n"
                + "  .spec.rulez: field not declared in schema\"}"));
    ClusterException e = write();
    assertThat(e.kind()).isEqualTo(Kind.INVALID);
    assertThat(e.causes())
        .containsExactly(
            new Cause("spec.rulez", "FieldValueInvalid", "field not declared in schema"));
  }

  @Test
  void loginPageInBetweenIsRecognised() throws Exception {
    start(ScriptedServer.text(200, "text/html", "<html>Sign in</html>"));
    ClusterException e = read();
    assertThat(e.kind()).isEqualTo(Kind.MALFORMED);
    assertThat(e).hasMessageContaining("a web page in place of an answer of Kubernetes");
  }

  @Test
  void malformedAnswerIsToldWithoutRepeatingIt() throws Exception {
    start(ScriptedServer.json(200, "{\"token\": \"canary-22\""));
    assertThat(read())
        .hasMessage(
            "The server "
                + where()
                + " sent an answer that is not of Kubernetes. Check the address of the server in "
                + folder.resolve("kubeconfig")
                + ".");
  }

  @Test
  void redirectIsNotFollowed() throws Exception {
    start(ScriptedServer.text(302, "text/html", "", "Location", "http://127.0.0.1:9/login"));
    assertThat(read().kind()).isEqualTo(Kind.MALFORMED);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void hugeAnswerIsCutOffAtTheLimit() throws Exception {
    start(ScriptedServer.huge(64 * 1024 * 1024));
    ClusterException e = read();
    assertThat(e.kind()).isEqualTo(Kind.TOO_LARGE);
    assertThat(e)
        .hasMessage(
            "The server "
                + where()
                + " sent more than 1 MB in one answer, which was not read. Choose fewer"
                + " namespaces.");
  }

  @Test
  void pageThatExpiredIsReadFromTheStart() throws Exception {
    start(
        ScriptedServer.json(
            200,
            "{\"kind\":\"IngressList\",\"metadata\":{\"continue\":\"x\"},\"items\":[{\"metadata\":{\"name\":\"a\"}}]}"),
        ScriptedServer.status(410, "Expired", "too old"),
        ScriptedServer.json(
            200,
            "{\"kind\":\"IngressList\",\"metadata\":{\"resourceVersion\":\"7\"},\"items\":[{\"metadata\":{\"name\":\"b\"}}]}"));
    Pages.Listing listing =
        new Pages(session).list(KubeKind.INGRESS, Optional.empty(), Map.of(), n -> {}, () -> false);
    assertThat(listing.objects()).extracting(o -> o.name()).containsExactly("b");
    assertThat(listing.version()).isEqualTo("7");
  }

  @Test
  void f17ValuesOfSecretsNeverLeaveTheCall() throws Exception {
    start(
        ScriptedServer.json(
            200,
            """
            {"kind":"Secret","metadata":{"name":"s","annotations":{
              "kubectl.kubernetes.io/last-applied-configuration":"{canary-31}"}},
             "data":{"tls.key":"canary-32","tls.crt":"LS0t","other":"canary-33"}}
            """));
    assertThat(session.read(READ, () -> false).json().toString())
        .contains("LS0t", "tls.key", "other")
        .doesNotContain("canary");
  }

  @Test
  void f2TokenIsInNoMessage() throws Exception {
    start(ScriptedServer.status(403, "Forbidden", "token: canary-token-1"));
    assertThat(read()).hasMessageNotContaining("canary");
  }
}
