package io.github.ingressdesigner.route;

import io.github.ingressdesigner.model.Resources;
import java.util.List;
import java.util.Optional;

/**
 * How one controller reads Ingresses, with one configuration: one record for each controller,
 * listed in {@code dialect.Dialects}. Equal dialects compile equal tables.
 */
public interface Dialect {
  /** Short stable name, as in route tests: {@code kubernetes-spec}, {@code ingress-nginx}. */
  String id();

  /** Name and version for people. */
  String displayName();

  /** What the controller is configured with beside the manifests. */
  default DialectConfig config() {
    return DialectConfig.NONE;
  }

  /** The same controller with another configuration. */
  default Dialect withConfig(DialectConfig config) {
    return this;
  }

  /** The ConfigMap keys, flags and options that change routing and that are understood. */
  default List<Setting> settings() {
    return List.of();
  }

  /** Keys of the settings whose configured value differs from what counts where it is not set. */
  default List<String> changed() {
    return settings().stream()
        .filter(
            setting ->
                config().find(setting.key()).filter(value -> !setting.isInitial(value)).isPresent())
        .map(Setting::key)
        .toList();
  }

  /** By what in the files this controller is recognised. */
  default Claims claims() {
    return Claims.NONE;
  }

  /**
   * Compiles all resources; total, bad values are left out with a reason.
   *
   * <p>This puts hosts together and looks for what stops a whole Ingress or configuration. The
   * paths of one host may be read and put into order at the first question for that host, which
   * then takes as long as that; questions for hosts, effects or what is left out read all of them.
   * A table may be asked by several threads.
   *
   * @param previous table of an earlier version of the same workspace, compiled by an equal
   *     dialect; what did not change is taken from it
   */
  RouteTable compile(Resources resources, Optional<RouteTable> previous);
}
