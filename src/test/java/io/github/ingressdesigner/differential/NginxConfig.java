package io.github.ingressdesigner.differential;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A configuration of NGINX with server blocks of which every location sends on to one server, which
 * answers with the name of the location and the request URI that it got.
 */
public final class NginxConfig {
  private final List<String> blocks = new ArrayList<>();
  private final int port;
  private final int echo;

  /**
   * @param port where the server blocks listen
   * @param echo another free port
   */
  public NginxConfig(int port, int echo) {
    this.port = port;
    this.echo = echo;
  }

  /**
   * A location that sends on.
   *
   * @param opening {@code location = "/a"}
   * @param before directives before proxy_pass, such as a rewrite
   * @param path what proxy_pass puts in the place of the location's text; may be empty
   */
  public String sends(String opening, String name, String before, String path) {
    return "%s { %s proxy_set_header X-Route \"%s\"; proxy_pass http://127.0.0.1:%d%s; }"
        .formatted(opening, before, name, echo, path);
  }

  /**
   * @param name empty for the default server
   */
  public void add(String name, List<String> directives) {
    add(name.isEmpty() ? "_" : name, name.isEmpty(), directives);
  }

  /**
   * @param names separated by blanks
   */
  public void add(String names, boolean isDefault, List<String> directives) {
    blocks.add(
        "server { listen 127.0.0.1:%d%s; server_name %s;%n%s%n}"
            .formatted(
                port, isDefault ? " default_server" : "", names, String.join("\n", directives)));
  }

  /**
   * Starts NGINX with it.
   *
   * @param folder takes configuration and logs
   */
  public RealProgram start(Path program, Path folder) throws IOException {
    return RealProgram.start(command(program, folder), port, folder.resolve("nginx.log"));
  }

  /** Whether NGINX takes the configuration; it is not started. */
  public boolean isAccepted(Path program, Path folder) throws IOException {
    List<String> command = new ArrayList<>(command(program, folder));
    command.add("-t");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("nginx.log").toFile())
            .start();
    return process.onExit().join().exitValue() == 0;
  }

  private List<String> command(Path program, Path folder) throws IOException {
    String text =
        """
        daemon off;
        master_process off;
        pid @FOLDER@/nginx.pid;
        error_log @FOLDER@/error.log;
        events {}
        http {
        access_log off;
        default_type text/plain;
        port_in_redirect off;
        server_names_hash_bucket_size 128;
        client_body_temp_path @FOLDER@/body;
        proxy_temp_path @FOLDER@/proxy;
        fastcgi_temp_path @FOLDER@/fastcgi;
        uwsgi_temp_path @FOLDER@/uwsgi;
        scgi_temp_path @FOLDER@/scgi;
        server { listen 127.0.0.1:@ECHO@; return 200 "$http_x_route $request_uri"; }
        @BLOCKS@
        }
        """
            .replace("@FOLDER@", folder.toString())
            .replace("@ECHO@", Integer.toString(echo))
            .replace("@BLOCKS@", String.join("\n", blocks));
    Path config = folder.resolve("nginx.conf");
    Files.writeString(config, text);
    return List.of(
        program.toString(),
        "-p",
        folder.toString(),
        "-e",
        folder.resolve("error.log").toString(),
        "-c",
        config.toString());
  }
}
