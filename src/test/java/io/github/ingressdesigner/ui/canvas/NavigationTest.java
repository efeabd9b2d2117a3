package io.github.ingressdesigner.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NavigationTest {
  private static final String SHOP = "shop.example.com";
  private final Desk desk = Desk.sample();

  @Test
  void firstArrowSelectsTheFirstHost() {
    desk.run(Gesture.SELECT_DOWN);
    assertThat(desk.model.selected()).contains(desk.host(SHOP));
  }

  @Test
  void upAndDownStayInTheColumnAcrossHosts() {
    desk.select(desk.path(SHOP, "/")).run(Gesture.SELECT_DOWN);
    assertThat(desk.model.selected()).contains(desk.path("admin.example.com", "/grafana(/|$)(.*)"));
    desk.run(Gesture.SELECT_UP);
    assertThat(desk.model.selected()).contains(desk.path(SHOP, "/"));
  }

  @Test
  void rightFollowsTheLineToTheBackendAndLeftBackToTheHost() {
    desk.select(desk.path(SHOP, "/api")).run(Gesture.SELECT_RIGHT);
    assertThat(desk.model.selected()).contains(desk.backend("api:8080"));
    desk.run(Gesture.SELECT_LEFT);
    assertThat(desk.model.selected()).contains(desk.path(SHOP, "/api"));
    desk.run(Gesture.SELECT_LEFT);
    assertThat(desk.model.selected()).contains(desk.host(SHOP));
  }

  @Test
  void rightComesBackToThePathThatWasLeft() {
    desk.select(desk.path(SHOP, "/pay")).run(Gesture.SELECT_LEFT).run(Gesture.SELECT_RIGHT);
    assertThat(desk.model.selected()).contains(desk.path(SHOP, "/pay"));
  }

  @Test
  void homeAndEndGoToTheEndsOfTheColumn() {
    desk.select(desk.backend("api:8080")).run(Gesture.SELECT_LAST);
    assertThat(desk.model.selected()).contains(desk.backend("fallback:80"));
    desk.run(Gesture.SELECT_FIRST);
    assertThat(desk.model.selected()).contains(desk.backend("pay:http"));
  }

  @Test
  void selectionIsBroughtIntoView() {
    desk.model.resize(680, 200);
    desk.select(desk.host(SHOP)).run(Gesture.SELECT_LAST);
    double bottom = desk.onScreen(desk.host("")).bottom();
    assertThat(bottom).isLessThanOrEqualTo(200);
    desk.run(Gesture.SELECT_FIRST);
    assertThat(desk.onScreen(desk.host(SHOP)).y()).isGreaterThanOrEqualTo(GraphPainter.HEADS);
  }
}
