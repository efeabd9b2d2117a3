package io.github.ingressdesigner.cli;

import io.github.ingressdesigner.dialect.ControllerChoice;
import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.Setting;
import io.github.ingressdesigner.suite.SuiteRunner;
import io.github.ingressdesigner.workspace.disk.DiskException;
import io.github.ingressdesigner.workspace.disk.FileStore;
import io.github.ingressdesigner.workspace.routing.RoutingFile;
import io.github.ingressdesigner.workspace.routing.RoutingSettings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Whose rules decide, and how that controller is configured. */
final class ControllerOptions {
  @Option(
      names = {"-c", "--controller"},
      paramLabel = "C",
      description = {
        "Whose rules decide; \"ingress-designer controllers\" lists them. Default: what "
            + RoutingFile.NAME
            + " beside the files says, else what the files tell by class and annotations, else"
            + " kubernetes-spec."
      })
  private Optional<String> controller = Optional.empty();

  @Option(
      names = "--config",
      paramLabel = "K=V",
      description =
          "A setting of the controller (ConfigMap key, flag without dashes, option), before those"
              + " of "
              + RoutingFile.NAME
              + ". Repeatable.")
  private Map<String, String> config = new LinkedHashMap<>();

  /**
   * A dialect with its configuration.
   *
   * @param reason why this one; empty where the command line names it
   */
  record Chosen(Dialect dialect, Optional<String> reason, Optional<String> foreign) {}

  /** Problems are printed; then nothing is chosen. */
  Optional<Chosen> choose(Resources resources, Path folder, Terminal terminal) {
    return settings(folder, terminal)
        .flatMap(
            settings ->
                named(settings, RoutingFile.find(folder), terminal)
                    .or(() -> hasName(settings) ? Optional.empty() : Optional.of(told(resources)))
                    .flatMap(chosen -> configured(chosen, settings, terminal)));
  }

  /** What the settings file that counts for a folder says; problems are printed. */
  static Optional<RoutingSettings> settings(Path folder, Terminal terminal) {
    Optional<Path> file = RoutingFile.find(folder);
    try {
      return Optional.of(
          file.isPresent()
              ? new RoutingFile(new FileStore()).load(file.get())
              : RoutingSettings.NONE);
    } catch (DiskException e) {
      terminal.err().println(e.getMessage());
      return Optional.empty();
    }
  }

  private boolean hasName(RoutingSettings settings) {
    return controller.isPresent() || settings.controller().isPresent();
  }

  private Optional<Chosen> named(RoutingSettings settings, Optional<Path> file, Terminal terminal) {
    Optional<String> id = controller.or(settings::controller);
    Optional<Dialect> dialect = id.flatMap(Dialects::find);
    if (id.isPresent() && dialect.isEmpty()) {
      terminal.err().println(SuiteRunner.unknown(id.get()));
    }
    Optional<String> reason =
        controller.isPresent() ? Optional.empty() : file.map(f -> f + " says so.");
    return dialect.map(d -> new Chosen(d, reason, Optional.empty()));
  }

  private static Chosen told(Resources resources) {
    ControllerChoice choice = ControllerChoice.of(resources);
    return new Chosen(choice.dialect(), Optional.of(choice.reason()), choice.foreign());
  }

  private Optional<Chosen> configured(Chosen chosen, RoutingSettings settings, Terminal terminal) {
    Dialect dialect = chosen.dialect();
    DialectConfig all = settings.of(dialect.id());
    for (Map.Entry<String, String> entry : config.entrySet()) {
      Optional<String> problem = problem(dialect, entry.getKey(), entry.getValue());
      if (problem.isPresent()) {
        terminal.err().println("--config " + entry.getKey() + ": " + problem.get());
        return Optional.empty();
      }
      all = all.with(entry.getKey(), entry.getValue());
    }
    return Optional.of(new Chosen(dialect.withConfig(all), chosen.reason(), chosen.foreign()));
  }

  private static Optional<String> problem(Dialect dialect, String key, String value) {
    Optional<Setting> setting =
        dialect.settings().stream().filter(s -> s.key().equals(key)).findFirst();
    return setting.isPresent()
        ? setting.get().problem(value)
        : Optional.of(
            dialect.settings().isEmpty()
                ? dialect.displayName() + " has no settings that change routing."
                : "%s has no such setting that changes routing. Known: %s."
                    .formatted(
                        dialect.displayName(),
                        dialect.settings().stream()
                            .map(Setting::key)
                            .collect(Collectors.joining(", "))));
  }

  /** The controller that the command line names, and its settings there. */
  Optional<String> controller() {
    return controller;
  }

  DialectConfig config() {
    return new DialectConfig(config);
  }
}
