package io.github.ingressdesigner.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.model.Backend.ServiceBackend;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.model.Port;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every gesture is one intent, which the real planner turns into one change of the text. */
class CommandsTest {
  private static final String SHOP = "shop.example.com";

  /** Lines that stand in one text and not in the other. */
  private static List<String> changed(String before, String after) {
    List<String> old = before.lines().toList();
    List<String> now = after.lines().toList();
    return now.stream().filter(line -> !old.contains(line)).map(String::strip).toList();
  }

  @Test
  void deletingAPathRemovesItsEntry() {
    Desk desk = Desk.sample();
    Item.Row pay = desk.path(SHOP, "/pay");
    desk.select(pay).run(Gesture.DELETE);
    assertThat(desk.intent()).isEqualTo(new Intent.Remove(pay.at()));
    assertThat(desk.bench.text()).doesNotContain("/pay").contains("/api/v2");
  }

  @Test
  void deletingAHostRemovesItsRule() {
    Desk desk = Desk.sample();
    desk.select(desk.host("*.example.com")).run(Gesture.DELETE);
    assertThat(desk.bench.text()).doesNotContain("*.example.com").contains("shop.example.com");
  }

  @Test
  void deletingTheCatchAllRemovesItsOnlyDefaultBackend() {
    Desk desk = Desk.sample();
    desk.select(desk.host("")).run(Gesture.DELETE);
    assertThat(desk.bench.text()).doesNotContain("defaultBackend");
  }

  @Test
  void backendOfSeveralPathsIsNotDeleted() {
    Desk desk = Desk.sample();
    desk.select(desk.path(SHOP, "/api"));
    desk.model.execute(
        desk.model.commands().reroute(desk.path(SHOP, "/api").at(), desk.backend("web:80")));
    desk.refresh();
    desk.select(desk.backend("web:80")).run(Gesture.DELETE);
    assertThat(desk.said()).isEqualTo("2 paths lead to web:80. Re-route or delete them first.");
  }

  @Test
  void duplicateStandsBehindItsOriginal() {
    Desk desk = Desk.sample();
    desk.select(desk.path(SHOP, "/api")).run(Gesture.DUPLICATE);
    assertThat(desk.bench.text().split("path: /api\n")).hasSize(3);
  }

  @Test
  void reroutingChangesOnlyWhatDiffers() {
    Desk desk = Desk.sample();
    String before = desk.bench.text();
    desk.model.execute(
        desk.model.commands().reroute(desk.path(SHOP, "/api").at(), desk.backend("api-next:8080")));
    assertThat(changed(before, desk.bench.text())).isEmpty();
    assertThat(desk.bench.text().split("name: api-next")).hasSize(3);
  }

  @Test
  void reroutingToItsOwnBackendIsNothing() {
    Desk desk = Desk.sample();
    assertThat(
            desk.model.commands().reroute(desk.path(SHOP, "/api").at(), desk.backend("api:8080")))
        .isEqualTo(new Step.Nothing());
  }

  @Test
  void reroutingToATypedServiceKeepsThePortAsNumberOrName() {
    Desk desk = Desk.sample();
    Location api = desk.path(SHOP, "/api").at();
    desk.model.execute(desk.model.commands().rerouteTo(api, "cart:http"));
    assertThat(desk.intent())
        .isEqualTo(new Intent.SetBackend(api, ServiceBackend.of("cart", new Port.Name("http"))));
  }

  @Test
  void defaultBackendIsReroutedLikeAPath() {
    Desk desk = Desk.sample();
    Location at = desk.model.picture().layout().rows().getLast().row().at();
    desk.model.execute(desk.model.commands().reroute(at, desk.backend("web:80")));
    assertThat(desk.intent())
        .isEqualTo(new Intent.SetBackend(at, ServiceBackend.of("web", new Port.Number(80))));
  }

  @Test
  void pathTypeCyclesThroughTheThreeThatTheApiKnows() {
    Desk desk = Desk.sample();
    Item.Row pay = desk.path(SHOP, "/pay");
    desk.select(pay).run(Gesture.NEXT_TYPE);
    assertThat(desk.intent())
        .isEqualTo(new Intent.SetPathType(pay.at(), PathType.IMPLEMENTATION_SPECIFIC));
    desk.refresh();
    desk.run(Gesture.NEXT_TYPE);
    assertThat(desk.bench.performed.getLast())
        .isEqualTo(new Intent.SetPathType(pay.at(), PathType.PREFIX));
  }

  @Test
  void upInTheFileMovesThePathThereAndSaysThatTheDrawingStays() {
    Desk desk = Desk.sample();
    Item.Row api = desk.path(SHOP, "/api");
    desk.select(api).run(Gesture.UP_IN_FILE);
    assertThat(desk.intent()).isEqualTo(new Intent.Reorder(api.at(), 0));
    assertThat(desk.bench.text().indexOf("path: /api\n"))
        .isLessThan(desk.bench.text().indexOf("path: /\n"));
    assertThat(desk.said()).contains("Now number 1 of 4 in the file");
  }

  @Test
  void firstPathDoesNotMoveUp() {
    Desk desk = Desk.sample();
    desk.select(desk.path(SHOP, "/")).run(Gesture.UP_IN_FILE);
    assertThat(desk.bench.performed).isEmpty();
    assertThat(desk.said()).isEqualTo("It is the first in its list already.");
  }

  @Test
  void hostMovesDownWithItsWholeRule() {
    Desk desk = Desk.sample();
    desk.select(desk.host(SHOP)).run(Gesture.DOWN_IN_FILE);
    String text = desk.bench.text();
    assertThat(text.indexOf("*.example.com")).isLessThan(text.indexOf("host: shop.example.com"));
  }

  @Test
  void pathMovesToTheHostBelowAcrossFiles() {
    Desk desk = Desk.sample();
    desk.select(desk.path(SHOP, "/pay")).run(Gesture.TO_HOST_BELOW);
    assertThat(desk.intent()).isInstanceOf(Intent.MovePath.class);
    desk.refresh();
    assertThat(desk.path("admin.example.com", "/pay")).isNotNull();
  }

  @Test
  void cutPathIsPutBeforeTheSelectedPath() {
    Desk desk = Desk.sample();
    Item.Row pay = desk.path(SHOP, "/pay");
    Item.Row tenant = desk.path("*.example.com", "/");
    desk.select(pay).run(Gesture.CUT).select(tenant).run(Gesture.PASTE);
    assertThat(desk.intent())
        .isEqualTo(new Intent.MovePath(pay.at(), Entries.ruleOf(tenant.at()), 0));
    assertThat(desk.model.cut()).isEmpty();
  }

  @Test
  void pathDoesNotMoveIntoAnotherNamespace() {
    Desk desk = Desk.of(TWO_NAMESPACES);
    Step step =
        desk.model
            .commands()
            .moveTo(desk.path("a.example.com", "/a").at(), desk.host("b.example.com"));
    assertThat(step).isInstanceOf(Step.Refuse.class);
    assertThat(((Step.Refuse) step).reason()).contains("namespace two").contains("one");
  }

  @Test
  void backendOfAnotherNamespaceIsRefused() {
    Desk desk = Desk.of(TWO_NAMESPACES);
    Step step =
        desk.model.commands().reroute(desk.path("a.example.com", "/a").at(), desk.backend("b:80"));
    assertThat(((Step.Refuse) step).reason())
        .isEqualTo(
            "b:80 is in namespace two. An Ingress in one reaches only Services of its own"
                + " namespace.");
  }

  @Test
  void elementsOfABrokenTextRefuseWithTheReason() {
    Desk desk = Desk.sample();
    desk.bench.type("host: shop.example.com", "host: [shop.example.com");
    desk.refresh();
    desk.select(desk.path(SHOP, "/pay")).run(Gesture.DELETE);
    assertThat(desk.bench.performed).isEmpty();
    assertThat(desk.said()).startsWith("The text of this element is broken");
  }

  @Test
  void legacyIngressRefusesWithItsVersion() {
    Desk desk =
        Desk.of(
            """
            apiVersion: extensions/v1beta1
            kind: Ingress
            metadata: {name: old}
            spec:
              rules:
                - host: old.example.com
                  http:
                    paths:
                      - path: /old
                        backend: {serviceName: old, servicePort: 80}
            """);
    desk.select(desk.path("old.example.com", "/old")).run(Gesture.DELETE);
    assertThat(desk.bench.performed).isEmpty();
    assertThat(desk.said()).contains("extensions/v1beta1");
  }

  @Test
  void fieldsSetExactlyWhatTheyName() {
    Desk desk = Desk.sample();
    Item.Row api = desk.path(SHOP, "/api");
    Commands commands = desk.model.commands();
    assertThat(commands.setField(api, EditField.PATH, "/v3"))
        .isEqualTo(new Step.Do(new Intent.SetPath(api.at(), "/v3")));
    assertThat(commands.setField(api, EditField.TYPE, "Exact"))
        .isEqualTo(new Step.Do(new Intent.SetPathType(api.at(), PathType.EXACT)));
    assertThat(commands.setField(api, EditField.SERVICE, "cart"))
        .isEqualTo(
            new Step.Do(
                new Intent.SetBackend(api.at(), ServiceBackend.of("cart", new Port.Number(8080)))));
    assertThat(commands.setField(api, EditField.PORT, "web"))
        .isEqualTo(
            new Step.Do(
                new Intent.SetBackend(api.at(), ServiceBackend.of("api", new Port.Name("web")))));
    assertThat(commands.setField(desk.host(SHOP), EditField.HOST, ""))
        .isEqualTo(new Step.Do(new Intent.SetHost(Entries.ruleOf(api.at()), Optional.empty())));
  }

  @Test
  void unchangedValueIsNothing() {
    Desk desk = Desk.sample();
    Item.Row api = desk.path(SHOP, "/api");
    for (EditField field : List.of(EditField.PATH, EditField.TYPE)) {
      String same = field == EditField.PATH ? "/api" : "Prefix";
      assertThat(desk.model.commands().setField(api, field, same)).isEqualTo(new Step.Nothing());
    }
  }

  @Test
  void oneGestureIsOneUndoStep() {
    Desk desk = Desk.sample();
    String before = desk.bench.text();
    desk.select(desk.path(SHOP, "/pay")).run(Gesture.TO_HOST_BELOW);
    assertThat(desk.bench.text()).isNotEqualTo(before);
    desk.bench.undo();
    assertThat(desk.bench.text()).isEqualTo(before);
    assertThat(desk.bench.workspace.undoLabel()).isEmpty();
  }

  static final String TWO_NAMESPACES =
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata: {name: a, namespace: one}
      spec:
        rules:
          - host: a.example.com
            http:
              paths:
                - path: /a
                  pathType: Prefix
                  backend: {service: {name: a, port: {number: 80}}}
      ---
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata: {name: b, namespace: two}
      spec:
        rules:
          - host: b.example.com
            http:
              paths:
                - path: /b
                  pathType: Prefix
                  backend: {service: {name: b, port: {number: 80}}}
      """;
}
