package io.github.ingressdesigner.graph;

import static io.github.ingressdesigner.graph.Sample.path;
import static io.github.ingressdesigner.graph.Sample.rule;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GraphDiffTest {
  private static final Layout TWO =
      LayoutTest.layout(
          new Sample()
              .ingress(
                  "a",
                  Map.of(),
                  List.of(),
                  Optional.empty(),
                  rule(
                      "x.example.com", path("Prefix", "/a", "a", 1), path("Prefix", "/", "b", 1))));
  private static final Layout THREE =
      LayoutTest.layout(
          new Sample()
              .ingress(
                  "a",
                  Map.of(),
                  List.of(),
                  Optional.empty(),
                  rule(
                      "x.example.com",
                      path("Prefix", "/abc", "c", 1),
                      path("Prefix", "/a", "a", 1),
                      path("Prefix", "/", "b", 1))));

  @Test
  void sameLayoutIsNoMove() {
    assertThat(GraphDiff.between(TWO, TWO).isMove()).isFalse();
  }

  @Test
  void pathsBehindANewOneStartFromTheirOldPlace() {
    Layout start = GraphDiff.between(TWO, THREE).at(0);
    assertThat(start.rows().get(1).box()).isEqualTo(TWO.rows().get(0).box());
    assertThat(start.rows().get(2).box()).isEqualTo(TWO.rows().get(1).box());
  }

  @Test
  void newPathStandsAtItsPlaceAtOnce() {
    Layout start = GraphDiff.between(TWO, THREE).at(0);
    assertThat(start.rows().getFirst()).isEqualTo(THREE.rows().getFirst());
  }

  @Test
  void halfWayIsHalfTheDistance() {
    Layout half = GraphDiff.between(TWO, THREE).at(0.5);
    assertThat(half.rows().get(1).box().y())
        .isEqualTo((TWO.rows().get(0).box().y() + THREE.rows().get(1).box().y()) / 2);
  }

  @Test
  void endIsTheNewLayoutItself() {
    assertThat(GraphDiff.between(TWO, THREE).at(1)).isSameAs(THREE);
  }
}
