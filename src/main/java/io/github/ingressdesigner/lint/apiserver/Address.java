package io.github.ingressdesigner.lint.apiserver;

import java.util.Arrays;
import java.util.Optional;

/**
 * An IP address as k8s.io/utils/net reads it, which is less strict than others: numbers may have
 * leading zeros.
 *
 * @param groups eight groups of 16 bits; an IPv4 address is mapped into IPv6
 * @param strict whether stricter readers accept the same text
 * @param mapped whether it is written as an IPv6 address that holds an IPv4 address
 */
record Address(int[] groups, boolean strict, boolean mapped) {
  static Optional<Address> parse(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '.') {
        return fourParts(text);
      }
      if (text.charAt(i) == ':') {
        return new V6Reader(text).read();
      }
    }
    return Optional.empty();
  }

  private static Optional<Address> fourParts(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4) {
      return Optional.empty();
    }
    int[] bytes = new int[4];
    boolean strict = true;
    for (int i = 0; i < 4; i++) {
      bytes[i] = number(parts[i], 10, 0xFF);
      if (bytes[i] < 0) {
        return Optional.empty();
      }
      strict &= parts[i].length() == 1 || parts[i].charAt(0) != '0';
    }
    int[] groups = {0, 0, 0, 0, 0, 0xFFFF, bytes[0] << 8 | bytes[1], bytes[2] << 8 | bytes[3]};
    return Optional.of(new Address(groups, strict, false));
  }

  /** The number, or -1 where it is none or too large. */
  static int number(String text, int radix, int most) {
    int number = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) < 0x80 ? Character.digit(text.charAt(i), radix) : -1;
      number = number * radix + digit;
      if (digit < 0 || number > most) {
        return -1;
      }
    }
    return text.isEmpty() ? -1 : number;
  }

  boolean isV4() {
    return groups[5] == 0xFFFF && zero(0, 5);
  }

  private boolean zero(int from, int to) {
    return Arrays.stream(groups, from, to).allMatch(group -> group == 0);
  }

  boolean isUnspecified() {
    return isV4() ? zero(6, 8) : zero(0, 8);
  }

  boolean isLoopback() {
    return isV4() ? groups[6] >> 8 == 127 : zero(0, 7) && groups[7] == 1;
  }

  boolean isLinkLocal() {
    return isV4() ? groups[6] == 0xA9FE : (groups[0] & 0xFFC0) == 0xFE80;
  }

  boolean isLinkLocalMulticast() {
    return isV4() ? groups[6] == 0xE000 && groups[7] >> 8 == 0 : (groups[0] & 0xFF0F) == 0xFF02;
  }

  /** The address without the bits behind a prefix. */
  Address masked(int bits) {
    int[] masked = groups.clone();
    int known = isV4() ? bits + 96 : bits;
    for (int i = 0; i < 8; i++) {
      int left = Math.clamp(known - 16L * i, 0, 16);
      masked[i] &= 0xFFFF << (16 - left) & 0xFFFF;
    }
    return new Address(masked, strict, mapped);
  }

  boolean sameAs(Address other) {
    return Arrays.equals(groups, other.groups);
  }

  /** As Go's net.IP prints it: an IPv4 address as four numbers, however it was written. */
  @Override
  public String toString() {
    return isV4() ? v4() : v6();
  }

  private String v4() {
    return "%d.%d.%d.%d"
        .formatted(groups[6] >> 8, groups[6] & 0xFF, groups[7] >> 8, groups[7] & 0xFF);
  }

  /** By RFC 5952: the longest run of zeros is left out. */
  private String v6() {
    int start = -1;
    int length = 1;
    for (int i = 0; i < 8; i++) {
      int end = i;
      while (end < 8 && groups[end] == 0) {
        end++;
      }
      if (end - i > length) {
        start = i;
        length = end - i;
      }
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      if (i == start) {
        text.append("::");
        i += length - 1;
      } else {
        boolean first = text.isEmpty() || text.charAt(text.length() - 1) == ':';
        text.append(first ? "" : ":").append(Integer.toHexString(groups[i]));
      }
    }
    return text.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Address address
        && sameAs(address)
        && strict == address.strict
        && mapped == address.mapped;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(groups);
  }

  /** Reads groups of hexadecimal digits with at most one gap. */
  private static final class V6Reader {
    private final String text;
    private final int[] groups = new int[8];
    private int count;
    private int gap = -1;
    private boolean strict = true;
    private boolean dotted;

    V6Reader(String text) {
      this.text = text;
    }

    Optional<Address> read() {
      String rest = text;
      if (rest.startsWith("::")) {
        gap = 0;
        rest = rest.substring(2);
      }
      while (!rest.isEmpty()) {
        int colon = rest.indexOf(':');
        String group = colon < 0 ? rest : rest.substring(0, colon);
        if (!take(group, colon < 0)) {
          return Optional.empty();
        }
        if (colon < 0) {
          break;
        }
        rest = rest.substring(colon + 1);
        if (rest.isEmpty()) {
          return Optional.empty();
        }
        if (rest.charAt(0) == ':') {
          if (gap >= 0) {
            return Optional.empty();
          }
          gap = count;
          rest = rest.substring(1);
        }
      }
      return whole();
    }

    private boolean take(String group, boolean last) {
      if (last && group.indexOf('.') >= 0) {
        Optional<Address> four = fourParts(group);
        if (four.isEmpty() || count > 6 || gap < 0 && count != 6) {
          return false;
        }
        strict &= four.get().strict();
        dotted = true;
        groups[count++] = four.get().groups()[6];
        groups[count++] = four.get().groups()[7];
        return true;
      }
      int number = number(group, 16, 0xFFFF);
      if (number < 0 || count == 8) {
        return false;
      }
      strict &= group.length() <= 4;
      groups[count++] = number;
      return true;
    }

    private Optional<Address> whole() {
      if (count < 8 ? gap < 0 : gap >= 0) {
        return Optional.empty();
      }
      if (gap >= 0) {
        int moved = count - gap;
        System.arraycopy(groups, gap, groups, 8 - moved, moved);
        Arrays.fill(groups, gap, 8 - moved, 0);
      }
      Address address = new Address(groups, strict, false);
      return Optional.of(new Address(groups, strict, address.isV4() || dotted && address.isV4()));
    }
  }
}
