package io.github.ingressdesigner.lint.apiserver;

import io.github.ingressdesigner.lint.LintRule;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Validates the addresses of a Service and their families, after
 * ValidateServiceClusterIPsRelatedFields. The server does this once more before all else, when it
 * makes ready to allocate, and then tells nothing else.
 */
record ClusterIpValidation(Features features, Causes out, ServiceSpec spec) {
  private static final LintRule RULE = ServerRules.SERVICE_ADDRESS;
  private static final Field SPEC = Field.of("spec");
  private static final Field ADDRESSES = SPEC.child("clusterIPs");
  private static final Field FAMILIES = SPEC.child("ipFamilies");
  private static final Field POLICY = SPEC.child("ipFamilyPolicy");
  private static final List<String> KNOWN_FAMILIES = List.of("IPv4", "IPv6");
  private static final List<String> KNOWN_POLICIES =
      List.of("PreferDualStack", "RequireDualStack", "SingleStack");

  /** What stops the allocation of addresses. */
  void allocate() {
    if (spec.isType("ExternalName")) {
      return;
    }
    validate();
    if (!out.isEmpty()) {
      return;
    }
    String policy = spec.written().text("ipFamilyPolicy");
    boolean dual =
        spec.clusterIp().equals("None") && spec.written().get("selector").entries().isEmpty();
    boolean single = policy.isEmpty() ? !dual : policy.equals("SingleStack");
    String needed =
        "must be 'RequireDualStack' or 'PreferDualStack' when multiple %s are specified";
    if (single && spec.clusterIps().size() == 2) {
      out.invalid(RULE, POLICY, "SingleStack", needed.formatted("cluster IPs"));
    }
    if (single && spec.texts("ipFamilies").size() == 2) {
      out.invalid(RULE, POLICY, "SingleStack", needed.formatted("IP families"));
    }
  }

  void validate() {
    if (spec.isType("ExternalName")) {
      return;
    }
    List<String> addresses = spec.clusterIps();
    Json printed = printed(addresses);
    if (spec.clusterIp().isEmpty() && !addresses.isEmpty()) {
      out.invalid(RULE, ADDRESSES, printed, "must be empty when `clusterIP` is not specified");
    } else if (!addresses.isEmpty() && !addresses.getFirst().equals(spec.clusterIp())) {
      out.invalid(RULE, ADDRESSES, printed, "first value must match `clusterIP`");
    }
    families();
    if (areInvalid(addresses, printed)) {
      return;
    }
    List<Address> read = addresses.stream().map(Address::parse).flatMap(Optional::stream).toList();
    boolean dual = read.size() == 2 && read.getFirst().isV4() != read.getLast().isV4();
    if (addresses.size() > 1 && !dual) {
      out.invalid(RULE, ADDRESSES, printed, "may specify no more than one IP for each IP family");
    }
    matchFamilies(addresses);
  }

  private static Json printed(List<String> addresses) {
    return new Json.Arr(addresses.stream().<Json>map(Json.Str::new).toList());
  }

  private void families() {
    Set<String> seen = new HashSet<>();
    List<String> families = spec.texts("ipFamilies");
    for (int i = 0; i < families.size(); i++) {
      String family = families.get(i);
      if (!KNOWN_FAMILIES.contains(family)) {
        out.notSupportedWord(RULE, FAMILIES.index(i), family, KNOWN_FAMILIES);
      }
      if (!seen.add(family)) {
        out.duplicate(RULE, FAMILIES.index(i), GoText.json(new Json.Str(family)));
      }
    }
    if (spec.written().has("ipFamilyPolicy")) {
      String policy = spec.written().text("ipFamilyPolicy");
      if (!KNOWN_POLICIES.contains(policy)) {
        out.notSupportedWord(RULE, POLICY, policy, KNOWN_POLICIES);
      }
    }
  }

  private boolean areInvalid(List<String> addresses, Json printed) {
    boolean invalid = false;
    for (int i = 0; i < addresses.size(); i++) {
      if (i == 0 && addresses.getFirst().equals("None")) {
        if (addresses.size() > 1) {
          invalid = true;
          out.invalid(RULE, ADDRESSES, printed, "'None' must be the first and only value");
        }
        continue;
      }
      Causes own = new Causes();
      Addresses.legacyIp(RULE, ADDRESSES.index(i), addresses.get(i), features, own);
      own.all().forEach(out::add);
      invalid |= !own.isEmpty();
    }
    if (addresses.size() > 2) {
      out.invalid(RULE, ADDRESSES, printed, "may only hold up to 2 values");
    }
    return invalid;
  }

  private void matchFamilies(List<String> addresses) {
    List<String> families = spec.texts("ipFamilies");
    for (int i = 0; !spec.isHeadless() && i < Math.min(addresses.size(), families.size()); i++) {
      boolean v4 = Address.parse(addresses.get(i)).filter(Address::isV4).isPresent();
      String family = families.get(i);
      if (family.equals("IPv4") && !v4 || family.equals("IPv6") && v4) {
        out.invalid(
            RULE,
            ADDRESSES.index(i),
            addresses.get(i),
            "expected an %s value as indicated by `ipFamilies[%d]`".formatted(family, i));
      }
    }
  }
}
