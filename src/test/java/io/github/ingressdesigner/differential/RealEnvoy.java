package io.github.ingressdesigner.differential;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A real Envoy (system property {@code envoy.program}) for the time of a test, with a listener on a
 * Unix socket for each set of routes, and an echo behind them: no ports, no backends.
 */
public final class RealEnvoy implements AutoCloseable {
  /** Options of the connection manager that controllers set. */
  public static final Map<String, Object> NORMALISING =
      Map.of("normalize_path", true, "merge_slashes", true);

  private static final String MANAGER =
      "type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3"
          + ".HttpConnectionManager";
  private static final String ROUTER =
      "type.googleapis.com/envoy.extensions.filters.http.router.v3.Router";
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final Path folder;
  private final Process process;

  private RealEnvoy(Path folder, Process process) {
    this.folder = folder;
    this.process = process;
  }

  /**
   * Starts it and waits until all listen.
   *
   * @param folder takes configuration, log and sockets, so its path is short
   * @param options of the connection manager: what the controller sets
   * @throws IOException when it does not start, with what it says
   */
  public static RealEnvoy start(Path folder, List<EnvoyRoutes> routes, Map<String, Object> options)
      throws IOException {
    List<Object> listeners = new ArrayList<>();
    for (int i = 0; i < routes.size(); i++) {
      listeners.add(listener(socket(folder, i), routes.get(i).asConfig(), options));
    }
    listeners.add(listener(folder.resolve("echo"), answering(200), Map.of()));
    listeners.add(listener(folder.resolve("failing"), answering(500), Map.of()));
    List<Object> clusters =
        List.of(
            cluster(EnvoyRoutes.ECHO, Optional.of(folder.resolve("echo"))),
            cluster(EnvoyRoutes.FAILING, Optional.of(folder.resolve("failing"))),
            cluster(EnvoyRoutes.WITHOUT_ENDPOINTS, Optional.empty()));
    Map<String, Object> config =
        Map.of("static_resources", Map.of("listeners", listeners, "clusters", clusters));
    Path file = folder.resolve("envoy.json");
    Files.writeString(file, Json.write(config));
    Path log = folder.resolve("log");
    Process process =
        new ProcessBuilder(
                RealProgram.require("envoy").toString(),
                "-c",
                file.toString(),
                "--concurrency",
                "1",
                "--use-dynamic-base-id",
                "--log-level",
                "error")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    RealEnvoy envoy = new RealEnvoy(folder, process);
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!envoy.listens("echo") || !envoy.listens("failing") || !envoy.listens("0")) {
      if (!process.isAlive() || System.nanoTime() > end) {
        envoy.close();
        throw new IOException("Envoy does not listen: " + Files.readString(log));
      }
      Thread.onSpinWait();
    }
    return envoy;
  }

  private static Path socket(Path folder, int number) {
    return folder.resolve(Integer.toString(number));
  }

  /** A client of the listener of one of the sets of routes. */
  public RawHttp client(int number) {
    return new RawHttp(socket(folder, number));
  }

  private boolean listens(String name) {
    try (SocketChannel channel =
        SocketChannel.open(UnixDomainSocketAddress.of(folder.resolve(name)))) {
      return channel.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static Map<String, Object> listener(
      Path socket, Map<String, Object> routes, Map<String, Object> options) {
    Map<String, Object> manager = new LinkedHashMap<>();
    manager.put("@type", MANAGER);
    manager.put("stat_prefix", "t");
    manager.putAll(options);
    manager.put(
        "http_filters", List.of(Map.of("name", "router", "typed_config", Map.of("@type", ROUTER))));
    manager.put("route_config", routes);
    Map<String, Object> filter = Map.of("name", "http", "typed_config", manager);
    return Map.of(
        "name",
        socket.getFileName().toString(),
        "address",
        pipe(socket),
        "filter_chains",
        List.of(Map.of("filters", List.of(filter))));
  }

  private static Map<String, Object> pipe(Path socket) {
    return Map.of("pipe", Map.of("path", socket.toString()));
  }

  /** Says by which route a request came, and how it arrived. */
  private static Map<String, Object> answering(int status) {
    Map<String, Object> format =
        Map.of(
            "text_format_source",
            Map.of("inline_string", "%REQ(X-ROUTE)% %REQ(:AUTHORITY)% %REQ(:PATH)%"));
    Map<String, Object> response =
        Map.of("status", status, "body", Map.of("inline_string", "x"), "body_format", format);
    Map<String, Object> route = Map.of("match", Map.of("prefix", "/"), "direct_response", response);
    Map<String, Object> host =
        Map.of("name", "v", "domains", List.of("*"), "routes", List.of(route));
    return Map.of("name", "r", "virtual_hosts", List.of(host));
  }

  private static Map<String, Object> cluster(String name, Optional<Path> socket) {
    List<Object> endpoints =
        socket.stream()
            .<Object>map(
                path ->
                    Map.of(
                        "lb_endpoints", List.of(Map.of("endpoint", Map.of("address", pipe(path))))))
            .toList();
    return Map.of(
        "name",
        name,
        "type",
        "STATIC",
        "connect_timeout",
        "10s",
        "load_assignment",
        Map.of("cluster_name", name, "endpoints", endpoints));
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
