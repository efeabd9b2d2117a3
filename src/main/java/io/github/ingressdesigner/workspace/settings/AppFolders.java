package io.github.ingressdesigner.workspace.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where the application keeps its own files, by the platform's conventions (XDG on Linux).
 *
 * @param config settings
 * @param state recovery and logs
 * @param cache what may be deleted at any time
 */
public record AppFolders(Path config, Path state, Path cache) {
  private static final String UNIX_NAME = "ingress-designer";
  private static final String NAME = "Ingress Designer";

  /** Of this system and person. */
  public static AppFolders system() {
    return of(
        System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv());
  }

  static AppFolders of(String os, Path home, Map<String, String> environment) {
    String system = os.toLowerCase(Locale.ROOT);
    if (system.startsWith("windows")) {
      Path roaming = at(environment, "APPDATA").orElse(home.resolve("AppData/Roaming"));
      Path local = at(environment, "LOCALAPPDATA").orElse(home.resolve("AppData/Local"));
      return new AppFolders(
          roaming.resolve(NAME),
          local.resolve(NAME).resolve("State"),
          local.resolve(NAME).resolve("Cache"));
    }
    if (system.startsWith("mac")) {
      Path library = home.resolve("Library");
      Path support = library.resolve("Application Support").resolve(NAME);
      return new AppFolders(
          support, support.resolve("State"), library.resolve("Caches").resolve(NAME));
    }
    return new AppFolders(
        at(environment, "XDG_CONFIG_HOME").orElse(home.resolve(".config")).resolve(UNIX_NAME),
        at(environment, "XDG_STATE_HOME").orElse(home.resolve(".local/state")).resolve(UNIX_NAME),
        at(environment, "XDG_CACHE_HOME").orElse(home.resolve(".cache")).resolve(UNIX_NAME));
  }

  /** The XDG specification has relative paths ignored. */
  private static Optional<Path> at(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name))
        .filter(value -> !value.isBlank())
        .map(Path::of)
        .filter(Path::isAbsolute);
  }
}
