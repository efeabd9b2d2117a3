package io.github.ingressdesigner.cluster.pull;

import io.github.ingressdesigner.cluster.KubeObject;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which file an object goes to: a relative path with {@code {namespace}}, {@code {kind}} and {@code
 * {name}} in it.
 */
public record FilePattern(String text) {
  public static final FilePattern DEFAULT = new FilePattern("{namespace}/{kind}-{name}.yaml");

  /** Stands for the namespace of objects that have none. */
  private static final String CLUSTER = "cluster";

  private static final Pattern FIELD = Pattern.compile("\\{([^}]*)}");

  /**
   * What is wrong with the pattern, in a full sentence; two objects must never get the same file.
   */
  public Optional<String> problem() {
    Matcher fields = FIELD.matcher(text);
    while (fields.find()) {
      if (!fields.group(1).matches("namespace|kind|name")) {
        return Optional.of(
            "The pattern has {%s}, but only {namespace}, {kind} and {name} mean something."
                .formatted(fields.group(1)));
      }
    }
    if (!text.contains("{namespace}") || !text.contains("{kind}") || !text.contains("{name}")) {
      return Optional.of(
          "The pattern must hold {namespace}, {kind} and {name}, so that each object has a file of"
              + " its own.");
    }
    if (!text.endsWith(".yaml") && !text.endsWith(".yml")) {
      return Optional.of("The pattern must end with .yaml or .yml.");
    }
    Path path = Path.of(FIELD.matcher(text).replaceAll("x"));
    return path.isAbsolute() || path.startsWith("..") || !path.equals(path.normalize())
        ? Optional.of("The pattern must stay inside the folder: no leading / and no \"..\".")
        : Optional.empty();
  }

  /** The path below the folder; no name leads out of it. */
  public Path path(KubeObject.Key key) {
    return Path.of(
        text.replace("{namespace}", plain(key.namespace().orElse(CLUSTER)))
            .replace("{kind}", plain(key.kind().toLowerCase(Locale.ROOT)))
            .replace("{name}", plain(key.name())));
  }

  /** Names of the API are harmless; a server that is not one may send others. */
  private static String plain(String name) {
    return name.replaceAll("[^A-Za-z0-9.-]", "_").replaceFirst("^\\.+", "_");
  }
}
