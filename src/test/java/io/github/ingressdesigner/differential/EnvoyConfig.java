package io.github.ingressdesigner.differential;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A configuration of Envoy in which each route answers by itself, with its name and the path that
 * it would send on.
 */
public final class EnvoyConfig {
  private static final String MANAGER =
      "type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3"
          + ".HttpConnectionManager";
  private static final String ROUTER =
      "type.googleapis.com/envoy.extensions.filters.http.router.v3.Router";

  private final List<String> virtualHosts = new ArrayList<>();

  /** Text in the quotes of JSON. */
  public static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  /**
   * A route.
   *
   * @param match fields of the match as JSON, without the braces
   */
  public static String answers(String name, String match) {
    return ("{\"name\":%s,\"match\":{%s},\"direct_response\":{\"status\":200,\"body\":"
            + "{\"inline_string\":\"x\"},\"body_format\":{\"text_format_source\":"
            + "{\"inline_string\":\"%%ROUTE_NAME%% %%REQ(:PATH)%%\"}}}}")
        .formatted(quoted(name), match);
  }

  /** A route that sends plain requests to https by 301. */
  public static String redirects(String match) {
    return "{\"match\":{%s},\"redirect\":{\"https_redirect\":true}}".formatted(match);
  }

  public void add(String domain, List<String> routes) {
    virtualHosts.add(
        "{\"name\":%s,\"domains\":[%s],\"routes\":[%s]}"
            .formatted(
                quoted("v" + virtualHosts.size()), quoted(domain), String.join(",", routes)));
  }

  /**
   * Starts Envoy with it.
   *
   * @param folder takes configuration and log
   */
  public RealProgram start(Path program, int port, Path folder) throws IOException {
    Map<String, String> parts =
        Map.of(
            "PORT",
            Integer.toString(port),
            "MANAGER",
            MANAGER,
            "ROUTER",
            ROUTER,
            "HOSTS",
            String.join(",", virtualHosts));
    String json =
        """
        {"static_resources":{"listeners":[{"name":"l",
        "address":{"socket_address":{"address":"127.0.0.1","port_value":@PORT@}},
        "filter_chains":[{"filters":[{"name":"envoy.filters.network.http_connection_manager",
        "typed_config":{"@type":"@MANAGER@","stat_prefix":"t","normalize_path":true,
        "merge_slashes":true,"strip_any_host_port":true,
        "http_filters":[{"name":"envoy.filters.http.router","typed_config":{"@type":"@ROUTER@"}}],
        "route_config":{"name":"r","virtual_hosts":[@HOSTS@]}}}]}]}]}}
        """;
    for (Map.Entry<String, String> part : parts.entrySet()) {
      json = json.replace("@" + part.getKey() + "@", part.getValue());
    }
    Path config = folder.resolve("envoy.json");
    Files.writeString(config, json);
    return RealProgram.start(
        List.of(
            program.toString(),
            "-c",
            config.toString(),
            "--concurrency",
            "1",
            "--use-dynamic-base-id",
            "--log-level",
            "error"),
        port,
        folder.resolve("envoy.log"));
  }
}
