package io.github.ingressdesigner.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.graph.Graph.PathNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTest {
  private static final String SHOP = "shop.example.com";
  private final Desk desk = Desk.sample();

  private List<String> found(String typed) {
    desk.model.search(Query.of(typed));
    return desk.model.found().orElseThrow().rows().stream()
        .map(at -> desk.model.picture().row(at).orElseThrow().row())
        .map(row -> row instanceof PathNode path ? path.path() : "default")
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "/pay, /pay",
    "API-NEXT, /api/v2",
    "host:admin, /grafana(/|$)(.*)",
    "service:tenant, /",
    "type:exact, /pay",
    "api v2, /api/v2",
    "ingress:fallback, default",
    "is:tls path:pay, /pay",
  })
  void wordsAndTheirPlacesFindRows(String typed, String path) {
    assertThat(found(typed)).containsExactly(path);
  }

  @Test
  void nothingFoundDimsAll() {
    assertThat(found("nowhere")).isEmpty();
    Looks looks = new Looks(desk.model);
    assertThat(desk.model.picture().layout().rows()).allMatch(row -> looks.row(row) == Look.DIM);
  }

  @Test
  void whatIsFoundStandsOutWithItsHostAndItsBackend() {
    found("/pay");
    Looks looks = new Looks(desk.model);
    Picture picture = desk.model.picture();
    assertThat(looks.host(picture.host(SHOP).orElseThrow())).isEqualTo(Look.FOUND);
    assertThat(looks.host(picture.host("*.example.com").orElseThrow())).isEqualTo(Look.DIM);
    assertThat(looks.row(picture.row(desk.path(SHOP, "/pay").at()).orElseThrow()))
        .isEqualTo(Look.FOUND);
    assertThat(looks.backend(picture.backend(desk.backend("pay:http").key()).orElseThrow()))
        .isEqualTo(Look.FOUND);
  }

  @Test
  void nextGoesRoundAndSelects() {
    found("path:/api");
    desk.run(Gesture.NEXT_FOUND);
    assertThat(desk.model.selected()).contains(desk.path(SHOP, "/api/v2"));
    desk.run(Gesture.NEXT_FOUND).run(Gesture.NEXT_FOUND);
    assertThat(desk.model.selected()).contains(desk.path(SHOP, "/api/v2"));
    desk.run(Gesture.PREVIOUS_FOUND);
    assertThat(desk.model.selected()).contains(desk.path(SHOP, "/api"));
  }

  @Test
  void enterZoomsInFromFar() {
    found("/pay");
    desk.run(Gesture.NEXT_FOUND);
    desk.model.zoomTo(0.1, 0, 0);
    desk.run(Gesture.EDIT);
    assertThat(desk.model.zoom()).isEqualTo(1);
    assertThat(desk.asked).isEmpty();
    desk.run(Gesture.EDIT);
    assertThat(desk.asked).containsExactly("edit PATH");
  }

  @Test
  void searchFollowsTheText() {
    found("/pay");
    desk.select(desk.path(SHOP, "/pay")).run(Gesture.DUPLICATE);
    desk.refresh();
    assertThat(desk.model.found().orElseThrow().rows()).hasSize(2);
  }

  @Test
  void emptyFieldEndsTheSearch() {
    found("/pay");
    desk.model.search(Query.of("  "));
    assertThat(desk.model.found()).isEmpty();
  }
}
