package io.github.ingressdesigner.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CrashReportsTest {
  @Test
  void secretsAreMasked() {
    String details = CrashReports.details("io", new IllegalStateException("password: hunter2"));

    assertThat(details).doesNotContain("hunter2").contains("password: ***");
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
