package io.github.ingressdesigner.dialect.common;

import org.jspecify.annotations.Nullable;

/**
 * A hash table from strings to numbers from 0, which also finds a part of a string, so that a
 * request is looked up without cutting it into pieces. Filled once, then only read.
 */
public final class StringIndex {
  /** No such key. */
  public static final int NONE = -1;

  private final @Nullable String[] keys;
  private final int[] values;
  private final int mask;
  private int size;

  /**
   * @param capacity how many keys will be put at most
   */
  public StringIndex(int capacity) {
    int slots = Integer.highestOneBit(Math.max(1, capacity) * 2) * 2;
    keys = new String[slots];
    values = new int[slots];
    mask = slots - 1;
  }

  /**
   * Sets the value of a key; returns the value before, or {@link #NONE}.
   *
   * @throws IllegalStateException when more keys come than were announced
   */
  public int put(String key, int value) {
    int slot = slot(key, 0, key.length(), key.hashCode());
    if (keys[slot] != null) {
      int before = values[slot];
      values[slot] = value;
      return before;
    }
    if (++size > mask) {
      throw new IllegalStateException("index is full at " + size + " keys");
    }
    keys[slot] = key;
    values[slot] = value;
    return NONE;
  }

  /** The value of a key, or {@link #NONE}. */
  public int get(String key) {
    return get(key, 0, key.length(), key.hashCode());
  }

  /**
   * The value of the key that stands in {@code text} at {@code from} to {@code to}, or {@link
   * #NONE}.
   *
   * @param hash of that part, as {@link String#hashCode()} would give it
   */
  public int get(String text, int from, int to, int hash) {
    int slot = slot(text, from, to, hash);
    return keys[slot] == null ? NONE : values[slot];
  }

  public boolean isEmpty() {
    return size == 0;
  }

  /** Where the key is, or the free slot where it would be. */
  private int slot(String text, int from, int to, int hash) {
    int slot = (hash ^ hash >>> 15) & mask;
    for (String key = keys[slot]; key != null; key = keys[slot]) {
      if (key.length() == to - from && text.startsWith(key, from)) {
        return slot;
      }
      slot = slot + 1 & mask;
    }
    return slot;
  }
}
