package io.github.ingressdesigner.bench;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;

/** Results of a run as a table in Markdown: a row for each contender, its rivals beside it. */
final class BenchTable {
  private BenchTable() {}

  /**
   * @param param the parameter that tells the contenders apart
   * @param rivals values of it; the other rows say how many times longer these take
   */
  static void print(Collection<RunResult> results, String param, List<String> rivals) {
    Map<String, Map<String, Double>> columns = new TreeMap<>();
    Map<String, String> rows = new LinkedHashMap<>();
    for (RunResult result : results) {
      String method = result.getParams().getBenchmark();
      String column =
          method.substring(method.lastIndexOf('.') + 1)
              + result.getParams().getParamsKeys().stream()
                  .filter(key -> !key.equals(param))
                  .sorted()
                  .map(key -> " " + sortable(result.getParams().getParam(key)))
                  .collect(Collectors.joining());
      String row = Optional.ofNullable(result.getParams().getParam(param)).orElse("");
      rows.put(row, row);
      columns
          .computeIfAbsent(column, c -> new TreeMap<>())
          .put(row, result.getPrimaryResult().getScore());
    }
    columns.forEach((column, times) -> print(column, times, rows, rivals));
  }

  private static void print(
      String column, Map<String, Double> times, Map<String, String> rows, List<String> rivals) {
    System.out.println("\n" + column.strip() + "\n");
    System.out.println("| | time | " + String.join(" | ", rivals) + " |");
    System.out.println("|---|---:|" + "---:|".repeat(rivals.size()));
    for (String row : rows.keySet()) {
      if (!times.containsKey(row)) {
        continue;
      }
      double time = times.get(row);
      String ratios =
          rivals.stream()
              .map(rival -> times.containsKey(rival) ? ratio(times.get(rival) / time) : "")
              .collect(Collectors.joining(" | "));
      System.out.println("| " + row + " | " + shown(time) + " | " + ratios + " |");
    }
  }

  /**
   * A row for each set of parameters, a column for each method, and how many times longer each
   * takes than {@code unit}.
   */
  static void printByMethod(Collection<RunResult> results, String unit) {
    Map<String, Map<String, Double>> rows = new TreeMap<>();
    Map<String, String> methods = new LinkedHashMap<>();
    for (RunResult result : results) {
      String name = result.getParams().getBenchmark();
      String method = name.substring(name.lastIndexOf('.') + 1);
      methods.put(method, method);
      String row =
          result.getParams().getParamsKeys().stream()
              .sorted(Comparator.reverseOrder())
              .map(key -> sortable(result.getParams().getParam(key)))
              .collect(Collectors.joining(" "));
      rows.computeIfAbsent(row, r -> new TreeMap<>())
          .put(method, result.getPrimaryResult().getScore());
    }
    System.out.println("\n| | " + String.join(" | ", methods.keySet()) + " |");
    System.out.println("|---|" + "---:|".repeat(methods.size()));
    rows.forEach(
        (row, times) ->
            System.out.println(
                methods.keySet().stream()
                    .map(m -> shown(times.get(m)) + " = " + ratio(times.get(m) / times.get(unit)))
                    .collect(Collectors.joining(" | ", "| " + row + " | ", " |"))));
  }

  private static String sortable(String value) {
    return value.matches("[0-9]+") ? " ".repeat(9 - value.length()) + value : value;
  }

  private static String ratio(double ratio) {
    return ratio < 10 ? "%.1f ×".formatted(ratio) : "%,.0f ×".formatted(ratio);
  }

  private static String shown(double nanos) {
    return nanos < 10_000
        ? "%,.0f ns".formatted(nanos)
        : nanos < 10_000_000
            ? "%,.1f µs".formatted(nanos / 1e3)
            : "%,.1f ms".formatted(nanos / 1e6);
  }
}
