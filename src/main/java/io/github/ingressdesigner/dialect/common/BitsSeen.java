package io.github.ingressdesigner.dialect.common;

/** A set of {@link UriText#plainBits}, to see that none comes twice. */
public final class BitsSeen {
  private long[] slots;
  private int size;

  /**
   * @param expected how many will come; it grows beyond
   */
  public BitsSeen(int expected) {
    slots = new long[Integer.highestOneBit(Math.max(8, expected * 2)) * 2];
  }

  /** False if these bits were there before. 0 stands for nothing and is always new. */
  public boolean add(long bits) {
    if (bits == 0) {
      return true;
    }
    if (2 * size >= slots.length) {
      grow();
    }
    int slot = slot(bits);
    if (slots[slot] == bits) {
      return false;
    }
    slots[slot] = bits;
    size++;
    return true;
  }

  private int slot(long bits) {
    int mask = slots.length - 1;
    int slot = (int) (bits * 0x9e3779b97f4a7c15L >>> 32) & mask;
    while (slots[slot] != 0 && slots[slot] != bits) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    long[] before = slots;
    slots = new long[before.length * 2];
    for (long bits : before) {
      if (bits != 0) {
        slots[slot(bits)] = bits;
      }
    }
  }
}
