package io.github.ingressdesigner.cli;

import io.github.ingressdesigner.suite.Notice;
import java.io.InputStream;
import java.io.PrintStream;

/**
 * The streams that a command talks to.
 *
 * @param colours whether a person sees the output
 */
record Terminal(InputStream in, PrintStream out, PrintStream err, boolean colours) {
  /** An arrow that the output can carry: in the C locale there is only ASCII. */
  String arrow() {
    return out.charset().newEncoder().canEncode('→') ? "→" : "->";
  }

  void error(Notice notice) {
    err.println(notice.spot() + ": error: " + notice.message());
  }

  void warning(Notice notice) {
    err.println(notice.spot() + ": warning: " + notice.message());
  }

  String strong(String text) {
    return paint("1", text);
  }

  String good(String text) {
    return paint("32", text);
  }

  String bad(String text) {
    return paint("31", text);
  }

  String faint(String text) {
    return paint("2", text);
  }

  private String paint(String code, String text) {
    return colours ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
