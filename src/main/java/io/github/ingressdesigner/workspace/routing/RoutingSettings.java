package io.github.ingressdesigner.workspace.routing;

import io.github.ingressdesigner.lint.LintConfig;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.route.DialectConfig;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How the files of a workspace are routed and checked.
 *
 * @param controller id of the dialect; empty means: as the files tell
 * @param settings settings of each controller by its id; no entry is empty
 * @param lint which rules are wanted, and the version of the API server
 */
public record RoutingSettings(
    Optional<String> controller, Map<String, DialectConfig> settings, LintConfig lint) {
  public static final RoutingSettings NONE = new RoutingSettings(Optional.empty(), Map.of());

  public RoutingSettings {
    Map<String, DialectConfig> kept = new LinkedHashMap<>(settings);
    kept.values().removeIf(config -> config.values().isEmpty());
    settings = Collections.unmodifiableMap(kept);
  }

  public RoutingSettings(Optional<String> controller, Map<String, DialectConfig> settings) {
    this(controller, settings, LintConfig.DEFAULT);
  }

  public DialectConfig of(String controller) {
    return settings.getOrDefault(controller, DialectConfig.NONE);
  }

  /** The dialect with its settings of this workspace. */
  public Dialect configured(Dialect dialect) {
    return dialect.withConfig(of(dialect.id()));
  }

  public RoutingSettings withController(Optional<String> id) {
    return new RoutingSettings(id, settings, lint);
  }

  public RoutingSettings with(String controller, DialectConfig config) {
    Map<String, DialectConfig> changed = new LinkedHashMap<>(settings);
    changed.put(controller, config);
    return new RoutingSettings(this.controller, changed, lint);
  }

  public RoutingSettings with(LintConfig other) {
    return new RoutingSettings(controller, settings, other);
  }
}
