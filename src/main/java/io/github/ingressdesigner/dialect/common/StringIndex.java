package io.github.ingressdesigner.dialect.common;

import org.jspecify.annotations.Nullable;

/**
 * A hash table from strings to numbers from 0, which also finds a part of a string, so that a
 * request is looked up without cutting it into pieces. Filled once, then only read.
 */
public sealed class StringIndex permits PathIndex {
  /** No such key. */
  public static final int NONE = -1;

  /** Hash and value + 1 in one word, so that a miss touches no other memory; 0 is free. */
  private final long[] slots;

  private final @Nullable String[] keys;
  private final int mask;
  private int size;

  /**
   * @param capacity how many keys will be put at most
   */
  public StringIndex(int capacity) {
    // Between a third and two thirds full: one probe most times, and little memory to walk over.
    int length = Integer.highestOneBit(Math.max(1, capacity * 3 / 2)) * 2;
    slots = new long[length];
    keys = new String[length];
    mask = length - 1;
  }

  /**
   * Sets the value of a key; returns the value before, or {@link #NONE}.
   *
   * @param value from 0
   * @throws IllegalStateException when many more keys come than were announced
   */
  public int put(String key, int value) {
    return put(key, key.hashCode(), value);
  }

  /** The same with a hash of the caller's making, which must then be given to find it again. */
  public int put(String key, int hash, int value) {
    int slot = slot(key, 0, key.length(), hash);
    int before = value(slots[slot]);
    if (before == NONE && ++size > mask) {
      throw new IllegalStateException("index is full at " + size + " keys");
    }
    keys[slot] = key;
    slots[slot] = (long) hash << 32 | value + 1;
    return before;
  }

  /** The value of a key, or {@link #NONE}. */
  public int get(String key) {
    return get(key, 0, key.length(), key.hashCode());
  }

  /** The value of a key that was put with a hash of the caller's making, or {@link #NONE}. */
  public int get(String key, int hash) {
    return get(key, 0, key.length(), hash);
  }

  /**
   * The value of the key that stands in {@code text} at {@code from} to {@code to}, or {@link
   * #NONE}.
   *
   * @param hash of that part, as {@link String#hashCode()} would give it
   */
  public int get(String text, int from, int to, int hash) {
    return value(slots[slot(text, from, to, hash)]);
  }

  private static int value(long slot) {
    return (int) slot - 1;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  /** Where the key is, or the free slot where it would be. */
  private int slot(String text, int from, int to, int hash) {
    int slot = (hash ^ hash >>> 15) & mask;
    while (slots[slot] != 0) {
      if ((int) (slots[slot] >>> 32) == hash && isKey(keys[slot], text, from, to)) {
        return slot;
      }
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private static boolean isKey(@Nullable String key, String text, int from, int to) {
    return key != null && key.length() == to - from && text.startsWith(key, from);
  }
}
