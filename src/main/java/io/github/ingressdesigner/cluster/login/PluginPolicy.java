package io.github.ingressdesigner.cluster.login;

import io.github.ingressdesigner.bind.JsonText;
import io.github.ingressdesigner.yaml.ReadResult;
import io.github.ingressdesigner.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which credential plugins kubectl's own settings (kuberc, since 1.35) allow. A kuberc that cannot
 * be read allows none.
 *
 * @param file the kuberc, for messages
 * @param allowed names or paths; empty where all are allowed
 */
public record PluginPolicy(Path file, Optional<Set<String>> allowed) {
  public static PluginPolicy ofSystem(Map<String, String> environment, Path home) {
    String named = environment.getOrDefault("KUBERC", "");
    if (named.equals("off")) {
      return new PluginPolicy(home, Optional.empty());
    }
    Path file = named.isEmpty() ? home.resolve(".kube").resolve("kuberc") : Path.of(named);
    try {
      return read(file, Files.readString(file));
    } catch (NoSuchFileException e) {
      return new PluginPolicy(file, Optional.empty());
    } catch (IOException e) {
      return new PluginPolicy(file, Optional.of(Set.of()));
    }
  }

  static PluginPolicy read(Path file, String text) {
    if (new YamlReader().read(text) instanceof ReadResult.Parsed parsed
        && JsonText.of(parsed.tree()) instanceof JsonText.Json(String json)) {
      JsonNode root = JsonMapper.shared().readTree(json);
      return switch (root.path("credentialPluginPolicy").asString("")) {
        case "", "AllowAll" -> new PluginPolicy(file, Optional.empty());
        case "Allowlist" -> {
          Set<String> names = new HashSet<>();
          for (JsonNode entry : root.path("credentialPluginAllowlist")) {
            names.add(entry.path("command").asString(entry.path("name").asString("")));
          }
          yield new PluginPolicy(file, Optional.of(names));
        }
        default -> new PluginPolicy(file, Optional.of(Set.of()));
      };
    }
    boolean empty = new YamlReader().read(text) instanceof ReadResult.Empty;
    return new PluginPolicy(file, empty ? Optional.empty() : Optional.of(Set.of()));
  }

  /**
   * Whether this program may run: listed by its path, or by a name that leads to it.
   *
   * @param find the program that a name leads to
   */
  boolean allows(Path program, Function<String, Optional<Path>> find) {
    return allowed.isEmpty()
        || allowed.get().stream()
            .anyMatch(
                name ->
                    name.equals(program.toString())
                        || find.apply(name).equals(Optional.of(program)));
  }
}
