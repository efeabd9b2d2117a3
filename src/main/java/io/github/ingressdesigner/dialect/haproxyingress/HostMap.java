package io.github.ingressdesigner.dialect.haproxyingress;

import io.github.ingressdesigner.dialect.common.Later;
import io.github.ingressdesigner.dialect.common.OrderedPaths;
import io.github.ingressdesigner.dialect.common.PathTest;
import io.github.ingressdesigner.dialect.common.RegexFlavor;
import io.github.ingressdesigner.dialect.common.RouteRegex;
import io.github.ingressdesigner.route.Request;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All lines of one frontend, in the order in which HAProxy asks them: lines with header conditions;
 * the lines of the host that is equal; expressions (wildcard hosts, aliases by expression, paths
 * that are expressions), the longest text first (haproxy.tmpl, frontends).
 */
final class HostMap {
  private static final int HOST = 1 << 24;
  private static final int EXPRESSION = 1 << 25;

  static final HostMap NONE = new HostMap(Map.of(), List.of());

  /** Lines of one host while they are collected. */
  private static final class Collected {
    final OrderedPaths.Builder<Line> exact = OrderedPaths.builder();
    final OrderedPaths.Builder<Line> lower = OrderedPaths.builder();
    final List<Line> all = new ArrayList<>();

    /** False for an expression that cannot be read. */
    boolean add(int rank, MapEntry entry) {
      Optional<PathTest> test = entry.test();
      if (test.isEmpty()) {
        return false;
      }
      Line line = new Line(rank, entry);
      all.add(line);
      boolean isLower = entry.target().match() == MatchType.BEGIN && !entry.isWildcard();
      (isLower ? lower : exact).add(rank, test.get(), line);
      return true;
    }

    Lines lines() {
      all.sort(Comparator.comparingInt(Line::rank));
      return new Lines(all, exact.build(), lower.build());
    }
  }

  /** Lines of one host; begin lines are asked with the path in lower case. */
  private record Lines(List<Line> all, OrderedPaths<Line> paths, OrderedPaths<Line> lower) {}

  /** An entry and when it is asked. */
  record Line(int rank, MapEntry entry) {}

  /**
   * A line that is asked for every host, since its host and path are one expression: an alias by
   * expression, or a path with alternatives, of which only the first is bound to the host.
   */
  private record AliasLine(int rank, RouteRegex regex, MapEntry entry) {}

  /**
   * An alias by expression.
   *
   * @param expression of the host
   */
  record Alias(String expression, List<Target> targets) {}

  private final Map<String, Later<Lines>> hosts = new LinkedHashMap<>();
  private final Map<String, Later<Lines>> wildcards = new HashMap<>();
  private final List<AliasLine> aliases = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();

  /**
   * @param entries of every host in the order made
   * @param aliasExpressions hosts that are expressions
   */
  HostMap(Map<String, List<MapEntry>> entries, List<Alias> aliasExpressions) {
    Building building = new Building();
    List<MapEntry> expressions = new ArrayList<>();
    int filter = 0;
    for (Map.Entry<String, List<MapEntry>> host : entries.entrySet()) {
      List<MapEntry> plain = new ArrayList<>();
      List<MapEntry> filtered = new ArrayList<>();
      for (MapEntry entry : host.getValue()) {
        if (!entry.target().headers().isEmpty()) {
          filtered.add(entry);
        } else if (entry.isExpression()) {
          expressions.add(entry);
        } else {
          plain.add(entry);
        }
      }
      for (MapEntry entry : byFile(filtered)) {
        building.add(filter++, entry);
      }
      int rank = HOST;
      for (MapEntry entry : MapOrder.of(plain)) {
        building.add(rank++, entry);
      }
    }
    addExpressions(building, expressions, aliasExpressions);
    building.hosts.forEach((host, lines) -> hosts.put(host, new Later<>(lines::lines)));
    building.wildcards.forEach((host, lines) -> wildcards.put(host, new Later<>(lines::lines)));
  }

  private HostMap() {}

  /**
   * The map of hosts whose paths stand for themselves: no expressions, no conditions, no aliases,
   * no redirects. The lines of a host are made at the first question for it.
   */
  static HostMap later(Stream<Host> hosts) {
    HostMap map = new HostMap();
    hosts.forEach(
        host -> {
          boolean isWildcard = host.name.startsWith("*.");
          (isWildcard ? map.wildcards : map.hosts)
              .put(isWildcard ? host.name.substring(2) : host.name, new Later<>(() -> lines(host)));
        });
    return map;
  }

  private static Lines lines(Host host) {
    List<MapEntry> entries = new ArrayList<>(host.targets().size());
    for (Target target : host.targets()) {
      entries.add(new MapEntry(host.name, false, target, entries.size()));
    }
    Collected lines = new Collected();
    boolean isWildcard = host.name.startsWith("*.");
    int rank = isWildcard ? EXPRESSION : HOST;
    for (MapEntry entry : isWildcard ? longestKeyFirst(entries) : MapOrder.of(entries)) {
      lines.add(rank++, entry);
    }
    return lines.lines();
  }

  private static List<MapEntry> longestKeyFirst(List<MapEntry> entries) {
    return entries.stream()
        .map(entry -> new Expression(entry.key(), entry, Optional.empty()))
        .sorted(Expression.LONGEST_FIRST)
        .map(Expression::entry)
        .toList();
  }

  /** The hosts while they are built. */
  private final class Building {
    final Map<String, Collected> hosts = new LinkedHashMap<>();
    final Map<String, Collected> wildcards = new HashMap<>();

    Collected linesOf(MapEntry entry) {
      return entry.isWildcard()
          ? wildcards.computeIfAbsent(entry.host().substring(2), h -> new Collected())
          : hosts.computeIfAbsent(entry.host(), h -> new Collected());
    }

    void add(int rank, MapEntry entry) {
      if (!linesOf(entry).add(rank, entry)) {
        refused.add("The expression " + entry.target().path() + " cannot be read.");
      }
    }
  }

  /** Each condition and type has a file of its own, made when the first path needs it. */
  private static List<MapEntry> byFile(List<MapEntry> filtered) {
    List<MapEntry> sorted = new ArrayList<>(filtered);
    sorted.sort(
        Comparator.comparingInt((MapEntry e) -> headerOrder(filtered, e))
            .thenComparing(MapEntry::path, Comparator.reverseOrder()));
    Map<List<Object>, List<MapEntry>> files = new LinkedHashMap<>();
    for (MapEntry entry : sorted) {
      List<Object> file = List.of(entry.target().headers().toString(), entry.target().match());
      files.computeIfAbsent(file, f -> new ArrayList<>()).add(entry);
    }
    return files.values().stream().flatMap(List::stream).toList();
  }

  /** Conditions in the order of their Ingresses. */
  private static int headerOrder(List<MapEntry> filtered, MapEntry entry) {
    for (MapEntry other : filtered) {
      if (other.target().headers().toString().equals(entry.target().headers().toString())) {
        return other.order();
      }
    }
    return entry.order();
  }

  private record Expression(String key, MapEntry entry, Optional<Alias> alias) {
    static final Comparator<Expression> LONGEST_FIRST =
        Comparator.comparingInt((Expression e) -> -e.key().length())
            .thenComparing(Expression::key)
            .thenComparing(e -> e.entry().order());
  }

  private void addExpressions(
      Building building, List<MapEntry> entries, List<Alias> aliasExpressions) {
    List<Expression> all = new ArrayList<>();
    entries.forEach(entry -> all.add(new Expression(entry.key(), entry, Optional.empty())));
    for (Alias alias : aliasExpressions) {
      String host = alias.expression();
      String front = host.endsWith("$") ? host.substring(0, host.length() - 1) : host + "[^/]*";
      for (Target target : alias.targets()) {
        String key = front + "#" + MapEntry.pathExpression(target);
        MapEntry entry = new MapEntry(host, true, target, all.size());
        all.add(new Expression(key, entry, Optional.of(alias)));
      }
    }
    all.sort(Expression.LONGEST_FIRST);
    int rank = EXPRESSION;
    for (Expression one : all) {
      if (one.alias().isEmpty() && !one.entry().leavesHost()) {
        building.add(rank++, one.entry());
        continue;
      }
      switch (RegexFlavor.PCRE.compile(one.key(), false)) {
        case RegexFlavor.Result.Compiled(RouteRegex regex) -> {
          aliases.add(new AliasLine(rank, regex, one.entry()));
          if (one.alias().isEmpty()) {
            building.linesOf(one.entry()).all.add(new Line(rank, one.entry()));
          }
          rank++;
        }
        case RegexFlavor.Result.Refused(String reason) -> refused.add(reason);
      }
    }
  }

  /**
   * The line that takes a request, or null.
   *
   * @param host in lower case, without port
   */
  @Nullable Line find(String host, Request request) {
    Predicate<Line> accepts = line -> accepts(line.entry(), request);
    String path = request.path();
    Line best = first(hosts.get(host), path, accepts, null);
    int dot = host.indexOf('.');
    if (dot > 0 && !wildcards.isEmpty()) {
      best = first(wildcards.get(host.substring(dot + 1)), path, accepts, best);
    }
    if (aliases.isEmpty()) {
      return best;
    }
    String base = host + "#" + path;
    for (AliasLine alias : aliases) {
      boolean before = best == null || alias.rank() < best.rank();
      if (before && alias.regex().finds(base) && accepts(alias.entry(), request)) {
        return new Line(alias.rank(), alias.entry());
      }
    }
    return best;
  }

  private static @Nullable Line first(
      @Nullable Later<Lines> later, String path, Predicate<Line> accepts, @Nullable Line best) {
    if (later == null) {
      return best;
    }
    Lines lines = later.get();
    Line found = better(lines.paths, path, accepts, best);
    return lines.lower.isEmpty() ? found : better(lines.lower, lower(path), accepts, found);
  }

  private static @Nullable Line better(
      OrderedPaths<Line> paths, String path, Predicate<Line> accepts, @Nullable Line best) {
    Line found = paths.firstRoute(path, accepts);
    return found != null && (best == null || found.rank() < best.rank()) ? found : best;
  }

  /** Whether a line stands in the list of expressions. */
  static boolean isExpression(Line line) {
    return line.rank() >= EXPRESSION;
  }

  static boolean accepts(MapEntry entry, Request request) {
    for (HeaderTest header : entry.target().headers()) {
      if (!header.accepts(request)) {
        return false;
      }
    }
    return true;
  }

  private static String lower(String path) {
    return path.toLowerCase(Locale.ROOT);
  }

  /** Hosts as they are written, without aliases by expression. */
  List<String> names() {
    List<String> names = new ArrayList<>(hosts.keySet());
    wildcards.keySet().stream().sorted().forEach(suffix -> names.add("*." + suffix));
    return names;
  }

  /** The lines of one host in the order asked. */
  List<Line> lines(String name) {
    Later<Lines> lines = name.startsWith("*.") ? wildcards.get(name.substring(2)) : hosts.get(name);
    return lines == null ? List.of() : lines.get().all;
  }

  /** The lines that may take a request for this host, in the order asked. */
  List<Line> candidates(String host) {
    List<Line> all = new ArrayList<>(lines(host));
    int dot = host.indexOf('.');
    if (dot > 0) {
      all.addAll(lines("*." + host.substring(dot + 1)));
    }
    for (AliasLine alias : aliases) {
      if (all.stream().noneMatch(line -> line.entry() == alias.entry())) {
        all.add(new Line(alias.rank(), alias.entry()));
      }
    }
    all.sort(Comparator.comparingInt(Line::rank));
    return all;
  }

  /** Whether this very line takes the request. */
  boolean takes(Line line, String host, Request request) {
    for (AliasLine alias : aliases) {
      if (alias.entry() == line.entry()) {
        return alias.regex().finds(host + "#" + request.path());
      }
    }
    boolean lower = line.entry().target().match() == MatchType.BEGIN && !line.entry().isWildcard();
    String path = lower ? lower(request.path()) : request.path();
    return line.entry().test().filter(test -> test.takes(path)).isPresent();
  }

  boolean isEmpty() {
    return hosts.isEmpty() && wildcards.isEmpty() && aliases.isEmpty();
  }

  /** Expressions that HAProxy cannot load; then it keeps its old configuration. */
  List<String> refused() {
    return refused;
  }
}
