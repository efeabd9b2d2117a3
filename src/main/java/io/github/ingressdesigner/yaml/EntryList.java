package io.github.ingressdesigner.yaml;

import io.github.ingressdesigner.yaml.YamlNode.Entry;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * Entries in two flat arrays, so that a mapping of many thousand entries is copied and shifted in
 * no time after an edit.
 */
final class EntryList extends AbstractList<Entry> implements RandomAccess {
  private static final int START = 0;
  private static final int KEY = 1;
  private static final int VALUE = 2;

  /** Per entry: start, key offset, value offset. */
  private final int[] offsets;

  /** Per entry: key, value. */
  private final YamlNode[] nodes;

  private EntryList(int[] offsets, YamlNode[] nodes) {
    this.offsets = offsets;
    this.nodes = nodes;
  }

  static EntryList copyOf(List<Entry> entries) {
    if (entries instanceof EntryList list) {
      return list;
    }
    Builder builder = new Builder(0);
    for (Entry entry : entries) {
      builder.add(
          entry.start(), entry.keyOffset(), entry.key(), entry.valueOffset(), entry.value());
    }
    return builder.build();
  }

  @Override
  public Entry get(int index) {
    int at = 3 * index;
    return new Entry(
        offsets[at + START],
        offsets[at + KEY],
        nodes[2 * index],
        offsets[at + VALUE],
        nodes[2 * index + 1]);
  }

  @Override
  public int size() {
    return nodes.length / 2;
  }

  int start(int index) {
    return offsets[3 * index];
  }

  /** Index of the last entry that starts before the offset or there; -1 if none. */
  int lastStartingAt(int offset) {
    int low = 0;
    int high = size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (start(middle) <= offset) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return high;
  }

  /** Collects entries by absolute offsets. */
  static final class Builder {
    private final int base;
    private int[] offsets = new int[12];
    private YamlNode[] nodes = new YamlNode[8];
    private int size;

    Builder(int base) {
      this.base = base;
    }

    void add(int start, int keyStart, YamlNode key, int valueStart, YamlNode value) {
      grow(1);
      offsets[3 * size + START] = start - base;
      offsets[3 * size + KEY] = keyStart - base;
      offsets[3 * size + VALUE] = valueStart - base;
      nodes[2 * size] = key;
      nodes[2 * size + 1] = value;
      size++;
    }

    /** Adds some entries of a mapping that starts at {@code start}, after a shift. */
    void addAll(EntryList list, int from, int to, int start) {
      int count = to - from;
      grow(count);
      int shift = start - base;
      for (int i = 0; i < 3 * count; i++) {
        offsets[3 * size + i] = list.offsets[3 * from + i] + shift;
      }
      System.arraycopy(list.nodes, 2 * from, nodes, 2 * size, 2 * count);
      size += count;
    }

    private void grow(int count) {
      int wanted = size + count;
      if (2 * wanted > nodes.length) {
        int capacity = count > 1 ? wanted : size + size / 2 + 4;
        nodes = Arrays.copyOf(nodes, 2 * capacity);
        offsets = Arrays.copyOf(offsets, 3 * capacity);
      }
    }

    EntryList build() {
      return nodes.length == 2 * size
          ? new EntryList(offsets, nodes)
          : new EntryList(Arrays.copyOf(offsets, 3 * size), Arrays.copyOf(nodes, 2 * size));
    }
  }
}
