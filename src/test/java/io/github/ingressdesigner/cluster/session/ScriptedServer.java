package io.github.ingressdesigner.cluster.session;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that answers with what a test scripts, in order, the last one for ever. */
public final class ScriptedServer implements AutoCloseable {
  /** One way to answer. */
  @FunctionalInterface
  public interface Act {
    void play(HttpExchange exchange) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Deque<Act> acts = new ArrayDeque<>();
  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

  public ScriptedServer(Act... script) {
    acts.addAll(List.of(script));
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
    exchange.getRequestBody().readAllBytes();
    Act act;
    synchronized (acts) {
      act = acts.size() > 1 ? acts.poll() : acts.peek();
    }
    try (exchange) {
      act.play(exchange);
    }
  }

  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Method and target of all requests so far. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  public static Act json(int code, String body, String... headers) {
    return text(code, "application/json", body, headers);
  }

  public static Act status(int code, String reason, String message) {
    return json(
        code,
        "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Failure\",\"message\":\"%s\",\"reason\":\"%s\",\"details\":{},\"code\":%d}"
            .formatted(message, reason, code));
  }

  public static Act text(int code, String type, String body, String... headers) {
    return exchange -> {
      exchange.getResponseHeaders().set("Content-Type", type);
      for (int i = 0; i < headers.length; i += 2) {
        exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
      }
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(code, bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  /** Ends the connection without an answer. */
  public static Act hangUp() {
    return HttpExchange::close;
  }

  /** Promises more than it sends, then ends the connection. */
  public static Act cutOff() {
    return exchange -> {
      exchange.sendResponseHeaders(200, 1_000);
      exchange.getResponseBody().write("{\"kind\":".getBytes(StandardCharsets.UTF_8));
      exchange.getResponseBody().flush();
    };
  }

  /** Answers only when the test allows it. */
  public static Act after(CountDownLatch latch, Act act) {
    return exchange -> {
      try {
        latch.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      act.play(exchange);
    };
  }

  /** So many bytes of a text that never ends. */
  public static Act huge(int size) {
    return exchange -> {
      exchange.sendResponseHeaders(200, 0);
      OutputStream out = exchange.getResponseBody();
      byte[] part = "\"xxxxxxxxxxxxxxxx\",".repeat(512).getBytes(StandardCharsets.UTF_8);
      for (int sent = 0; sent < size; sent += part.length) {
        out.write(part);
      }
    };
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
