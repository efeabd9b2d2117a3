package io.github.ingressdesigner.dialect.ingressnginx;

/** Lists of addresses and CIDR ranges, checked as Go's net package does, by form. */
final class Ranges {
  private Ranges() {}

  static boolean isValid(String list) {
    for (String one : list.split(",")) {
      String range = one.strip();
      int slash = range.indexOf('/');
      String address = slash < 0 ? range : range.substring(0, slash);
      boolean six = address.contains(":");
      boolean valid = six ? address.matches("[0-9A-Fa-f:.]+") : isFour(address);
      int most = six ? 128 : 32;
      String bits = slash < 0 ? "0" : range.substring(slash + 1);
      if (!valid || !bits.matches("[0-9]{1,3}") || Integer.parseInt(bits) > most) {
        return false;
      }
    }
    return true;
  }

  private static boolean isFour(String address) {
    if (!address.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}")) {
      return false;
    }
    for (String part : address.split("\\.")) {
      if (Integer.parseInt(part) > 255) {
        return false;
      }
    }
    return true;
  }
}
