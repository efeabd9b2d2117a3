package io.github.ingressdesigner.cluster.session;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Cuts bytes that come in pieces, on one thread, into lines that another thread takes. */
final class LineCutter {
  private final int largest;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final ByteArrayOutputStream open = new ByteArrayOutputStream();
  private final StringBuilder start = new StringBuilder();
  private volatile boolean tooLarge;

  /**
   * @param largest bytes of one line
   */
  LineCutter(int largest) {
    this.largest = largest;
  }

  /** Whether more may come. */
  synchronized boolean add(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      while (buffer.hasRemaining()) {
        byte b = buffer.get();
        if (b == '\n') {
          lines.add(open.toString(StandardCharsets.UTF_8));
          open.reset();
        } else {
          open.write(b);
        }
      }
    }
    tooLarge = open.size() > largest;
    return !tooLarge;
  }

  boolean isTooLarge() {
    return tooLarge;
  }

  Optional<String> await(long millis) throws InterruptedException {
    Optional<String> line = Optional.ofNullable(lines.poll(millis, TimeUnit.MILLISECONDS));
    line.filter(l -> start.length() < largest).ifPresent(l -> start.append(l).append('\n'));
    return line;
  }

  /** Lines that nobody took yet. */
  List<String> rest() {
    List<String> rest = new ArrayList<>();
    lines.drainTo(rest);
    return rest;
  }

  /** All as one text: the answer where it is an error. */
  synchronized String all() {
    rest().forEach(line -> start.append(line).append('\n'));
    return start + open.toString(StandardCharsets.UTF_8);
  }
}
