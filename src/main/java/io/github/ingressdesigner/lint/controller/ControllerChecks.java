package io.github.ingressdesigner.lint.controller;

import io.github.ingressdesigner.lint.LintCheck;
import java.util.List;

/** All checks of this group; a new check is one line here. */
public final class ControllerChecks {
  public static final List<LintCheck> ALL =
      List.of(
          new LeftOutChecks(),
          new F5Hosts(),
          new NginxAdmission(),
          new DefaultBackends(),
          new TlsOfControllers());

  private ControllerChecks() {}
}
