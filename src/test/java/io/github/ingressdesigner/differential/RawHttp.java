package io.github.ingressdesigner.differential;

import io.github.ingressdesigner.route.Request;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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

  private final SocketAddress address;
  private Closeable connection = () -> {};
  private InputStream in = InputStream.nullInputStream();
  private OutputStream out = OutputStream.nullOutputStream();
  private boolean open;

  /** To a port of the loopback interface. */
  public RawHttp(int port) {
    this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  /** To a Unix socket. */
  public RawHttp(Path socket) {
    this.address = UnixDomainSocketAddress.of(socket);
  }

  /**
   * @param target path and query as they go into the request line
   * @throws IOException when the program does not answer
   */
  public Answer get(String host, String target) throws IOException {
    String head = "GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
    return exchange(head.getBytes(StandardCharsets.ISO_8859_1));
  }

  /**
   * Sends a request as it stands there; the port stands behind the host unless it is 80.
   *
   * @throws IOException when the program does not answer
   */
  public Answer send(Request request) throws IOException {
    StringBuilder head = new StringBuilder();
    head.append(request.method()).append(' ').append(request.target()).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(request.host());
    head.append(request.port() == 80 ? "" : ":" + request.port()).append("\r\n");
    request
        .headers()
        .forEach(
            (name, values) -> {
              if (!name.equalsIgnoreCase("Host")) {
                values.forEach(value -> head.append(name + ": " + value + "\r\n"));
              }
            });
    return exchange(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
  }

  private Answer exchange(byte[] head) throws IOException {
    boolean used = open;
    try {
      return once(head);
    } catch (IOException e) {
      // The program may have closed the connection behind the last answer.
      close();
      if (!used) {
        throw e;
      }
      return once(head);
    }
  }

  private void open() throws IOException {
    if (address instanceof InetSocketAddress inet) {
      Socket socket = new Socket(inet.getAddress(), inet.getPort());
      socket.setSoTimeout(TIMEOUT_MILLIS);
      connection = socket;
      in = new BufferedInputStream(socket.getInputStream());
      out = socket.getOutputStream();
    } else {
      SocketChannel channel = SocketChannel.open(address);
      connection = channel;
      in = new BufferedInputStream(Channels.newInputStream(channel));
      out = Channels.newOutputStream(channel);
    }
    open = true;
  }

  private Answer once(byte[] head) throws IOException {
    if (!open) {
      open();
    }
    out.write(head);
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
    connection.close();
  }
}
