package io.github.ingressdesigner.lint.apiserver;

import io.github.ingressdesigner.lint.KubeVersion;

/** What differs between versions of the API server, with default feature gates. */
record Features(KubeVersion version) {
  /** Names of Services may begin with a digit (RelaxedServiceNameValidation, KEP-5311). */
  boolean relaxedServiceNames() {
    return version.isAtLeast(36);
  }

  /** Addresses with leading zeros are refused (StrictIPCIDRValidation). */
  boolean strictAddresses() {
    return version.isAtLeast(36);
  }

  /** Texts about labels say bytes, and label key instead of qualified name. */
  boolean labelTextsOfContent() {
    return version.isAtLeast(35);
  }

  /** Errors of owner references carry an index, and what is empty is required, not invalid. */
  boolean indexedOwners() {
    return version.isAtLeast(37);
  }

  /** Absent kind and name of an IngressClass's parameters are told after its scope. */
  boolean parametersDeclared() {
    return version.isAtLeast(37);
  }

  /** {@code spec.externalIPs} of a Service brings a warning. */
  boolean externalAddressesDeprecated() {
    return version.isAtLeast(36);
  }

  /** Values of {@code trafficDistribution} beside PreferClose. */
  boolean sameZoneAndNode() {
    return version.isAtLeast(34);
  }

  /** The versions before v1 of Ingress are served. */
  boolean servesBetaIngress() {
    return !version.isAtLeast(22);
  }
}
