package io.github.ingressdesigner.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.model.FileId;
import org.junit.jupiter.api.Test;

/** Elements that stand in several places of the text change everywhere in one step, or nowhere. */
class GatheredTest {
  private static final String SHOP = "shop.example.com";

  private static String ingress(String name, String rules) {
    return """
    apiVersion: networking.k8s.io/v1
    kind: Ingress
    metadata:
      name: %s
    spec:
    """
            .formatted(name)
        + rules;
  }

  private static String rule(String host, String path) {
    return """
      - host: %s
        http:
          paths:
            - path: %s
              pathType: Prefix
              backend:
                service:
                  name: api
                  port:
                    number: 8080
    """
        .formatted(host, path);
  }

  private static final String TEXT =
      ingress(
              "one",
              "  defaultBackend:\n    service: {name: api, port: {number: 8080}}\n  rules:\n"
                  + rule(SHOP, "/a")
                  + rule("b.example.com", "/b")
                  + rule(SHOP, "/c"))
          + "---\n"
          + ingress("two", "  rules:\n" + rule(SHOP, "/d"));

  private final Desk desk = Desk.of(TEXT);

  private void set(Item item, EditField field, String value) {
    desk.model.execute(desk.model.commands().setField(item, field, value));
  }

  @Test
  void renamingAHostRenamesAllItsRules() {
    set(desk.host(SHOP), EditField.HOST, "store.example.com");
    assertThat(desk.bench.text()).isEqualTo(TEXT.replace(SHOP, "store.example.com"));
    assertThat(desk.bench.workspace.undoLabel())
        .contains("Rename host shop.example.com in 3 rules");
  }

  @Test
  void renamingAHostIsOneUndoStep() {
    set(desk.host(SHOP), EditField.HOST, "store.example.com");
    desk.bench.undo();
    assertThat(desk.bench.text()).isEqualTo(TEXT);
    assertThat(desk.bench.workspace.undoLabel()).isEmpty();
  }

  @Test
  void deletingAHostRemovesAllItsRules() {
    desk.select(desk.host(SHOP)).run(Gesture.DELETE);
    assertThat(desk.bench.text())
        .isEqualTo(
            TEXT.replace(rule(SHOP, "/a"), "")
                .replace(rule(SHOP, "/c"), "")
                .replace("  rules:\n" + rule(SHOP, "/d"), "  rules: []\n"));
    assertThat(desk.bench.workspace.undoLabel())
        .contains("Delete host shop.example.com in 3 rules");
  }

  @Test
  void editingABackendChangesAllPathsAndTheDefaultBackendThatLeadThere() {
    set(desk.backend("api:8080"), EditField.TARGET, "next:80");
    assertThat(desk.bench.text())
        .isEqualTo(TEXT.replace("name: api", "name: next").replace("number: 8080", "number: 80"));
    assertThat(desk.bench.workspace.undoLabel()).contains("Change api:8080 to next:80 in 5 places");
  }

  @Test
  void unchangedBackendIsNothing() {
    assertThat(
            desk.model.commands().setField(desk.backend("api:8080"), EditField.TARGET, "api:8080"))
        .isEqualTo(new Step.Nothing());
  }

  @Test
  void backendWithoutPortIsRefused() {
    set(desk.backend("api:8080"), EditField.TARGET, "next");
    assertThat(desk.said()).isEqualTo("Type the Service and its port, as in api:8080.");
  }

  @Test
  void editOpensOneFieldForAll() {
    desk.select(desk.host(SHOP)).run(Gesture.EDIT);
    desk.select(desk.backend("api:8080")).run(Gesture.EDIT);
    assertThat(desk.asked).containsExactly("edit HOST", "edit TARGET");
  }

  @Test
  void hostOfOneRuleIsStillOnePlainIntent() {
    set(desk.host("b.example.com"), EditField.HOST, "c.example.com");
    assertThat(desk.intent()).isInstanceOf(Intent.SetHost.class);
  }

  @Test
  void rulesOfTwoFilesAreRenamedAsOneStep() {
    FileId other =
        desk.bench.open("/shop/other.yaml", ingress("three", "  rules:\n" + rule(SHOP, "/e")));
    desk.refresh();
    set(desk.host(SHOP), EditField.HOST, "store.example.com");
    assertThat(desk.bench.workspace.text(other).string()).doesNotContain(SHOP);
    assertThat(desk.bench.text()).doesNotContain(SHOP);
    desk.bench.undo();
    assertThat(desk.bench.workspace.text(other).string()).contains(SHOP);
    assertThat(desk.bench.text()).isEqualTo(TEXT);
  }

  @Test
  void oneLegacyRuleRefusesAllWithItsIngress() {
    String legacy =
        ingress("old", "  rules:\n    - host: shop.example.com\n")
            .replace("networking.k8s.io/v1", "networking.k8s.io/v1beta1");
    Desk mixed = Desk.of(TEXT + "---\n" + legacy);
    mixed.select(mixed.host(SHOP)).run(Gesture.DELETE);
    assertThat(mixed.bench.performed).isEmpty();
    assertThat(mixed.said())
        .startsWith("One place is in Ingress old. This Ingress is of networking.k8s.io/v1beta1");
  }

  @Test
  void oneBrokenDocumentRefusesAllWithItsIngress() {
    desk.bench.type("name: two", "name: [two");
    desk.refresh();
    desk.select(desk.host(SHOP)).run(Gesture.EDIT).run(Gesture.DELETE);
    assertThat(desk.asked).isEmpty();
    assertThat(desk.bench.performed).isEmpty();
    assertThat(desk.said().lines())
        .hasSize(2)
        .allMatch(
            said ->
                said.startsWith("One place is in Ingress two. The text of this element is broken"));
  }

  @Test
  void refusalOfOnePartChangesNothing() {
    String odd = rule(SHOP, "/d").replace("- host: ", "- ? host\n    : ");
    Desk mixed = Desk.of(TEXT.replace(rule(SHOP, "/d"), odd));
    String before = mixed.bench.text();
    mixed.model.execute(
        mixed.model.commands().setField(mixed.host(SHOP), EditField.HOST, "store.example.com"));
    assertThat(mixed.bench.text()).isEqualTo(before).contains("? host");
    assertThat(mixed.said()).startsWith("A key is written with “?” near spec.rules[0].host");
  }
}
