package io.github.ingressdesigner.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.graph.Graph.PathNode;
import io.github.ingressdesigner.graph.Layout.BackendBox;
import io.github.ingressdesigner.graph.Layout.HostBox;
import io.github.ingressdesigner.graph.Layout.Room;
import io.github.ingressdesigner.graph.Layout.RowBox;
import io.github.ingressdesigner.model.HttpPath;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.IngressSpec;
import io.github.ingressdesigner.model.ObjectMeta;
import io.github.ingressdesigner.model.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An edit moves nothing that need not move. */
class LayoutStabilityTest {
  private static final int ROUNDS = 150;
  private static final Room ROOM = new Room(680, 560);

  /** Services of the paths of each host, by namespace and host; the path is its number. */
  private static final class Files {
    final Map<String, Map<String, List<String>>> namespaces = new TreeMap<>();
    final Random random;
    private int next;

    Files(Random random, int count) {
      this.random = random;
      for (int n = 0; n < count; n++) {
        Map<String, List<String>> hosts = new TreeMap<>();
        for (int h = 0; h < 1 + random.nextInt(6); h++) {
          List<String> paths = new ArrayList<>();
          for (int p = 0; p < 1 + random.nextInt(9); p++) {
            paths.add(path());
          }
          hosts.put("h%02d".formatted(h), paths);
        }
        namespaces.put("ns%02d".formatted(n), hosts);
      }
    }

    /** Fixed order: all paths are equally long and tried in the order of the text. */
    private String path() {
      return "/p%05d=s%d".formatted(next++, random.nextInt(8));
    }

    List<String> any() {
      List<List<String>> all = new ArrayList<>();
      namespaces.values().forEach(hosts -> all.addAll(hosts.values()));
      return all.get(random.nextInt(all.size()));
    }

    Graph graph() {
      Sample sample = new Sample();
      namespaces.forEach(
          (namespace, hosts) ->
              hosts.forEach(
                  (host, paths) ->
                      sample.add(
                          new Ingress(
                              "networking.k8s.io/v1",
                              new ObjectMeta(
                                  Optional.of(host),
                                  Optional.of(namespace),
                                  Map.of(),
                                  Map.of(),
                                  Optional.empty()),
                              new IngressSpec(
                                  Optional.empty(),
                                  Optional.empty(),
                                  List.of(),
                                  List.of(rule(namespace, host, paths)))))));
      return sample.graph();
    }

    private static Rule rule(String namespace, String host, List<String> paths) {
      HttpPath[] entries =
          paths.stream()
              .map(p -> Sample.path("Prefix", p.split("=")[0], p.split("=")[1], 80))
              .toArray(HttpPath[]::new);
      return Sample.rule(host + "." + namespace + ".example.com", entries);
    }
  }

  private static Map<String, Box> places(Layout layout) {
    Map<String, Box> places = new HashMap<>();
    for (HostBox host : layout.hosts()) {
      places.put("host " + host.node().host(), host.box());
    }
    for (RowBox row : layout.rows()) {
      places.put("row " + name(layout, row), row.box());
    }
    return places;
  }

  private static String name(Layout layout, RowBox row) {
    return layout.hosts().get(row.host()).node().host() + ((PathNode) row.row()).path();
  }

  private static Layout layout(Graph graph, Layout previous) {
    return Layout.of(graph, LayoutTest.WIDTHS, ROOM, previous);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void sameGraphStaysWhereItIs(long seed) {
    Files files = new Files(new Random(seed), 1 + (int) seed * 3);
    Layout before = layout(files.graph(), Layout.EMPTY);
    for (int i = 0; i < 20; i++) {
      List<String> host = files.any();
      host.add(files.path());
      Layout after = layout(files.graph(), before);
      assertThat(layout(files.graph(), after)).isEqualTo(after);
      before = after;
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void leadingAPathElsewhereMovesNoHostAndNoPath(long seed) {
    Files files = new Files(new Random(seed), 1 + (int) seed * 3);
    Layout before = layout(files.graph(), Layout.EMPTY);
    for (int i = 0; i < ROUNDS; i++) {
      List<String> host = files.any();
      int at = files.random.nextInt(host.size());
      host.set(at, host.get(at).split("=")[0] + "=s" + files.random.nextInt(8));
      Layout after = layout(files.graph(), before);
      assertThat(places(after)).isEqualTo(places(before));
      assertBackendsGiveWayOnly(before, after);
      before = after;
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void pathThatComesOrGoesMovesOnlyWhatIsBelowInItsTrack(long seed) {
    Files files = new Files(new Random(seed), 1 + (int) seed * 3);
    Layout before = layout(files.graph(), Layout.EMPTY);
    for (int i = 0; i < ROUNDS; i++) {
      List<String> host = files.any();
      boolean comes = host.size() < 2 || files.random.nextBoolean();
      int at = files.random.nextInt(host.size());
      String changed = comes ? files.path() : host.get(at);
      if (comes) {
        host.add(at, changed);
      } else {
        host.remove(at);
      }
      Layout after = layout(files.graph(), before);
      assertOneTrackShifts(before, after);
      before = after;
    }
  }

  /** Rows move all down or all up, by one row at most, from one row of one track on. */
  private static void assertOneTrackShifts(Layout before, Layout after) {
    Map<String, Box> then = places(before);
    List<Double> shifts = new ArrayList<>();
    List<Integer> tracks = new ArrayList<>();
    for (RowBox row : after.rows()) {
      Box old = then.get("row " + name(after, row));
      if (old != null) {
        assertThat(row.box().x()).isEqualTo(old.x());
        double shift = row.box().y() - old.y();
        if (shift != 0) {
          shifts.add(shift);
          tracks.add(after.hosts().get(row.host()).track());
        } else {
          assertThat(tracks).doesNotContain(after.hosts().get(row.host()).track());
        }
      }
    }
    assertThat(shifts).allMatch(shift -> Math.abs(shift) <= before.pitch());
    assertThat(shifts.stream().map(Math::signum).distinct()).hasSizeLessThanOrEqualTo(1);
    assertThat(tracks.stream().distinct()).hasSizeLessThanOrEqualTo(1);
  }

  /** A backend that all the same rows lead to moves only where another stands close to it. */
  private static void assertBackendsGiveWayOnly(Layout before, Layout after) {
    Map<String, BackendBox> then = new HashMap<>();
    before.backends().forEach(b -> then.put(b.node().key(), b));
    for (BackendBox backend : after.backends()) {
      BackendBox old = then.get(backend.node().key());
      if (old != null && old.rows().equals(backend.rows()) && !old.box().equals(backend.box())) {
        boolean pushed =
            after.backends().stream()
                .anyMatch(
                    other ->
                        other != backend
                            && other.box().x() == backend.box().x()
                            && Math.abs(other.box().y() - backend.box().y()) <= after.pitch());
        boolean swapped = Math.abs(old.box().y() - backend.box().y()) > after.pitch();
        assertThat(pushed || swapped).as(backend + " was " + old).isTrue();
      }
    }
  }
}
