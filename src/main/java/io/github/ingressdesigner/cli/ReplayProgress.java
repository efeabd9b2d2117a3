package io.github.ingressdesigner.cli;

import io.github.ingressdesigner.suite.replay.Watch;
import java.util.Locale;

/** One line on the terminal that tells how far a replay is, where a person sees it. */
final class ReplayProgress implements Watch {
  private static final long EVERY_NANOS = 200_000_000;

  private final Terminal terminal;
  private final long size;
  private long last = System.nanoTime();
  private int width;

  /**
   * @param size bytes to read in all; 0 where that is not known
   */
  ReplayProgress(Terminal terminal, long size) {
    this.terminal = terminal;
    this.size = size;
  }

  @Override
  public boolean isCancelled() {
    return false;
  }

  @Override
  public void progress(long bytes, long lines) {
    long now = System.nanoTime();
    if (!terminal.colours() || now - last < EVERY_NANOS) {
      return;
    }
    last = now;
    String percent = size == 0 ? "" : "%3d %%  ".formatted(Math.min(100, bytes * 100 / size));
    String text = percent + String.format(Locale.ROOT, "%,d lines", lines);
    terminal.err().print("\r" + text);
    terminal.err().flush();
    width = Math.max(width, text.length());
  }

  /** Takes the line away. */
  void clear() {
    if (width > 0) {
      terminal.err().print("\r" + " ".repeat(width) + "\r");
      terminal.err().flush();
    }
  }
}
