package io.github.ingressdesigner.cluster.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.cluster.ApiServer;
import io.github.ingressdesigner.cluster.ClusterException;
import io.github.ingressdesigner.cluster.KubeKind;
import io.github.ingressdesigner.cluster.Sessions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchTest {
  @TempDir Path folder;

  /** Follows until the last of the texts came, and gives all that came. */
  private static List<String> follow(
      KubeSession session, Optional<String> namespace, String last, Consumer<String> at)
      throws ClusterException {
    List<String> seen = new ArrayList<>();
    Watch.follow(
        session,
        KubeKind.SERVICE,
        namespace,
        event -> {
          String text = text(event);
          seen.add(text);
          at.accept(text);
        },
        () -> seen.contains(last));
    return seen;
  }

  private static String text(Watch.Event event) {
    return switch (event) {
      case Watch.All all -> "all " + all.objects().stream().map(o -> o.name()).toList();
      case Watch.Put put -> "put " + put.object().name();
      case Watch.Gone gone -> "gone " + gone.object().name();
      case Watch.Lost _ -> "lost";
      case Watch.Back _ -> "back";
    };
  }

  private static String service(String name) {
    return "{\"apiVersion\":\"v1\",\"kind\":\"Service\",\"metadata\":{\"name\":\"%s\"},\"spec\":{\"ports\":[{\"port\":80}]}}"
        .formatted(name);
  }

  @Test
  @Tag("cluster")
  void changesOfARealServerComeInTheirOrder() throws Exception {
    try (KubeSession admin = Sessions.open(ApiServer.shared(), "admin")) {
      Optional<String> namespace = Optional.of(Sessions.newNamespace(admin));
      List<String> seen =
          follow(
              admin,
              namespace,
              "gone a",
              text -> {
                try {
                  if (text.equals("all []")) {
                    Sessions.create(admin, KubeKind.SERVICE, namespace, service("a"));
                  } else if (text.equals("put a")) {
                    Request.Body none = new Request.Body("application/json", "{}");
                    admin.change(
                        Request.of("DELETE", KubeKind.SERVICE.path(namespace, "a"), none),
                        () -> false);
                  }
                } catch (ClusterException e) {
                  throw new IllegalStateException(e);
                }
              });
      assertThat(seen).containsExactly("all []", "put a", "gone a");
    }
  }

  private KubeSession open(ScriptedServer server) throws Exception {
    return Sessions.open(Sessions.kubeconfig(folder, server.address(), "t"), Optional.empty());
  }

  private static ScriptedServer.Act list(String version, String name) {
    return ScriptedServer.json(
        200,
        "{\"kind\":\"ServiceList\",\"metadata\":{\"resourceVersion\":\"%s\"},\"items\":[{\"metadata\":{\"name\":\"%s\"}}]}"
            .formatted(version, name));
  }

  private static String event(String type, String name, String version) {
    return "{\"type\":\"%s\",\"object\":{\"kind\":\"Service\",\"metadata\":{\"name\":\"%s\",\"resourceVersion\":\"%s\"}}}\n"
        .formatted(type, name, version);
  }

  @Test
  void watchThatTheServerEndsGoesOnWhereItWas() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(
                list("5", "a"),
                ScriptedServer.json(200, event("ADDED", "b", "6")),
                ScriptedServer.json(200, event("ADDED", "c", "7")));
        KubeSession session = open(server)) {
      assertThat(follow(session, Optional.empty(), "put c", text -> {}))
          .containsExactly("all [a]", "put b", "put c");
      assertThat(server.requests().get(2)).contains("resourceVersion=6");
    }
  }

  @Test
  void tooOldVersionIsReadFromTheStart() throws Exception {
    String gone =
        "{\"type\":\"ERROR\",\"object\":{\"kind\":\"Status\",\"code\":410,\"reason\":\"Expired\",\"message\":\"too"
            + " old\"}}\n";
    try (ScriptedServer server =
            new ScriptedServer(
                list("5", "a"),
                ScriptedServer.json(200, gone),
                list("9", "b"),
                ScriptedServer.json(200, event("ADDED", "c", "10")));
        KubeSession session = open(server)) {
      assertThat(follow(session, Optional.empty(), "put c", text -> {}))
          .containsExactly("all [a]", "all [b]", "put c");
    }
  }

  @Test
  void lostConnectionIsToldAndTakenUpAgain() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(
                list("5", "a"),
                ScriptedServer.cutOff(),
                ScriptedServer.json(200, event("ADDED", "b", "6")));
        KubeSession session = open(server)) {
      assertThat(follow(session, Optional.empty(), "put b", text -> {}))
          .containsExactly("all [a]", "lost", "back", "put b");
      assertThat(server.requests().get(2)).contains("resourceVersion=5");
    }
  }

  @Test
  void bookmarkMovesTheVersionAlong() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(
                list("5", "a"),
                ScriptedServer.json(200, event("BOOKMARK", "", "50")),
                ScriptedServer.json(200, event("ADDED", "c", "51")));
        KubeSession session = open(server)) {
      follow(session, Optional.empty(), "put c", text -> {});
      assertThat(server.requests().get(2)).contains("resourceVersion=50");
    }
  }

  @Test
  @Tag("cluster")
  void restartedServerIsFollowedAgain() throws Exception {
    String data = folder.resolve("data").toString();
    ApiServer first = ApiServer.start("-data", data);
    KubeSession session = Sessions.open(first, "admin");
    String port = session.context().cluster().server().replaceFirst(".*:", "");
    List<ApiServer> second = new ArrayList<>();
    try (session) {
      List<String> seen =
          follow(
              session,
              Optional.of("default"),
              "put late",
              text -> {
                if (text.equals("all [kubernetes]") && second.isEmpty()) {
                  first.close();
                } else if (text.equals("lost")) {
                  second.add(ApiServer.start("-data", data, "-port", port));
                  try (KubeSession other = Sessions.open(second.getFirst(), "admin")) {
                    Sessions.create(
                        other, KubeKind.SERVICE, Optional.of("default"), service("late"));
                  } catch (ClusterException e) {
                    throw new IllegalStateException(e);
                  }
                }
              });
      assertThat(seen).contains("lost", "back").endsWith("put late");
    } finally {
      first.close();
      second.forEach(ApiServer::close);
    }
  }
}
