package io.github.ingressdesigner.dialect.ingressnginx;

import java.util.Optional;

/** Lists of IP addresses and CIDR ranges, as Go's net package reads them. */
final class Ranges {
  private Ranges() {}

  /**
   * An address and how many of its bits count.
   *
   * @param bytes 4 or 16, each 0 to 255
   */
  private record Range(int[] bytes, int bits) {
    boolean contains(int[] address) {
      if (address.length != bytes.length) {
        return false;
      }
      for (int i = 0; i < bits; i++) {
        int mask = 0x80 >> (i & 7);
        if ((address[i >> 3] & mask) != (bytes[i >> 3] & mask)) {
          return false;
        }
      }
      return true;
    }
  }

  static boolean isValid(String list) {
    for (String one : list.split(",", -1)) {
      if (range(one.strip()).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  static boolean contain(String list, String address) {
    Optional<int[]> wanted = bytes(address.strip());
    if (wanted.isEmpty()) {
      return false;
    }
    for (String one : list.split(",")) {
      if (range(one.strip()).filter(range -> range.contains(wanted.get())).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Range> range(String text) {
    int slash = text.indexOf('/');
    Optional<int[]> address = bytes(slash < 0 ? text : text.substring(0, slash));
    if (address.isEmpty()) {
      return Optional.empty();
    }
    int most = address.get().length * 8;
    String bits = slash < 0 ? Integer.toString(most) : text.substring(slash + 1);
    return bits.matches("0|[1-9][0-9]{0,2}") && Integer.parseInt(bits) <= most
        ? Optional.of(new Range(address.get(), Integer.parseInt(bits)))
        : Optional.empty();
  }

  private static Optional<int[]> bytes(String address) {
    return address.indexOf(':') < 0 ? four(address) : sixteen(address);
  }

  private static Optional<int[]> four(String address) {
    String[] parts = address.split("\\.", -1);
    int[] bytes = new int[4];
    if (parts.length != 4) {
      return Optional.empty();
    }
    for (int i = 0; i < 4; i++) {
      if (!parts[i].matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(parts[i]) > 255) {
        return Optional.empty();
      }
      bytes[i] = Integer.parseInt(parts[i]);
    }
    return Optional.of(bytes);
  }

  private static Optional<int[]> sixteen(String address) {
    int gap = address.indexOf("::");
    String[] front = groups(gap < 0 ? address : address.substring(0, gap));
    String[] end = gap < 0 ? new String[0] : groups(address.substring(gap + 2));
    int count = front.length + end.length;
    if (gap < 0 ? count != 8 : count > 7) {
      return Optional.empty();
    }
    int[] bytes = new int[16];
    boolean valid = fill(bytes, 0, front) && fill(bytes, 8 - end.length, end);
    return valid ? Optional.of(bytes) : Optional.empty();
  }

  private static String[] groups(String text) {
    return text.isEmpty() ? new String[0] : text.split(":", -1);
  }

  private static boolean fill(int[] bytes, int from, String[] groups) {
    for (int i = 0; i < groups.length; i++) {
      if (!groups[i].matches("[0-9A-Fa-f]{1,4}")) {
        return false;
      }
      int group = Integer.parseInt(groups[i], 16);
      bytes[(from + i) * 2] = group >> 8;
      bytes[(from + i) * 2 + 1] = group & 0xff;
    }
    return true;
  }
}
