package io.github.ingressdesigner.cluster.kubeconfig;

import io.github.ingressdesigner.bind.JsonText;
import io.github.ingressdesigner.cluster.ClusterException;
import io.github.ingressdesigner.cluster.ClusterException.Kind;
import io.github.ingressdesigner.text.FileBytes;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.yaml.DocumentScanner;
import io.github.ingressdesigner.yaml.ReadResult;
import io.github.ingressdesigner.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One kubeconfig as it stands in its file; entries by name, the first of two equal names.
 *
 * @param path absolute
 */
record KubeconfigFile(
    Path path,
    Optional<String> current,
    Map<String, JsonNode> clusters,
    Map<String, JsonNode> users,
    Map<String, JsonNode> contexts) {
  /** A kubeconfig is read whole, and no honest one is as large. */
  private static final long LARGEST = 16L * 1024 * 1024;

  /**
   * @throws ClusterException where the file cannot be read or is no kubeconfig
   */
  static KubeconfigFile read(Path file) throws ClusterException {
    Path path = file.toAbsolutePath().normalize();
    JsonNode root = parse(path, text(path));
    String kind = root.path("kind").asString("Config");
    if (!root.isObject() || !kind.equals("Config")) {
      throw problem(path, "it is no kubeconfig (kind: Config). Name another file.");
    }
    return new KubeconfigFile(
        path,
        Optional.of(root.path("current-context").asString("")).filter(n -> !n.isEmpty()),
        entries(root, "clusters", "cluster"),
        entries(root, "users", "user"),
        entries(root, "contexts", "context"));
  }

  private static String text(Path path) throws ClusterException {
    try {
      if (Files.isDirectory(path)) {
        throw problem(path, "it is a folder. Name a file.");
      }
      if (Files.size(path) > LARGEST) {
        throw problem(path, "it is larger than 16 MB, so it is no kubeconfig. Name another file.");
      }
      return FileBytes.decode(Files.readAllBytes(path)).text().string();
    } catch (NoSuchFileException e) {
      throw new ClusterException(
          Kind.KUBECONFIG,
          "There is no kubeconfig at %s. Name another file, or set KUBECONFIG.".formatted(path));
    } catch (AccessDeniedException e) {
      throw problem(path, "you have no permission to read it. Change its mode with chmod.");
    } catch (IOException e) {
      throw problem(path, e.getClass().getSimpleName() + ". Check the disk and try again.");
    }
  }

  private static JsonNode parse(Path path, String text) throws ClusterException {
    for (TextRange range : DocumentScanner.scan(text)) {
      String slice = text.substring(range.start(), range.end());
      switch (new YamlReader().read(slice)) {
        case ReadResult.Empty _ -> {}
        case ReadResult.Parsed parsed -> {
          return switch (JsonText.of(parsed.tree())) {
            case JsonText.Json json -> JsonMapper.shared().readTree(json.text());
            case JsonText.Refused refused ->
                throw problem(path, "at " + refused.at() + ": " + refused.message());
          };
        }
        case ReadResult.Template _ -> throw problem(path, "it is a template. Render it first.");
        case ReadResult.Broken broken -> {
          int offset = Math.min(range.start() + broken.offset(), text.length());
          long line = text.substring(0, offset).lines().count();
          // the reader's message may repeat what stands there
          throw problem(
              path,
              "it is not valid YAML near line %d. Mend it there.".formatted(Math.max(1, line)));
        }
      }
    }
    return JsonNodeFactory.instance.objectNode();
  }

  private static Map<String, JsonNode> entries(JsonNode root, String list, String field) {
    Map<String, JsonNode> entries = new LinkedHashMap<>();
    for (JsonNode entry : root.path(list)) {
      String name = entry.path("name").asString("");
      if (!name.isEmpty()) {
        entries.putIfAbsent(name, entry.path(field));
      }
    }
    return entries;
  }

  private static ClusterException problem(Path path, String what) {
    return new ClusterException(
        Kind.KUBECONFIG, "The kubeconfig %s cannot be used: %s".formatted(path, what));
  }
}
