package io.github.ingressdesigner.cluster.session;

import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import io.github.ingressdesigner.cluster.ClusterException;
import io.github.ingressdesigner.cluster.ClusterException.Kind;
import io.github.ingressdesigner.cluster.kubeconfig.KubeContext;
import io.github.ingressdesigner.cluster.login.Login;
import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The connection to one server as one person. Each request is sent once: the client's own repeating
 * is off, since a write that failed may have been done.
 */
final class Wire implements AutoCloseable {
  /** More than any page of ours has. */
  static final int LARGEST = 64 * 1024 * 1024;

  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final long LOOK_MILLIS = 50;
  private static final Pattern WARNING = Pattern.compile("\\d{3} \\S+ \"((?:[^\"\\\\]|\\\\.)*)\"");

  private final KubeContext context;
  private final Login login;
  private final HttpClient client;
  private final Failures failures;
  private final int largest;

  Wire(KubeContext context, Login login, Proxies proxies, int largest) throws ClusterException {
    this.context = context;
    this.login = login;
    this.largest = largest;
    this.failures = new Failures(context, login);
    HttpClient.Builder builder = new JdkHttpClientFactory().newBuilder();
    // it would log tokens and bodies where somebody turns the level up
    builder.addOrReplaceInterceptor("HttpLogging", new Interceptor() {});
    builder.connectTimeout(CONNECT.toMillis(), TimeUnit.MILLISECONDS);
    builder.tag(new RequestConfigBuilder().withRequestRetryBackoffLimit(0).build());
    if (context.cluster().server().startsWith("https:")) {
      builder.sslContext(Tls.keys(context, login), Tls.trust(context));
    }
    URI server = server(context);
    Optional<String> proxy = proxies.find(context.cluster().proxy(), server);
    if (proxy.isPresent()) {
      builder.proxyType(HttpClient.ProxyType.HTTP);
      builder.proxyAddress(address(context, proxy.get()));
    } else {
      builder.proxyType(HttpClient.ProxyType.DIRECT);
    }
    this.client = builder.build();
  }

  private static URI server(KubeContext context) throws ClusterException {
    try {
      return URI.create(context.cluster().server());
    } catch (IllegalArgumentException e) {
      throw new ClusterException(
          Kind.KUBECONFIG,
          "The server \"%s\" of context \"%s\" in %s is no address. Correct it there."
              .formatted(context.cluster().server(), context.name(), context.cluster().file()));
    }
  }

  private static InetSocketAddress address(KubeContext context, String proxy)
      throws ClusterException {
    String shown = proxy.replaceFirst("//[^/@]*@", "//");
    try {
      URI uri = URI.create(proxy.contains("://") ? proxy : "http://" + proxy);
      if ("http".equals(uri.getScheme()) && uri.getHost() != null) {
        return InetSocketAddress.createUnresolved(
            uri.getHost(), uri.getPort() < 0 ? 80 : uri.getPort());
      }
    } catch (IllegalArgumentException e) {
      // told below, as any other that is of no use
    }
    throw new ClusterException(
        Kind.KUBECONFIG,
        "The proxy \"%s\" of context \"%s\" cannot be used: only proxies with http:// can. Change proxy-url in %s, or the variable HTTPS_PROXY."
            .formatted(shown, context.name(), context.cluster().file()));
  }

  Failures failures() {
    return failures;
  }

  /**
   * Sends a request and waits for the whole answer, good or bad.
   *
   * @throws ClusterException where there is no answer
   */
  Answer send(Request request, BooleanSupplier cancelled) throws ClusterException {
    if (cancelled.getAsBoolean()) {
      throw new ClusterException(Kind.CANCELLED, "This was cancelled.");
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CompletableFuture<HttpResponse<AsyncBody>> sent =
        client.consumeBytes(
            build(request),
            (buffers, body) -> {
              for (ByteBuffer buffer : buffers) {
                byte[] part = new byte[buffer.remaining()];
                buffer.get(part);
                bytes.writeBytes(part);
              }
              if (bytes.size() > largest) {
                body.cancel();
              } else {
                body.consume();
              }
            });
    long deadline = System.nanoTime() + request.patience().toNanos();
    HttpResponse<AsyncBody> response = await(sent, request, deadline, cancelled);
    response.body().consume();
    try {
      await(response.body().done(), request, deadline, cancelled);
    } catch (ClusterException e) {
      response.body().cancel();
      throw bytes.size() > largest ? failures.tooLarge(largest) : e;
    }
    if (bytes.size() > largest) {
      throw failures.tooLarge(largest);
    }
    return new Answer(
        response.code(),
        first(response, "Content-Type").orElse(""),
        warnings(response.headers("Warning")),
        first(response, "Retry-After")
            .filter(text -> text.matches("\\d{1,6}"))
            .map(Integer::valueOf),
        first(response, "Location"),
        bytes.toByteArray());
  }

  /**
   * Sends a request whose answer goes on for long, and hands over its lines as they come, until it
   * ends.
   *
   * @throws ClusterException where there is no answer, or it breaks off
   */
  void stream(Request request, Consumer<String> lines, BooleanSupplier cancelled)
      throws ClusterException {
    LineCutter cutter = new LineCutter(largest);
    CompletableFuture<HttpResponse<AsyncBody>> sent =
        client.consumeBytes(
            build(request),
            (buffers, body) -> {
              if (cutter.add(buffers)) {
                body.consume();
              } else {
                body.cancel();
              }
            });
    long deadline = System.nanoTime() + request.patience().toNanos();
    HttpResponse<AsyncBody> response = await(sent, request, deadline, cancelled);
    response.body().consume();
    CompletableFuture<Void> done = response.body().done();
    try {
      while (!done.isDone()) {
        if (cancelled.getAsBoolean()) {
          throw failures.cancelled(request);
        }
        cutter.await(LOOK_MILLIS).ifPresent(line -> take(response, line, lines));
      }
      await(done, request, deadline, cancelled);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failures.cancelled(request);
    } finally {
      response.body().cancel();
    }
    if (cutter.isTooLarge()) {
      throw failures.tooLarge(largest);
    }
    if (!HttpResponse.isSuccessful(response.code())) {
      byte[] body = cutter.all().getBytes(StandardCharsets.UTF_8);
      throw failures.refused(
          new Answer(response.code(), "", List.of(), Optional.empty(), Optional.empty(), body));
    }
    cutter.rest().forEach(lines);
  }

  private static void take(HttpResponse<?> response, String line, Consumer<String> lines) {
    if (HttpResponse.isSuccessful(response.code())) {
      lines.accept(line);
    }
  }

  private HttpRequest build(Request request) {
    HttpRequest.Builder builder =
        client
            .newHttpRequestBuilder()
            .uri(context.cluster().server() + request.target())
            .timeout(request.patience().toMillis(), TimeUnit.MILLISECONDS);
    builder.setHeader("Accept", "application/json");
    builder.setHeader("User-Agent", "ingress-designer");
    login.authorization().ifPresent(a -> builder.setHeader("Authorization", a.value()));
    for (Map.Entry<String, List<String>> header : context.user().impersonation().entrySet()) {
      header.getValue().forEach(value -> builder.header(header.getKey(), value));
    }
    String type = request.body().map(Request.Body::type).orElse("application/json");
    String text = request.body().map(Request.Body::text).orElse(null);
    return request.isRead()
        ? builder.build()
        : builder.method(request.method(), type, text).build();
  }

  private <T> T await(
      CompletableFuture<T> future, Request request, long deadline, BooleanSupplier cancelled)
      throws ClusterException {
    try {
      while (true) {
        try {
          return future.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          if (cancelled.getAsBoolean()) {
            future.cancel(true);
            throw failures.cancelled(request);
          }
          if (System.nanoTime() > deadline) {
            future.cancel(true);
            throw failures.timeout(request);
          }
        }
      }
    } catch (ExecutionException e) {
      throw failures.noAnswer(request, e.getCause());
    } catch (java.util.concurrent.CancellationException e) {
      throw failures.cancelled(request);
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      throw failures.cancelled(request);
    }
  }

  private static Optional<String> first(HttpResponse<?> response, String header) {
    return response.headers(header).stream().findFirst();
  }

  private static List<String> warnings(List<String> headers) {
    List<String> texts = new ArrayList<>();
    for (String header : headers) {
      Matcher matcher = WARNING.matcher(header);
      while (matcher.find()) {
        texts.add(matcher.group(1).replaceAll("\\\\(.)", "$1"));
      }
    }
    return texts;
  }

  @Override
  public void close() {
    client.close();
  }
}
