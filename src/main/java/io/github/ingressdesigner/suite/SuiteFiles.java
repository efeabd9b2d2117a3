package io.github.ingressdesigner.suite;

import java.util.List;
import java.util.Locale;

/**
 * Which files are suites: those whose name ends with {@code .routes.yaml} or {@code .routes.yml},
 * beside the manifests or in a folder below.
 */
public final class SuiteFiles {
  public static final String ENDING = ".routes.yaml";

  private static final List<String> ENDINGS = List.of(ENDING, ".routes.yml");
  private static final List<String> YAML = List.of(".yaml", ".yml", ".json");

  private SuiteFiles() {}

  /**
   * @param name of a file, with or without its folder
   */
  public static boolean isSuite(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(lower::endsWith);
  }

  /** What the suite of a manifest is called: {@code shop.routes.yaml} for {@code shop.yaml}. */
  public static String nameFor(String manifest) {
    String lower = manifest.toLowerCase(Locale.ROOT);
    int cut = YAML.stream().filter(lower::endsWith).findFirst().map(String::length).orElse(0);
    return manifest.substring(0, manifest.length() - cut) + ENDING;
  }
}
