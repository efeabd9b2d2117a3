package io.github.ingressdesigner.graph;

import static io.github.ingressdesigner.graph.Sample.path;
import static io.github.ingressdesigner.graph.Sample.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.ingressdesigner.graph.Layout.BackendBox;
import io.github.ingressdesigner.graph.Layout.HostBox;
import io.github.ingressdesigner.graph.Layout.Room;
import io.github.ingressdesigner.graph.Layout.RowBox;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LayoutTest {
  /** As wide as JetBrains Mono at 13 and about as wide as Inter at 11. */
  static final TextWidths WIDTHS =
      new TextWidths() {
        @Override
        public double name(String text) {
          return text.length() * 7.8;
        }

        @Override
        public double small(String text) {
          return text.length() * 6;
        }
      };

  static final Room ROOM = new Room(680, 580);

  static Layout layout(Sample sample) {
    return Layout.of(sample.graph(), WIDTHS, ROOM);
  }

  private static Sample one(Rule... rules) {
    return new Sample().ingress("a", Map.of(), List.of(), Optional.empty(), rules);
  }

  @Test
  void hostIsCentredOnItsPaths() {
    Layout layout = layout(Sample.shop());
    HostBox shop = layout.hosts().getFirst();
    double first = layout.rows().getFirst().box().centerY();
    double last = layout.rows().get(3).box().centerY();
    assertThat(shop.box().centerY()).isCloseTo((first + last) / 2, within(0.5));
  }

  @Test
  void rowsOfAHostAre44ApartAndGroups84() {
    Layout layout = layout(Sample.shop());
    List<Double> centers = layout.rows().stream().map(r -> r.box().centerY()).toList();
    assertThat(centers.subList(0, 5)).containsExactly(56.0, 100.0, 144.0, 188.0, 272.0);
  }

  @Test
  void narrowPitchIsTakenWhereTheRoomIsLow() {
    Layout layout = Layout.of(Sample.shop().graph(), WIDTHS, new Room(680, 300));
    assertThat(layout.rows().get(1).box().y() - layout.rows().get(0).box().y()).isEqualTo(40);
  }

  @Test
  void chipsStandBelowTheirPathAndPushTheNextHostDown() {
    Layout layout = layout(Sample.shop());
    RowBox grafana = layout.rows().get(4);
    assertThat(grafana.chips()).hasSize(2);
    assertThat(grafana.chips().getFirst().box().y()).isEqualTo(38);
    double bottom = layout.bottomOf(layout.hosts().get(1));
    assertThat(layout.topOf(layout.hosts().get(2)) - bottom).isGreaterThanOrEqualTo(36);
  }

  @Test
  void soleBackendOfAPathIsLevelWithIt() {
    Layout layout = layout(Sample.shop());
    for (RowBox row : layout.rows()) {
      assertThat(layout.backends().get(row.backend()).box().centerY())
          .isEqualTo(row.box().centerY());
    }
  }

  @Test
  void sharedBackendStandsAtTheMedianOfItsPaths() {
    Layout layout =
        layout(
            one(
                rule(
                    "x.example.com",
                    path("Prefix", "/aaa", "a", 1),
                    path("Prefix", "/bb", "b", 1),
                    path("Prefix", "/c", "b", 1))));
    BackendBox shared = layout.backends().get(1);
    assertThat(shared.rows()).containsExactly(1, 2);
    assertThat(shared.box().centerY()).isEqualTo(122);
  }

  @Test
  void neighboursChangePlacesWhereThatRemovesCrossings() {
    Layout layout =
        layout(
            one(
                rule(
                    "x.example.com",
                    path("Prefix", "/12345", "a", 1),
                    path("Prefix", "/1234", "b", 1),
                    path("Prefix", "/123", "b", 1),
                    path("Prefix", "/12", "a", 1),
                    path("Prefix", "/1", "a", 1))));
    assertThat(helpfulSwaps(layout)).isZero();
  }

  private static int helpfulSwaps(Layout layout) {
    List<BackendBox> order = new ArrayList<>(layout.backends());
    order.sort(Comparator.comparingDouble(b -> b.box().y()));
    int helpful = 0;
    for (int i = 0; i + 1 < order.size(); i++) {
      int[] upper = order.get(i).rows().stream().mapToInt(r -> r).toArray();
      int[] lower = order.get(i + 1).rows().stream().mapToInt(r -> r).toArray();
      if (BackendPlaces.crossings(upper, lower) > BackendPlaces.crossings(lower, upper)) {
        helpful++;
      }
    }
    return helpful;
  }

  @Test
  void backendsNeverOverlapAndNoSwapHelpsInRandomGraphs() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      HttpPath[] paths = new HttpPath[1 + random.nextInt(12)];
      for (int i = 0; i < paths.length; i++) {
        paths[i] = path("Prefix", "/" + "x".repeat(20 - i), "s" + random.nextInt(6), 80);
      }
      Layout layout = layout(one(rule("x.example.com", paths)));
      List<Double> tops = layout.backends().stream().map(b -> b.box().y()).sorted().toList();
      for (int i = 0; i + 1 < tops.size(); i++) {
        assertThat(tops.get(i + 1) - tops.get(i)).isGreaterThanOrEqualTo(39);
      }
      assertThat(tops.getFirst()).isGreaterThanOrEqualTo(Sizes.TOP - 0.5);
      assertThat(helpfulSwaps(layout)).isZero();
    }
  }

  @Test
  void crossingsAreCountedByPairs() {
    assertThat(BackendPlaces.crossings(new int[] {0, 3, 4}, new int[] {1, 2})).isEqualTo(4);
    assertThat(BackendPlaces.crossings(new int[] {1, 2}, new int[] {0, 3, 4})).isEqualTo(2);
  }

  @Test
  void columnsGrowToTheLongestNameUpTo320() {
    Sample sample = one(rule("x".repeat(60) + ".example.com", path("Prefix", "/", "a", 1)));
    Layout roomy = Layout.of(sample.graph(), WIDTHS, new Room(1200, 600));
    assertThat(roomy.columns().hostWidth()).isEqualTo(320);
    assertThat(layout(Sample.shop()).columns().hostWidth()).isEqualTo(184);
  }

  @Test
  void longNamesGiveWayBeforeTheDrawingLeavesThePane() {
    Sample sample =
        one(
            rule(
                "x".repeat(60) + ".example.com",
                path("Prefix", "/" + "y".repeat(60), "s".repeat(60), 1)));
    assertThat(layout(sample).width()).isLessThanOrEqualTo(680);
    assertThat(Layout.of(sample.graph(), WIDTHS, new Room(300, 600)).columns().pathWidth())
        .isEqualTo(168);
  }

  @Test
  void emptySpaceBesideNamesGivesWayBeforeAnyNameIsElided() {
    String host = "echoserver.us.example.com";
    Layout layout =
        Layout.of(
            one(rule(host, path("Prefix", "/z", "echoserver", 80))).graph(),
            WIDTHS,
            new Room(620, 480));
    assertThat(layout.hosts().getFirst().box().width())
        .isGreaterThanOrEqualTo(Sizes.HOST_TEXT + WIDTHS.name(host));
    assertThat(layout.backends().getFirst().box().width())
        .isGreaterThanOrEqualTo(2 * Sizes.BACKEND_TEXT + WIDTHS.name("echoserver:80"));
  }

  @Test
  void drawingFillsAPaneThatIsWideEnough() {
    assertThat(layout(Sample.shop()).width()).isCloseTo(680, within(2.0));
    Layout narrow = Layout.of(Sample.shop().graph(), WIDTHS, new Room(560, 580));
    assertThat(narrow.columns().pathX() - narrow.columns().hostX() - narrow.columns().hostWidth())
        .isGreaterThanOrEqualTo(24);
  }

  @Test
  void sameGraphGivesTheSamePlaces() {
    assertThat(layout(Sample.many(300))).isEqualTo(layout(Sample.many(300)));
  }

  @Test
  void firstHostBelowIsFoundByHeight() {
    Layout layout = layout(Sample.shop());
    assertThat(layout.firstHostBelow(-5)).isZero();
    assertThat(layout.firstHostBelow(layout.bottomOf(layout.hosts().get(1)))).isEqualTo(2);
    assertThat(layout.firstHostBelow(1e9)).isEqualTo(4);
  }
}
