package io.github.ingressdesigner.dialect.haproxyingress;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * In which order the lines of one host are asked: exact lines; then the files that are made where a
 * longer path of one type begins with a shorter one of another; then all prefix lines, all begin
 * lines; in each file the longest first (rebuildMatchFiles of pkg/haproxy/types/maps.go).
 */
final class MapOrder {
  /** A file of lines of one type; files that overlaps demand are asked before the usual ones. */
  private static final class MapFile {
    final MatchType match;
    final List<MapEntry> entries = new ArrayList<>();

    MapFile(MatchType match) {
      this.match = match;
    }
  }

  private static final int NONE = -1;

  private static final Comparator<MapEntry> LONGEST_FIRST =
      (a, b) -> {
        int order = b.path().compareTo(a.path());
        return order != 0 ? order : Integer.compare(a.order(), b.order());
      };

  private MapOrder() {}

  /**
   * @param entries of one host, no expressions, none with header conditions
   */
  static List<MapEntry> of(List<MapEntry> entries) {
    List<MapEntry> sorted = new ArrayList<>(entries);
    sorted.sort(LONGEST_FIRST);
    List<MapFile> early = isMixed(sorted) ? early(sorted) : List.of();
    Set<MapEntry> placed =
        early.isEmpty() ? Set.of() : Collections.newSetFromMap(new IdentityHashMap<>());
    early.forEach(file -> placed.addAll(file.entries));
    List<MapEntry> result = new ArrayList<>(entries.size());
    add(sorted, MatchType.EXACT, placed, result);
    for (MapFile file : early) {
      file.entries.sort(LONGEST_FIRST);
      result.addAll(file.entries);
    }
    add(sorted, MatchType.PREFIX, placed, result);
    add(sorted, MatchType.BEGIN, placed, result);
    return result;
  }

  private static void add(
      List<MapEntry> sorted, MatchType match, Set<MapEntry> placed, List<MapEntry> result) {
    for (MapEntry entry : sorted) {
      if (entry.target().match() == match && !placed.contains(entry)) {
        result.add(entry);
      }
    }
  }

  private static boolean isMixed(List<MapEntry> entries) {
    boolean hasPrefix = false;
    boolean hasBegin = false;
    for (MapEntry entry : entries) {
      hasPrefix |= entry.target().match() == MatchType.PREFIX;
      hasBegin |= entry.target().match() == MatchType.BEGIN;
    }
    return hasPrefix && hasBegin;
  }

  /**
   * For each entry the next one in the order whose path is the same or a beginning of its own;
   * {@link #NONE} without one. From the last to the first, those stand on a stack.
   */
  private static int[] shorter(List<MapEntry> sorted) {
    int[] shorter = new int[sorted.size()];
    int[] open = new int[sorted.size()];
    int depth = 0;
    for (int i = sorted.size() - 1; i >= 0; i--) {
      String path = sorted.get(i).path();
      while (depth > 0 && !path.startsWith(sorted.get(open[depth - 1]).path())) {
        depth--;
      }
      shorter[i] = depth == 0 ? NONE : open[depth - 1];
      open[depth++] = i;
    }
    return shorter;
  }

  private static List<MapFile> early(List<MapEntry> sorted) {
    int[] shorter = shorter(sorted);
    List<MapFile> files = new ArrayList<>();
    @Nullable MapFile[] own = new MapFile[sorted.size()];
    @Nullable MapFile[] upper = new MapFile[sorted.size()];
    for (int i = 0; i < sorted.size(); i++) {
      MapEntry longer = sorted.get(i);
      if (longer.target().match() == MatchType.EXACT) {
        continue;
      }
      String path = longer.path();
      for (int j = shorter[i]; j != NONE; j = shorter[j]) {
        if (sorted.get(j).path().length() < path.length()) {
          MatchType other = sorted.get(j).target().match();
          if (other == MatchType.EXACT || other == longer.target().match()) {
            continue;
          }
          if (own[i] == null) {
            own[i] = findOrCreate(files, longer, upper[i]);
          }
          upper[j] = own[i];
        }
      }
    }
    return files;
  }

  private static MapFile findOrCreate(
      List<MapFile> files, MapEntry entry, @Nullable MapFile starting) {
    int start = starting == null ? 0 : files.indexOf(starting);
    for (int i = start; i < files.size(); i++) {
      if (files.get(i).match == entry.target().match()) {
        files.get(i).entries.add(entry);
        return files.get(i);
      }
    }
    MapFile created = new MapFile(entry.target().match());
    created.entries.add(entry);
    files.add(created);
    return created;
  }
}
