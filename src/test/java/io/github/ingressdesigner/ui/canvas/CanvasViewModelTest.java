package io.github.ingressdesigner.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.ingressdesigner.graph.Box;
import io.github.ingressdesigner.graph.TraceMarks;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.route.Trace.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CanvasViewModelTest {
  private static final String SHOP = "shop.example.com";
  private final Desk desk = Desk.sample();

  @Test
  void fieldInsideAPathSelectsThePath() {
    Item.Row api = desk.path(SHOP, "/api");
    desk.model.selectedElsewhere(Optional.of(api.at().key("backend").key("service").key("name")));
    assertThat(desk.model.selected()).contains(api);
    assertThat(desk.selections).isEmpty();
  }

  @Test
  void ruleSelectsItsHost() {
    Location rule = Entries.ruleOf(desk.path(SHOP, "/api").at());
    desk.model.selectedElsewhere(Optional.of(rule.key("host")));
    assertThat(desk.model.selected()).contains(desk.host(SHOP));
  }

  @Test
  void fieldThatTheGraphDoesNotShowSelectsNothing() {
    desk.select(desk.host(SHOP));
    Location name =
        new Location(desk.path(SHOP, "/api").at().resource(), FieldPath.of("metadata", "name"));
    desk.model.selectedElsewhere(Optional.of(name));
    assertThat(desk.model.selected()).isEmpty();
  }

  @Test
  void selectionOutlivesANewLayout() {
    desk.select(desk.path(SHOP, "/api"));
    desk.bench.type("/pay", "/payment");
    desk.refresh();
    assertThat(desk.model.selected()).contains(desk.path(SHOP, "/api"));
  }

  @Test
  void selectionOfARemovedElementEnds() {
    desk.select(desk.host("*.example.com")).run(Gesture.DELETE);
    desk.refresh();
    assertThat(desk.model.selected()).isEmpty();
  }

  @Test
  void zoomKeepsThePointBelowThePointer() {
    desk.model.zoomTo(3, 200, 150);
    desk.model.pan(-100, -100);
    Camera before = desk.model.camera();
    double x = before.drawingX(300);
    double y = before.drawingY(200);
    desk.model.zoomBy(1.2, 300, 200);
    assertThat(desk.model.camera().screenX(x)).isCloseTo(300, within(1e-6));
    assertThat(desk.model.camera().screenY(y)).isCloseTo(200, within(1e-6));
  }

  @Test
  void zoomNearOneHundredPercentIsExactlyThat() {
    desk.model.zoomTo(1.2, 0, 0);
    desk.model.zoomBy(1 / 1.2 * 1.01, 0, 0);
    assertThat(desk.model.zoom()).isEqualTo(1);
  }

  @Test
  void pictureCannotBeLost() {
    desk.model.pan(100_000, 100_000);
    Box view = desk.model.camera().view(680, 560);
    assertThat(view.intersects(desk.model.picture().boxOf(desk.host(SHOP)).orElseThrow())).isTrue();
  }

  @Test
  void fitShowsEverything() {
    desk.model.resize(300, 200);
    desk.model.fit();
    for (Item item : List.of(desk.host(SHOP), desk.host(""), desk.backend("fallback:80"))) {
      Box box = desk.onScreen(item);
      assertThat(box.right()).isLessThanOrEqualTo(301);
      assertThat(box.bottom()).isLessThanOrEqualTo(201);
      assertThat(box.y()).isGreaterThanOrEqualTo(GraphPainter.HEADS);
    }
  }

  @Test
  void textScaleEnlargesTheDrawingAndKeepsTheZoom() {
    desk.model.setTextScale(1.5);
    assertThat(desk.model.zoom()).isEqualTo(1);
    assertThat(desk.model.camera().scale()).isEqualTo(1.5);
  }

  @Test
  void traceMarksTheWinnerAndEveryLoser() {
    TraceMarks marks = desk.bench.trace("https://shop.example.com/api/v1");
    assertThat(marks.winners()).containsExactly(desk.path(SHOP, "/api").at());
    assertThat(marks.verdict(desk.path(SHOP, "/").at())).contains(Verdict.BEATEN);
    assertThat(marks.verdict(desk.path(SHOP, "/pay").at())).contains(Verdict.NO_MATCH);
    assertThat(marks.verdict(desk.path("*.example.com", "/").at())).isEmpty();
  }

  @Test
  void tracedWayLightsHostPathAndBackendAndDimsTheRest() {
    desk.model.setTrace(Optional.of(desk.bench.trace("https://shop.example.com/api/v1")));
    Looks looks = new Looks(desk.model);
    Picture picture = desk.model.picture();
    assertThat(looks.host(picture.host(SHOP).orElseThrow())).isEqualTo(Look.TRACED);
    assertThat(looks.row(picture.row(desk.path(SHOP, "/api").at()).orElseThrow()))
        .isEqualTo(Look.TRACED);
    assertThat(looks.backend(picture.backend(desk.backend("api:8080").key()).orElseThrow()))
        .isEqualTo(Look.TRACED);
    assertThat(looks.row(picture.row(desk.path(SHOP, "/pay").at()).orElseThrow()))
        .isEqualTo(Look.DIM);
    assertThat(looks.host(picture.host("*.example.com").orElseThrow())).isEqualTo(Look.DIM);
  }

  @Test
  void traceThatEndsAtTheDefaultBackendLightsItsLine() {
    desk.model.setTrace(Optional.of(desk.bench.trace("https://elsewhere.org/")));
    Looks looks = new Looks(desk.model);
    assertThat(looks.row(desk.model.picture().layout().rows().getLast())).isEqualTo(Look.TRACED);
    assertThat(looks.host(desk.model.picture().host("").orElseThrow())).isEqualTo(Look.TRACED);
  }

  @Test
  void elementsAreDescribedInWords() {
    desk.model.setTrace(Optional.of(desk.bench.trace("https://shop.example.com/api/v1")));
    Descriptions words = new Descriptions(desk.model.picture(), desk.model.trace());
    assertThat(words.of(desk.path(SHOP, "/api")))
        .isEqualTo("Path /api, Prefix, of shop.example.com, to api:8080, wins");
    assertThat(words.of(desk.host(SHOP)))
        .isEqualTo("Host shop.example.com, 4 paths, TLS with shop-tls");
    assertThat(words.of(desk.backend("web:80"))).isEqualTo("Backend web:80, 1 path leads here");
  }

  @Test
  void whatNoTestReachesIsToldOfPathsAndOfHostsOfWhichNoneIsReached() {
    Location api = ((Item.Row) desk.path(SHOP, "/api")).at();
    Untested untested = new Untested(Optional.of(Set.of(api)));
    Descriptions words = new Descriptions(desk.model.picture(), Optional.empty(), untested);
    assertThat(words.of(desk.path(SHOP, "/api"))).doesNotContain("no route test");
    assertThat(words.of(desk.host(SHOP))).doesNotContain("no route test");
    assertThat(words.of(desk.path(SHOP, "/pay"))).endsWith(", no route test reaches it");
    assertThat(words.of(desk.host("*.example.com"))).endsWith(", no route test reaches it");
  }

  @Test
  void nothingIsToldOfTestsWhileCoverageIsHidden() {
    Descriptions words = new Descriptions(desk.model.picture(), Optional.empty(), Untested.HIDDEN);
    assertThat(words.of(desk.path(SHOP, "/pay"))).doesNotContain("no route test");
  }

  @Test
  void tipTellsTheReasonOfTheTrace() {
    desk.model.setTrace(Optional.of(desk.bench.trace("https://shop.example.com/api/v1")));
    Descriptions words = new Descriptions(desk.model.picture(), desk.model.trace());
    assertThat(words.tip(desk.path(SHOP, "/pay"), List.of()).lines()).hasSize(2);
  }

  @Test
  void editOfALockedElementIsRefused() {
    desk.bench.type("host: shop.example.com", "host: [shop.example.com");
    desk.refresh();
    desk.select(desk.host(SHOP)).run(Gesture.EDIT);
    assertThat(desk.asked).isEmpty();
    assertThat(desk.said()).isNotEmpty();
  }

  @Test
  void editOpensTheFieldThatFits() {
    desk.select(desk.host(SHOP)).run(Gesture.EDIT);
    desk.select(desk.path(SHOP, "/api")).run(Gesture.EDIT);
    desk.select(desk.backend("api:8080")).run(Gesture.EDIT);
    assertThat(desk.asked).containsExactly("edit HOST", "edit PATH", "edit SERVICE");
  }
}
