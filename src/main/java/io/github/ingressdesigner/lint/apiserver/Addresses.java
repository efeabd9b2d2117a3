package io.github.ingressdesigner.lint.apiserver;

import io.github.ingressdesigner.lint.LintRule;
import java.util.List;
import java.util.Optional;

/** Checks of addresses, after k8s.io/apimachinery/pkg/util/validation/ip.go. */
final class Addresses {
  private Addresses() {}

  /** An address and the length of a prefix. */
  private record Prefix(Address address, int bits, boolean plainBits) {
    static Optional<Prefix> parse(String text) {
      int slash = text.indexOf('/');
      if (slash < 0) {
        return Optional.empty();
      }
      Optional<Address> address = Address.parse(text.substring(0, slash));
      String bits = text.substring(slash + 1);
      boolean colons = text.substring(0, slash).indexOf(':') >= 0;
      int number = Address.number(bits, 10, colons ? 128 : 32);
      boolean plain = bits.length() == 1 || !bits.startsWith("0");
      return number < 0 ? Optional.empty() : address.map(a -> new Prefix(a, number, plain));
    }

    Address network() {
      return address.mapped() ? address.masked(bits - 96) : address.masked(bits);
    }

    @Override
    public String toString() {
      return network() + "/" + bits;
    }
  }

  /** IsValidIPForLegacyField. */
  static void legacyIp(LintRule rule, Field field, String value, Features features, Causes out) {
    Optional<Address> address = Address.parse(value);
    if (address.isEmpty()) {
      out.invalid(
          rule, field, value, "must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)");
    } else if (features.strictAddresses()) {
      if (!address.get().strict()) {
        out.invalid(rule, field, value, "must not have leading 0s");
      }
      if (address.get().strict() && address.get().mapped()) {
        out.invalid(rule, field, value, "must not be an IPv4-mapped IPv6 address");
      }
    }
  }

  /** IsValidCIDRForLegacyField. */
  static void legacyCidr(LintRule rule, Field field, String value, Features features, Causes out) {
    Optional<Prefix> read = Prefix.parse(value);
    if (read.isEmpty()) {
      out.invalid(
          rule, field, value, "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)");
    } else if (features.strictAddresses()) {
      Prefix prefix = read.get();
      if (!prefix.address().strict() || !prefix.plainBits()) {
        out.invalid(rule, field, value, "must not have leading 0s in IP or prefix length");
      } else if (prefix.address().mapped()) {
        out.invalid(rule, field, value, "must not have an IPv4-mapped IPv6 address");
      } else if (!prefix.address().sameAs(prefix.network())) {
        out.invalid(rule, field, value, "must not have bits set beyond the prefix length");
      }
    }
  }

  /** ValidateEndpointIP. */
  static void endpointIp(LintRule rule, Field field, String value, Causes out) {
    Optional<Address> read = Address.parse(value);
    if (read.isEmpty()) {
      out.invalid(rule, field, value, "must be a valid IP address");
      return;
    }
    Address address = read.get();
    if (address.isUnspecified()) {
      out.invalid(rule, field, value, "may not be unspecified (" + value + ")");
    }
    if (address.isLoopback()) {
      out.invalid(rule, field, value, "may not be in the loopback range (127.0.0.0/8, ::1/128)");
    }
    if (address.isLinkLocal()) {
      out.invalid(
          rule, field, value, "may not be in the link-local range (169.254.0.0/16, fe80::/10)");
    }
    if (address.isLinkLocalMulticast()) {
      out.invalid(
          rule,
          field,
          value,
          "may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)");
    }
  }

  /** GetWarningsForIP. */
  static List<String> warningsForIp(Field field, String value, Features features) {
    Optional<Address> read = Address.parse(value);
    if (read.isEmpty()) {
      return List.of();
    }
    Address address = read.get();
    if (!address.strict() || address.mapped()) {
      return List.of(
          "%s: non-standard IP address %s %s: use %s"
              .formatted(
                  field, GoText.quote(value), future(features), GoText.quote(address.toString())));
    }
    return !address.isV4() && !address.toString().equals(value)
        ? List.of(
            "%s: IPv6 address %s should be in RFC 5952 canonical format (%s)"
                .formatted(field, GoText.quote(value), GoText.quote(address.toString())))
        : List.of();
  }

  /** GetWarningsForCIDR. */
  static List<String> warningsForCidr(Field field, String value, Features features) {
    Optional<Prefix> read = Prefix.parse(value);
    if (read.isEmpty()) {
      return List.of();
    }
    Prefix prefix = read.get();
    List<String> warnings = new java.util.ArrayList<>();
    if (!prefix.address().sameAs(prefix.network())) {
      warnings.add(
          "%s: CIDR value %s is ambiguous in this context (should be %s or %s?)"
              .formatted(
                  field,
                  GoText.quote(value),
                  GoText.quote(prefix.toString()),
                  GoText.quote(prefix.address() + "/" + (prefix.address().isV4() ? 32 : 128))));
    }
    if (!prefix.address().strict() || !prefix.plainBits() || prefix.address().mapped()) {
      warnings.add(
          "%s: non-standard CIDR value %s %s: use %s"
              .formatted(
                  field, GoText.quote(value), future(features), GoText.quote(prefix.toString())));
    }
    String canonical = prefix.address() + "/" + prefix.bits();
    if (warnings.isEmpty() && !prefix.address().isV4() && !canonical.equals(value)) {
      warnings.add(
          "%s: IPv6 CIDR value %s should be in RFC 5952 canonical format (%s)"
              .formatted(field, GoText.quote(value), GoText.quote(canonical)));
    }
    return warnings;
  }

  private static String future(Features features) {
    return features.strictAddresses()
        ? "is invalid"
        : "will be considered invalid in a future Kubernetes release";
  }
}
