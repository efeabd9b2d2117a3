package io.github.ingressdesigner.cluster.pull;

import io.github.ingressdesigner.bind.JsonText;
import io.github.ingressdesigner.cluster.KubeObject;
import io.github.ingressdesigner.cluster.clean.Clean;
import io.github.ingressdesigner.text.FileBytes;
import io.github.ingressdesigner.text.TextRange;
import io.github.ingressdesigner.yaml.DocumentScanner;
import io.github.ingressdesigner.yaml.ReadResult;
import io.github.ingressdesigner.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The objects that a folder holds already. */
final class FolderObjects {
  /**
   * An object in a file.
   *
   * @param alone whether nothing else is in the file
   * @param meaning cleaned, as the server's is
   */
  record Found(Path file, String text, boolean alone, KubeObject meaning) {}

  private static final Set<String> WITHOUT_NAMESPACE =
      Set.of("IngressClass", "GatewayClass", "ClusterIssuer", "Namespace");

  private final Map<KubeObject.Key, Found> objects = new HashMap<>();
  private final String namespace;

  private FolderObjects(String namespace) {
    this.namespace = namespace;
  }

  /**
   * Reads all YAML and JSON below the folder; hidden folders are left out, and what is broken.
   *
   * @param namespace of objects that name none
   */
  static FolderObjects read(Path folder, String namespace) throws IOException {
    FolderObjects found = new FolderObjects(namespace);
    if (!Files.isDirectory(folder)) {
      return found;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> isManifest(folder, f)).sorted().toList()) {
        found.add(file, FileBytes.decode(Files.readAllBytes(file)).text().string());
      }
    }
    return found;
  }

  Optional<Found> find(KubeObject.Key key) {
    return Optional.ofNullable(objects.get(key));
  }

  private static boolean isManifest(Path folder, Path file) {
    for (Path element : folder.relativize(file)) {
      if (element.toString().startsWith(".")) {
        return false;
      }
    }
    String name = file.toString().toLowerCase(Locale.ROOT);
    return Files.isRegularFile(file)
        && (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json"));
  }

  private void add(Path file, String text) {
    List<KubeObject> all = new ArrayList<>();
    int documents = 0;
    for (TextRange range : DocumentScanner.scan(text)) {
      switch (new YamlReader().read(text.substring(range.start(), range.end()))) {
        case ReadResult.Empty _ -> {}
        case ReadResult.Parsed parsed -> {
          documents++;
          if (JsonText.of(parsed.tree()) instanceof JsonText.Json(String json)) {
            KubeObject.parse(json).ifPresent(object -> all.addAll(unfold(object)));
          }
        }
        case ReadResult.Template _, ReadResult.Broken _ -> documents++;
      }
    }
    for (KubeObject object : all) {
      boolean alone = documents == 1 && all.size() == 1;
      KubeObject placed = placed(object);
      objects.putIfAbsent(placed.key(), new Found(file, text, alone, Clean.of(placed)));
    }
  }

  private KubeObject placed(KubeObject object) {
    if (object.namespace().isPresent() || WITHOUT_NAMESPACE.contains(object.kind())) {
      return object;
    }
    return object.inNamespace(namespace);
  }

  private static List<KubeObject> unfold(KubeObject object) {
    if (!object.kind().endsWith("List")) {
      return List.of(object);
    }
    List<KubeObject> items = new ArrayList<>();
    for (JsonNode item : object.get("items")) {
      if (item instanceof ObjectNode node) {
        items.add(new KubeObject(node));
      }
    }
    return items;
  }
}
