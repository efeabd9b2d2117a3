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
    return send("GET", host, target, Map.of());
  }

  /**
   * @param headers beside Host
   * @throws IOException when the program does not answer
   */
  public Answer send(String method, String host, String target, Map<String, String> headers)
      throws IOException {
    StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
    head.append("Host: ").append(host).append("\r\n");
    headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    head.append("\r\n");
    boolean used = open;
    try {
      return exchange(head.toString());
    } catch (IOException e) {
      // The program may have closed the connection behind the last answer.
      close();
      if (!used) {
        throw e;
      }
      return exchange(head.toString());
    }
  }

  private Answer exchange(String head) throws IOException {
    if (!open) {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      in = new BufferedInputStream(socket.getInputStream());
      open = true;
    }
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
