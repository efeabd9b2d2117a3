package io.github.ingressdesigner.cluster.kubeconfig;

import io.github.ingressdesigner.cluster.Sensitive;
import io.github.ingressdesigner.cluster.kubeconfig.Credential.Exec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The entries of one kubeconfig, its relative paths resolved against its folder. */
final class EntryReader {
  private final Path file;

  EntryReader(Path file) {
    this.file = file;
  }

  ClusterEntry cluster(String name, JsonNode node) {
    return new ClusterEntry(
        name,
        file,
        text(node, "server").map(s -> s.replaceAll("/+$", "")).orElse(""),
        pem(node, "certificate-authority"),
        node.path("insecure-skip-tls-verify").asBoolean(false),
        text(node, "tls-server-name"),
        text(node, "proxy-url"));
  }

  UserEntry user(String name, JsonNode node) {
    Optional<PemSource> certificate = pem(node, "client-certificate");
    Optional<PemSource> key = pem(node, "client-key");
    return new UserEntry(
        name,
        file,
        certificate.flatMap(c -> key.map(k -> new UserEntry.ClientCertificate(c, k))),
        credential(node),
        impersonation(node));
  }

  /** As kubectl, a token in the kubeconfig goes before one in a file, and both before the rest. */
  private Credential credential(JsonNode node) {
    Optional<String> token = text(node, "token");
    Optional<String> tokenFile = text(node, "tokenFile");
    if (tokenFile.isPresent()) {
      return new Credential.TokenFile(resolve(tokenFile.get()));
    }
    if (token.isPresent()) {
      return new Credential.Token(new Sensitive(token.get()));
    }
    Optional<String> user = text(node, "username");
    if (user.isPresent()) {
      return new Credential.Basic(user.get(), new Sensitive(text(node, "password").orElse("")));
    }
    if (node.path("exec").isObject()) {
      return exec(node.path("exec"));
    }
    if (node.path("auth-provider").isObject()) {
      return provider(node.path("auth-provider"));
    }
    return new Credential.Nothing();
  }

  private static Credential exec(JsonNode exec) {
    Optional<String> command = text(exec, "command");
    String version = text(exec, "apiVersion").orElse("");
    if (command.isEmpty()) {
      return new Credential.Unsupported("its exec plugin names no command");
    }
    if (!version.equals("client.authentication.k8s.io/v1")
        && !version.equals("client.authentication.k8s.io/v1beta1")) {
      return new Credential.Unsupported(
          "its exec plugin speaks %s, which no longer exists"
              .formatted(version.isEmpty() ? "no apiVersion" : version));
    }
    if (text(exec, "interactiveMode").orElse("").equals("Always")) {
      return new Credential.Unsupported(
          "its exec plugin wants to ask questions on a terminal (interactiveMode: Always)");
    }
    List<String> arguments = new ArrayList<>();
    exec.path("args").forEach(a -> arguments.add(a.asString("")));
    Map<String, String> environment = new LinkedHashMap<>();
    exec.path("env")
        .forEach(e -> environment.put(e.path("name").asString(""), e.path("value").asString("")));
    environment.remove("");
    return new Exec(
        version,
        command.get(),
        arguments,
        environment,
        text(exec, "installHint"),
        exec.path("provideClusterInfo").asBoolean(false));
  }

  private static Credential provider(JsonNode provider) {
    String name = text(provider, "name").orElse("");
    if (!name.equals("oidc")) {
      return new Credential.Unsupported(
          "its auth-provider \"%s\" is unknown here, and to kubectl since 1.26".formatted(name));
    }
    JsonNode config = provider.path("config");
    return new Credential.Oidc(
        text(config, "id-token").map(Sensitive::new), text(config, "idp-issuer-url").orElse(""));
  }

  private static Map<String, List<String>> impersonation(JsonNode node) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    text(node, "as").ifPresent(user -> headers.put("Impersonate-User", List.of(user)));
    text(node, "as-uid").ifPresent(uid -> headers.put("Impersonate-Uid", List.of(uid)));
    if (!node.path("as-groups").isEmpty()) {
      headers.put("Impersonate-Group", texts(node.path("as-groups")));
    }
    for (Map.Entry<String, JsonNode> extra : node.path("as-user-extra").properties()) {
      headers.put("Impersonate-Extra-" + extra.getKey(), texts(extra.getValue()));
    }
    return headers;
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(node -> texts.add(node.asString("")));
    return texts;
  }

  /** The field with {@code -data} goes before the file, as kubectl has it. */
  private Optional<PemSource> pem(JsonNode node, String field) {
    Optional<PemSource> inline =
        text(node, field + "-data").map(data -> new PemSource.Inline(new Sensitive(data)));
    return inline.or(() -> text(node, field).map(p -> new PemSource.InFile(resolve(p))));
  }

  private Path resolve(String path) {
    return file.resolveSibling(path).normalize();
  }

  static Optional<String> text(JsonNode node, String field) {
    return Optional.of(node.path(field).asString("")).filter(value -> !value.isEmpty());
  }
}
