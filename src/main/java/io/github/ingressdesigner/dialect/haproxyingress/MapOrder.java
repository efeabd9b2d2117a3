package io.github.ingressdesigner.dialect.haproxyingress;

import io.github.ingressdesigner.dialect.common.StringIndex;
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

  private static final Comparator<MapEntry> LONGEST_FIRST =
      Comparator.comparing(MapEntry::path, Comparator.reverseOrder())
          .thenComparing(MapEntry::order);

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

  private static List<MapFile> early(List<MapEntry> sorted) {
    StringIndex byPath = new StringIndex(sorted.size());
    int[] next = new int[sorted.size()];
    for (int i = sorted.size() - 1; i >= 0; i--) {
      next[i] = byPath.put(sorted.get(i).path(), i);
    }
    List<MapFile> files = new ArrayList<>();
    @Nullable MapFile[] own = new MapFile[sorted.size()];
    @Nullable MapFile[] upper = new MapFile[sorted.size()];
    int[] shorter = new int[0];
    for (int i = 0; i < sorted.size(); i++) {
      MapEntry longer = sorted.get(i);
      if (longer.target().match() == MatchType.EXACT) {
        continue;
      }
      String path = longer.path();
      shorter = shorter.length < path.length() ? new int[path.length()] : shorter;
      int hash = 0;
      for (int length = 0; length < path.length(); length++) {
        shorter[length] = byPath.get(path, 0, length, hash);
        hash = 31 * hash + path.charAt(length);
      }
      for (int length = path.length() - 1; length > 0; length--) {
        for (int j = shorter[length]; j != StringIndex.NONE; j = next[j]) {
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
