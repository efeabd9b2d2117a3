package io.github.ingressdesigner.graph;

import io.github.ingressdesigner.graph.LayoutBench.Plain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.KVector;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** The layered algorithm of the Eclipse Layout Kernel on hosts, rows and backends. */
final class ElkLayered {
  /**
   * @param crossings of all lines
   * @param millis processor time of the layout, without making the graph
   */
  record Result(long crossings, double millis) {}

  ElkLayered() {
    LayoutMetaDataService.getInstance()
        .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
  }

  /**
   * @param fixed whether hosts and rows keep their order, which has a meaning; ELK may order only
   *     backends then
   */
  Result layout(Plain plain, boolean fixed) {
    ElkNode graph = ElkGraphUtil.createGraph();
    graph.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
    graph.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
    graph.setProperty(LayeredOptions.CROSSING_MINIMIZATION_SEMI_INTERACTIVE, fixed);
    List<ElkNode> hosts = nodes(graph, plain.hosts(), 184, 44);
    List<ElkNode> rows = nodes(graph, plain.hostOf().length, 200, 32);
    List<ElkNode> backends = nodes(graph, plain.backends(), 140, 32);
    for (int r = 0; r < rows.size(); r++) {
      ElkGraphUtil.createSimpleEdge(hosts.get(plain.hostOf()[r]), rows.get(r));
      if (plain.backendOf()[r] >= 0) {
        ElkGraphUtil.createSimpleEdge(rows.get(r), backends.get(plain.backendOf()[r]));
      }
    }
    if (fixed) {
      // Parts without lines between them would be put in an order of their own.
      graph.setProperty(CoreOptions.SEPARATE_CONNECTED_COMPONENTS, false);
      place(hosts);
      place(rows);
    }
    long before = LayoutBench.cpu();
    new RecursiveGraphLayoutEngine().layout(graph, new BasicProgressMonitor());
    double millis = (LayoutBench.cpu() - before) / 1e6;
    int[] rowPlaces = places(rows);
    int[] hostAt = new int[rows.size()];
    int[] hostPlaces = places(hosts);
    for (int r = 0; r < rows.size(); r++) {
      hostAt[rowPlaces[r]] = hostPlaces[plain.hostOf()[r]];
    }
    long left = LayoutBench.inversions(hostAt, hosts.size());
    return new Result(left + LayoutBench.crossings(plain, rowPlaces, places(backends)), millis);
  }

  private static List<ElkNode> nodes(ElkNode graph, int count, double width, double height) {
    List<ElkNode> nodes = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      ElkNode node = ElkGraphUtil.createNode(graph);
      node.setDimensions(width, height);
      nodes.add(node);
    }
    return nodes;
  }

  private static void place(List<ElkNode> nodes) {
    for (int i = 0; i < nodes.size(); i++) {
      nodes.get(i).setProperty(LayeredOptions.POSITION, new KVector(0, 100.0 * i));
    }
  }

  private static int[] places(List<ElkNode> nodes) {
    Integer[] order = new Integer[nodes.size()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> nodes.get(i).getY()));
    int[] places = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      places[order[i]] = i;
    }
    return places;
  }
}
