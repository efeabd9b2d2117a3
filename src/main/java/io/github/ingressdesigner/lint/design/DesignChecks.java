package io.github.ingressdesigner.lint.design;

import io.github.ingressdesigner.lint.LintCheck;
import java.util.List;

/** All checks of this group; a new check is one line here. */
public final class DesignChecks {
  public static final List<LintCheck> ALL =
      List.of(
          new OldVersions(),
          new Duplicates(),
          new Classes(),
          new Retired(),
          new HostMistakes(),
          new PathReach(),
          new PathMistakes(),
          new RegexMistakes(),
          new Rewrites(),
          new Canaries(),
          new Annotations(),
          new Partners(),
          new Backends(),
          new TlsHosts(),
          new TlsSecrets(),
          new TlsCertificates(),
          new CertManager());

  private DesignChecks() {}
}
