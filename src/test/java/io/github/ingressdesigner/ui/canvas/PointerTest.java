package io.github.ingressdesigner.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.graph.Box;
import io.github.ingressdesigner.graph.Layout;
import io.github.ingressdesigner.intent.Intent;
import io.github.ingressdesigner.model.Backend.ServiceBackend;
import io.github.ingressdesigner.model.Port;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.ui.canvas.Drag.Drop;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PointerTest {
  private static final String SHOP = "shop.example.com";
  private final Desk desk = Desk.sample();

  private static double x(Box box) {
    return box.centerX();
  }

  private static double y(Box box) {
    return box.centerY();
  }

  @Test
  void clickSelectsAndTellsTheOtherViews() {
    Item.Row api = desk.path(SHOP, "/api");
    Box box = desk.onScreen(api);
    desk.click(x(box), y(box));
    assertThat(desk.model.selected()).contains(api);
    assertThat(desk.selections).containsExactly(api.at());
  }

  @Test
  void clickBesideEverythingSelectsNothing() {
    desk.select(desk.path(SHOP, "/api"));
    desk.click(10, 550);
    assertThat(desk.model.selected()).isEmpty();
  }

  @Test
  void doubleClickEditsThePath() {
    Box box = desk.onScreen(desk.path(SHOP, "/api"));
    desk.click(x(box), y(box));
    desk.pointer.press(x(box), y(box), false, 2);
    assertThat(desk.asked).containsExactly("edit PATH");
  }

  @Test
  void doubleClickOnTheTagEditsThePathType() {
    Box tag =
        desk.model
            .camera()
            .toScreen(
                HitTest.tag(desk.model.picture().boxOf(desk.path(SHOP, "/api")).orElseThrow()));
    desk.click(x(tag), y(tag));
    desk.pointer.press(x(tag), y(tag), false, 2);
    assertThat(desk.asked).containsExactly("edit TYPE");
  }

  @Test
  void dragFromThePortToABackendReroutes() {
    Item.Row api = desk.path(SHOP, "/api");
    Box from = desk.onScreen(api);
    Box to = desk.onScreen(desk.backend("web:80"));
    desk.drag(from.right(), y(from), x(to), y(to));
    assertThat(desk.intent())
        .isEqualTo(new Intent.SetBackend(api.at(), ServiceBackend.of("web", new Port.Number(80))));
  }

  @Test
  void dragFromThePortToFreeSpaceAsksForAService() {
    Item.Row api = desk.path(SHOP, "/api");
    Box from = desk.onScreen(api);
    desk.drag(from.right(), y(from), 600, 545);
    assertThat(desk.asked).containsExactly("backend of spec.rules[0].http.paths[1]");
  }

  @Test
  void dragOfAPathOntoAHostMovesItToItsEnd() {
    Item.Row api = desk.path(SHOP, "/api");
    Box from = desk.onScreen(api);
    Box to = desk.onScreen(desk.host("*.example.com"));
    desk.drag(x(from), y(from), x(to), y(to));
    assertThat(desk.intent()).isInstanceOf(Intent.MovePath.class);
    assertThat(((Intent.MovePath) desk.intent()).index()).isEqualTo(1);
  }

  @Test
  void dragAboveAPathOfAnotherHostPutsItBeforeThat() {
    Item.Row api = desk.path(SHOP, "/api");
    Item.Row tenant = desk.path("*.example.com", "/");
    Box from = desk.onScreen(api);
    Box to = desk.onScreen(tenant);
    desk.drag(x(from), y(from), x(to), to.y() - 4);
    assertThat(desk.intent())
        .isEqualTo(new Intent.MovePath(api.at(), Entries.ruleOf(tenant.at()), 0));
  }

  @Test
  void dragWithinItsHostReordersTheFile() {
    Item.Row pay = desk.path(SHOP, "/pay");
    Box from = desk.onScreen(pay);
    Box to = desk.onScreen(desk.path(SHOP, "/"));
    desk.drag(x(from), y(from), x(to), to.y() - 3);
    assertThat(desk.intent()).isEqualTo(new Intent.Reorder(pay.at(), 0));
  }

  @Test
  void dropOnTheCatchAllIsRefusedWithTheReason() {
    Box from = desk.onScreen(desk.path(SHOP, "/api"));
    Box to = desk.onScreen(desk.host(""));
    desk.pointer.press(x(from), y(from), false, 1);
    desk.pointer.dragTo(x(from) + 8, y(from));
    desk.pointer.dragTo(x(to), y(to));
    Drop drop = desk.model.drag().orElseThrow().drop();
    assertThat(((Drop.IntoHost) drop).step()).isInstanceOf(Step.Refuse.class);
    desk.pointer.release(x(to), y(to));
    assertThat(desk.bench.performed).isEmpty();
    assertThat(desk.said()).startsWith("There is no rule here that could take a path");
  }

  @Test
  void escapeGivesADragUp() {
    Box from = desk.onScreen(desk.path(SHOP, "/api"));
    Box to = desk.onScreen(desk.backend("web:80"));
    desk.pointer.press(from.right(), y(from), false, 1);
    desk.pointer.dragTo(x(to), y(to));
    assertThat(desk.pointer.cancel()).isTrue();
    desk.pointer.release(x(to), y(to));
    assertThat(desk.bench.performed).isEmpty();
    assertThat(desk.model.drag()).isEmpty();
  }

  @Test
  void smallMovesWhilePressedAreNoDrag() {
    Box from = desk.onScreen(desk.path(SHOP, "/api"));
    desk.pointer.press(x(from), y(from), false, 1);
    desk.pointer.dragTo(x(from) + 2, y(from) + 2);
    assertThat(desk.model.drag()).isEmpty();
  }

  @Test
  void staleElementsAreNotDragged() {
    desk.bench.type("host: shop.example.com", "host: [shop.example.com");
    desk.refresh();
    Box from = desk.onScreen(desk.path(SHOP, "/api"));
    desk.pointer.press(x(from), y(from), false, 1);
    desk.pointer.dragTo(x(from) + 40, y(from) + 40);
    assertThat(desk.model.drag()).isEmpty();
    assertThat(desk.said()).startsWith("The text of this element is broken");
  }

  @Test
  void secondClickOnTheTagChangesThePathType() {
    Item.Row api = desk.path(SHOP, "/api");
    Box tag =
        desk.model.camera().toScreen(HitTest.tag(desk.model.picture().boxOf(api).orElseThrow()));
    desk.click(x(tag), y(tag));
    assertThat(desk.bench.performed).isEmpty();
    desk.click(x(tag), y(tag));
    assertThat(desk.intent()).isInstanceOf(Intent.SetPathType.class);
  }

  @Test
  void plusOfAHostAsksForAPath() {
    Box host = desk.onScreen(desk.host(SHOP));
    desk.click(host.right(), y(host));
    assertThat(desk.asked).containsExactly("path of shop.example.com");
  }

  @Test
  void draggingWithSpaceOrTheMiddleButtonMovesThePicture() {
    desk.model.zoomTo(2, 0, 0);
    desk.model.pan(-60, -60);
    Camera before = desk.model.camera();
    desk.pointer.press(390, 420, true, 1);
    desk.pointer.dragTo(350, 380);
    desk.pointer.release(350, 380);
    assertThat(desk.model.camera().x()).isEqualTo(before.x() + 20);
    assertThat(desk.model.camera().y()).isEqualTo(before.y() + 20);
  }

  @Test
  void hoverNamesThePart() {
    Box api = desk.onScreen(desk.path(SHOP, "/api"));
    desk.pointer.move(api.right() - 2, y(api));
    assertThat(desk.model.hovered())
        .isEqualTo(Optional.of(new Hit(desk.path(SHOP, "/api"), Hit.Part.PORT)));
    desk.pointer.leave();
    assertThat(desk.model.hovered()).isEmpty();
  }

  private Box chip(Item.Row row, int index) {
    Layout.ChipBox chip = desk.model.picture().row(row.at()).orElseThrow().chips().get(index);
    return desk.model.camera().toScreen(chip.on(desk.model.picture().boxOf(row).orElseThrow()));
  }

  @Test
  void clickOnAChipShowsItsAnnotationInTheText() {
    Item.Row grafana = desk.path("admin.example.com", "/grafana(/|$)(.*)");
    Box regex = chip(grafana, 1);
    desk.click(x(regex), y(regex));
    assertThat(desk.bench.revealed).hasSize(1);
    String text = desk.bench.workspace.text(grafana.at().resource().file()).string();
    TextRange range = desk.bench.revealed.getFirst();
    assertThat(text.substring(range.start(), range.end()))
        .startsWith("nginx.ingress.kubernetes.io/use-regex");
  }

  @Test
  void chipSaysWhatItDoes() {
    Item.Row grafana = desk.path("admin.example.com", "/grafana(/|$)(.*)");
    Box regex = chip(grafana, 1);
    desk.pointer.move(x(regex), y(regex));
    Hit hit = desk.model.hovered().orElseThrow();
    assertThat(hit.part()).isEqualTo(Hit.Part.CHIP);
    assertThat(Descriptions.tip(hit.chip().orElseThrow())).startsWith("regex\n").endsWith(".");
  }

  @Test
  void chipsWithoutRoomAreCountedAndOffered() {
    Desk many =
        Desk.of(
            """
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata:
              name: many
              annotations:
                nginx.ingress.kubernetes.io/rewrite-target: /somewhere/else/$1
                nginx.ingress.kubernetes.io/app-root: /another/long/place
                nginx.ingress.kubernetes.io/use-regex: "true"
                nginx.ingress.kubernetes.io/ssl-redirect: "false"
                nginx.ingress.kubernetes.io/force-ssl-redirect: "true"
            spec:
              rules:
                - host: a.example.com
                  http:
                    paths:
                      - path: /a
                        pathType: Prefix
                        backend: {service: {name: a, port: {number: 80}}}
            """);
    Item.Row row = many.path("a.example.com", "/a");
    Layout.RowBox box = many.model.picture().row(row.at()).orElseThrow();
    Layout.ChipBox last = box.chips().getLast();
    assertThat(last.text()).isEqualTo("+" + last.chips().size());
    assertThat(box.chips().size() - 1 + last.chips().size()).isEqualTo(5);
    Box at = many.model.camera().toScreen(last.on(box.box()));
    many.click(x(at), y(at));
    assertThat(many.asked).hasSize(1).first().asString().startsWith("one of [");
  }
}
