package io.github.ingressdesigner.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.graph.Layout.Room;
import io.github.ingressdesigner.graph.LayoutBench.Plain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bench beside ELK, on small graphs. */
class LayoutCrossingsTest {
  @ParameterizedTest
  @CsvSource({"20, 1", "20, 2", "60, 3", "60, 4", "150, 5"})
  void linesCrossNoMoreThanInElksLayoutWithTheSameOrder(int rows, long seed) {
    Graph graph = LayoutBench.inOneColumn(LayoutBench.generated(rows, seed));
    Layout layout = Layout.of(graph, LayoutTest.WIDTHS, new Room(1000, 1e9));
    Plain plain = Plain.of("generated", layout);
    long ours =
        LayoutBench.crossings(
            plain, LayoutBench.rowsInOrder(layout), LayoutBench.backendsByHeight(layout));
    assertThat(ours).isLessThanOrEqualTo(new ElkLayered().layout(plain, true).crossings());
  }

  @Test
  void pairsInWrongOrderAreCounted() {
    assertThat(LayoutBench.inversions(new int[] {2, -1, 0, 1, 2, 0}, 3)).isEqualTo(5);
  }
}
