package io.github.ingressdesigner.suite.replay;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Streams the requests of a log in any of the formats, compressed by gzip or not. */
final class LogReader {
  /** So much of the beginning tells the format. */
  private static final int PEEK = 1 << 16;

  /** Quotes in a line of Envoy's default format: request and five more parts. */
  private static final int ENVOY_QUOTES = 12;

  /** Receives each line. */
  interface Sink {
    /**
     * @param number of the line, from 1
     * @return whether to go on
     */
    boolean line(long number, Recorded.Line line);
  }

  private LogReader() {}

  /**
   * Reads to the end, or until the sink has enough.
   *
   * @param format empty to find it out
   * @return the format; empty where it could not be found out, and then nothing was read
   */
  static Optional<LogFormat> read(InputStream raw, Optional<LogFormat> format, Sink sink)
      throws IOException {
    PushbackInputStream in = peekable(unzipped(raw));
    byte[] head = in.readNBytes(PEEK);
    in.unread(head);
    Optional<LogFormat> found = format.or(() -> detect(head));
    if (found.isPresent()) {
      if (found.get() == LogFormat.HAR) {
        HarReader.read(in, sink::line);
      } else {
        readLines(new Lines(in), found.get(), sink);
      }
    }
    return found;
  }

  private static PushbackInputStream peekable(InputStream in) {
    return new PushbackInputStream(in, PEEK);
  }

  private static InputStream unzipped(InputStream raw) throws IOException {
    PushbackInputStream in = peekable(raw);
    byte[] magic = in.readNBytes(2);
    in.unread(magic);
    boolean zipped = magic.length == 2 && magic[0] == (byte) 0x1f && magic[1] == (byte) 0x8b;
    return zipped ? new GZIPInputStream(in, PEEK) : in;
  }

  private static void readLines(Lines lines, LogFormat format, Sink sink) throws IOException {
    while (lines.next()) {
      if (!lines.isBlank() && !sink.line(lines.number(), read(lines, format == LogFormat.ENVOY))) {
        return;
      }
    }
  }

  private static Recorded.Line read(Lines lines, boolean envoy) {
    if (lines.isTooLong()) {
      return new Recorded.Line.Bad("The line is longer than a mebibyte.");
    }
    return isObject(lines)
        ? JsonLine.read(lines.buffer(), lines.start(), lines.length())
        : TextLine.read(lines.text(), envoy);
  }

  private static boolean isObject(Lines lines) {
    return lines.length() > 0 && lines.buffer()[lines.start()] == '{';
  }

  /** By the first line that holds a request. */
  static Optional<LogFormat> detect(byte[] head) {
    if (isHar(head)) {
      return Optional.of(LogFormat.HAR);
    }
    Lines lines = new Lines(new ByteArrayInputStream(head));
    try {
      while (lines.next()) {
        String text = lines.text();
        boolean envoy = TextLine.isEnvoy(text) && quotes(text) >= ENVOY_QUOTES;
        if (read(lines, envoy) instanceof Recorded.Line.Told) {
          return Optional.of(
              isObject(lines) ? json(text) : envoy ? LogFormat.ENVOY : LogFormat.NGINX);
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory", e);
    }
    return Optional.empty();
  }

  private static LogFormat json(String line) {
    return line.contains("authority\"") || line.contains("\"response_flags\"")
        ? LogFormat.ENVOY_JSON
        : LogFormat.NGINX_JSON;
  }

  private static long quotes(String text) {
    return text.chars().filter(c -> c == '"').count();
  }

  /** An object whose first member is the object {@code log}. */
  private static boolean isHar(byte[] head) {
    String start = new String(head, 0, Math.min(head.length, 4096), StandardCharsets.UTF_8);
    String text = start.startsWith("\uFEFF") ? start.substring(1) : start;
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
      return parser.nextToken() == JsonToken.START_OBJECT
          && "log".equals(parser.nextName())
          && parser.nextToken() == JsonToken.START_OBJECT;
    } catch (JacksonException e) {
      return false;
    }
  }
}
