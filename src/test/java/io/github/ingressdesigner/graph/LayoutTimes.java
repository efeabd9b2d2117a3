package io.github.ingressdesigner.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Prints how long building and laying out a graph takes; run by hand. */
final class LayoutTimes {
  public static void main(String[] args) {
    for (int paths : new int[] {1_000, 10_000, 100_000}) {
      Sample sample = Sample.many(paths);
      var resources = sample.resources();
      var table = sample.table();
      Graph graph = sample.graph();
      long[] build = new long[60];
      long[] layout = new long[60];
      for (int i = 0; i < 60; i++) {
        long t0 = cpu();
        Graph again = GraphBuilder.build(resources, table, List.of(), Set.of(), graph);
        long t1 = cpu();
        Layout.of(again, LayoutTest.WIDTHS, LayoutTest.ROOM);
        build[i] = t1 - t0;
        layout[i] = cpu() - t1;
      }
      System.out.printf(
          "%d paths: first build %.1f ms, layout %.1f ms; median build %.2f ms, layout %.2f ms%n",
          paths, build[0] / 1e6, layout[0] / 1e6, median(build), median(layout));
    }
  }

  private static double median(long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2] / 1e6;
  }

  /** Processor time of this thread, which other programs on the machine do not lengthen. */
  private static long cpu() {
    return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
