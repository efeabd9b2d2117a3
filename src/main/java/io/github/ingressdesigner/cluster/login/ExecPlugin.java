package io.github.ingressdesigner.cluster.login;

import io.github.ingressdesigner.cluster.ClusterException;
import io.github.ingressdesigner.cluster.ClusterException.Kind;
import io.github.ingressdesigner.cluster.kubeconfig.ClusterEntry;
import io.github.ingressdesigner.cluster.kubeconfig.Credential.Exec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Starts a plugin that the person agreed to, and reads the credential that it prints. */
final class ExecPlugin {
  /** Some open a browser and wait for the person. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final ProgramFinder programs;
  private final PluginPolicy policy;
  private final Duration patience;

  ExecPlugin(ProgramFinder programs, PluginPolicy policy) {
    this(programs, policy, PATIENCE);
  }

  ExecPlugin(ProgramFinder programs, PluginPolicy policy, Duration patience) {
    this.programs = programs;
    this.policy = policy;
    this.patience = patience;
  }

  Login run(PluginRequest request, ClusterEntry cluster, BooleanSupplier cancelled)
      throws ClusterException {
    Exec exec = request.exec();
    Path folder = request.file().getParent();
    Path program =
        programs.find(exec.command(), folder).orElseThrow(() -> problem(request, missing(exec)));
    if (!policy.allows(program, name -> programs.find(name, policy.file().getParent()))) {
      throw problem(
          request,
          "%s does not allow it (credentialPluginPolicy). Add it to the allow list there"
              .formatted(policy.file()));
    }
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(exec.arguments());
    Map<String, String> environment = new LinkedHashMap<>(exec.environment());
    environment.putIfAbsent("PATH", programs.path());
    environment.put("KUBERNETES_EXEC_INFO", info(exec, cluster));
    Run.Output output;
    try {
      output = Run.of(command, environment, patience, cancelled);
    } catch (IOException e) {
      throw problem(
          request,
          cancelled.getAsBoolean() || e.getMessage().startsWith("it ")
              ? e.getMessage()
              : "it cannot be started");
    }
    if (output.code() != 0) {
      throw problem(
          request,
          "it ended with exit code %d. Start it in a terminal to see why".formatted(output.code()));
    }
    return read(request, output.bytes());
  }

  private static String missing(Exec exec) {
    return "there is no such program here"
        + exec.hint().map(hint -> ". The kubeconfig says: " + hint.strip()).orElse("");
  }

  private static String info(Exec exec, ClusterEntry cluster) {
    ObjectNode root = JsonMapper.shared().createObjectNode();
    root.put("apiVersion", exec.apiVersion());
    root.put("kind", "ExecCredential");
    ObjectNode spec = root.putObject("spec");
    spec.put("interactive", false);
    if (exec.clusterInfo()) {
      ObjectNode about = spec.putObject("cluster");
      about.put("server", cluster.server());
      cluster.tlsName().ifPresent(name -> about.put("tls-server-name", name));
      if (cluster.insecure()) {
        about.put("insecure-skip-tls-verify", true);
      }
    }
    return root.toString();
  }

  private static Login read(PluginRequest request, byte[] output) throws ClusterException {
    JsonNode root;
    try {
      root = JsonMapper.shared().readTree(output);
    } catch (JacksonException e) {
      throw problem(request, "what it printed is no JSON");
    }
    if (!root.path("kind").asString("").equals("ExecCredential")
        || !root.path("apiVersion").asString("").equals(request.exec().apiVersion())) {
      throw problem(
          request, "what it printed is no ExecCredential of " + request.exec().apiVersion());
    }
    JsonNode status = root.path("status");
    Optional<Instant> until = instant(status.path("expirationTimestamp").asString(""));
    String token = status.path("token").asString("");
    String certificate = status.path("clientCertificateData").asString("");
    String key = status.path("clientKeyData").asString("");
    if (token.isEmpty() && (certificate.isEmpty() || key.isEmpty())) {
      throw problem(request, "it printed neither a token nor a certificate with its key");
    }
    Login login =
        token.isEmpty()
            ? new Login(Optional.empty(), Optional.empty(), until)
            : Login.bearer(token, until);
    if (certificate.isEmpty() || key.isEmpty()) {
      return login;
    }
    try {
      return login.withKey(
          new Login.ClientKey(
              PemKeys.privateKey(key.getBytes(StandardCharsets.US_ASCII)),
              PemKeys.certificates(certificate.getBytes(StandardCharsets.US_ASCII))));
    } catch (GeneralSecurityException e) {
      throw problem(request, "its certificate or key cannot be read");
    }
  }

  private static Optional<Instant> instant(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static ClusterException problem(PluginRequest request, String what) {
    return new ClusterException(
        Kind.LOGIN,
        "The program \"%s\", which %s starts to log in, gave no credential: %s."
            .formatted(request.exec().command(), request.file(), what));
  }
}
