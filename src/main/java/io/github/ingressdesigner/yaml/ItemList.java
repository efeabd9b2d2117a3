package io.github.ingressdesigner.yaml;

import io.github.ingressdesigner.yaml.YamlNode.Item;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * Items in two flat arrays, so that a sequence of many thousand items is copied and shifted in no
 * time after an edit.
 */
final class ItemList extends AbstractList<Item> implements RandomAccess {
  /** Per item: start, node offset. */
  private final int[] offsets;

  private final YamlNode[] nodes;

  private ItemList(int[] offsets, YamlNode[] nodes) {
    this.offsets = offsets;
    this.nodes = nodes;
  }

  static ItemList copyOf(List<Item> items) {
    if (items instanceof ItemList list) {
      return list;
    }
    Builder builder = new Builder(0);
    for (Item item : items) {
      builder.add(item.start(), item.nodeOffset(), item.node());
    }
    return builder.build();
  }

  @Override
  public Item get(int index) {
    return new Item(offsets[2 * index], offsets[2 * index + 1], nodes[index]);
  }

  @Override
  public int size() {
    return nodes.length;
  }

  int start(int index) {
    return offsets[2 * index];
  }

  /** Index of the last item that starts before the offset or there; -1 if none. */
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

  /** Collects items by absolute offsets. */
  static final class Builder {
    private final int base;
    private int[] offsets = new int[16];
    private YamlNode[] nodes = new YamlNode[8];
    private int size;

    Builder(int base) {
      this.base = base;
    }

    void add(int start, int nodeStart, YamlNode node) {
      grow(1);
      offsets[2 * size] = start - base;
      offsets[2 * size + 1] = nodeStart - base;
      nodes[size++] = node;
    }

    /** Adds some items of a sequence that starts at {@code start}, after a shift. */
    void addAll(ItemList list, int from, int to, int start) {
      int count = to - from;
      grow(count);
      int shift = start - base;
      for (int i = 0; i < 2 * count; i++) {
        offsets[2 * size + i] = list.offsets[2 * from + i] + shift;
      }
      System.arraycopy(list.nodes, from, nodes, size, count);
      size += count;
    }

    private void grow(int count) {
      int wanted = size + count;
      if (wanted > nodes.length) {
        int capacity = count > 1 ? wanted : size + size / 2 + 4;
        nodes = Arrays.copyOf(nodes, capacity);
        offsets = Arrays.copyOf(offsets, 2 * capacity);
      }
    }

    ItemList build() {
      return nodes.length == size
          ? new ItemList(offsets, nodes)
          : new ItemList(Arrays.copyOf(offsets, 2 * size), Arrays.copyOf(nodes, size));
    }
  }
}
