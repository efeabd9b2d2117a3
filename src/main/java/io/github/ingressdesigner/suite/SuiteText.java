package io.github.ingressdesigner.suite;

import io.github.ingressdesigner.yaml.ScalarWriter;
import io.github.ingressdesigner.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The text of a suite that has no tests yet. */
public final class SuiteText {
  private SuiteText() {}

  /**
   * @param name of the file, for the comment at its beginning
   * @param controller id of the dialect
   * @param config settings of the controller
   * @param manifests relative to the suite
   */
  public static String begin(
      String name, String controller, Map<String, String> config, List<String> manifests) {
    StringBuilder text = new StringBuilder();
    text.append("# Where requests go. Run with: ingress-designer test ").append(name).append('\n');
    text.append("controller: ").append(plain(controller)).append('\n');
    if (!config.isEmpty()) {
      text.append("controllerConfig:\n");
      new TreeMap<>(config)
          .forEach(
              (key, value) ->
                  text.append("  ")
                      .append(plain(key))
                      .append(": ")
                      .append(plain(value))
                      .append('\n'));
    }
    text.append("manifests:\n");
    manifests.forEach(manifest -> text.append("  - ").append(plain(manifest)).append('\n'));
    return text.toString();
  }

  private static String plain(String value) {
    return ScalarWriter.inline(value, YamlNode.Style.PLAIN, false);
  }
}
