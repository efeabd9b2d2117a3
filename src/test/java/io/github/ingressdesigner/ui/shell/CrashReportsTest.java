package io.github.ingressdesigner.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CrashReportsTest {
  @Test
  void valueBehindATellingKeyIsMasked() {
    assertThat(CrashReports.masked("edit removes text: password: hunter2\nname: web"))
        .isEqualTo("edit removes text: password: (masked)\nname: web");
  }

  @Test
  void longBase64IsMasked() {
    String secret = "TUlJRXZ3SUJBREFOQmdrcWhraUc5dzBCQVFFRkFBU0NCS2t3";

    assertThat(CrashReports.masked("tls.crt was " + secret + "==")).doesNotContain(secret);
  }

  @Test
  void stackTraceStaysReadable() {
    String details =
        CrashReports.details("analysis", new IllegalStateException("revision 3, expected 4"));

    assertThat(details)
        .contains("thread analysis")
        .contains("IllegalStateException: revision 3, expected 4")
        .contains("io.github.ingressdesigner.ui.shell.CrashReportsTest");
  }
}
