package io.github.ingressdesigner.differential;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Sends requests byte for byte over one connection, as no HTTP client would. */
public final class RawHttp implements AutoCloseable {
  /**
   * What came back.
   *
   * @param headers by name in lower case
   */
  public record Answer(int status, Map<String, String> headers, String body) {}

  private static final int TIMEOUT_MILLIS = 20_000;

  private final int port;
  private Socket socket = new Socket();
  private InputStream in = InputStream.nullInputStream();
  private boolean open;

  public RawHttp(int port) {
    this.port = port;
  }

  /**
   * @param target path and query as they go into the request line
   * @throws IOException when the program does not answer
   */
  public Answer get(String host, String target) throws IOException {
    boolean used = open;
    try {
      return send(host, target);
    } catch (IOException e) {
      // The program may have closed the connection behind the last answer.
      close();
      if (!used) {
        throw e;
      }
      return send(host, target);
    }
  }

  private Answer send(String host, String target) throws IOException {
    if (!open) {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      in = new BufferedInputStream(socket.getInputStream());
      open = true;
    }
    String head = "GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
    socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
    String status = line();
    Map<String, String> headers = new HashMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
    if ("close".equalsIgnoreCase(headers.get("connection"))) {
      close();
    }
    return new Answer(
        Integer.parseInt(status.split(" ")[1]),
        headers,
        new String(body, StandardCharsets.ISO_8859_1).strip());
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the program closed the connection");
      }
      line.append((char) c);
    }
    return line.toString().strip();
  }

  @Override
  public void close() throws IOException {
    open = false;
    socket.close();
  }
}
