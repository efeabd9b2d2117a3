package io.github.ingressdesigner.suite.replay;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Lines of a stream as bytes, one at a time in a buffer that is used again. */
final class Lines {
  /** Longer lines are no requests; their rest is passed over. */
  static final int LONGEST = 1 << 20;

  private static final int CHUNK = 1 << 16;

  private final InputStream in;
  private byte[] buffer = new byte[CHUNK];
  private int filled;
  private int start;
  private int end;
  private int next;
  private long number;
  private boolean tooLong;

  Lines(InputStream in) {
    this.in = in;
  }

  /** Goes to the next line; false at the end. */
  boolean next() throws IOException {
    start = next;
    tooLong = false;
    int scan = start;
    while (true) {
      while (scan < filled && buffer[scan] != '\n') {
        scan++;
      }
      if (scan < filled) {
        end = scan;
        next = scan + 1;
        break;
      }
      int begun = moveToFront();
      if (!read()) {
        end = filled;
        next = filled;
        if (begun == 0 && !tooLong) {
          return false;
        }
        break;
      }
      scan = begun;
    }
    if (end > start && buffer[end - 1] == '\r') {
      end--;
    }
    number++;
    return true;
  }

  /** Of a line that is too long nothing is kept; gives how much of the line is held. */
  private int moveToFront() {
    int begun = filled - start;
    if (begun >= LONGEST) {
      tooLong = true;
      begun = 0;
    }
    System.arraycopy(buffer, start, buffer, 0, begun);
    start = 0;
    filled = begun;
    return begun;
  }

  private boolean read() throws IOException {
    if (filled == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    int read = in.read(buffer, filled, buffer.length - filled);
    filled += Math.max(0, read);
    return read >= 0;
  }

  /** From 1. */
  long number() {
    return number;
  }

  boolean isTooLong() {
    return tooLong;
  }

  boolean isBlank() {
    if (tooLong) {
      return false;
    }
    for (int i = start; i < end; i++) {
      if (buffer[i] > ' ' || buffer[i] < 0) {
        return false;
      }
    }
    return true;
  }

  byte[] buffer() {
    return buffer;
  }

  int start() {
    return start;
  }

  int length() {
    return end - start;
  }

  String text() {
    return new String(buffer, start, end - start, StandardCharsets.UTF_8);
  }
}
