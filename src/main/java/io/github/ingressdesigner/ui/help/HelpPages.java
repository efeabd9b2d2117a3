package io.github.ingressdesigner.ui.help;

import io.github.ingressdesigner.lint.LintRule;
import io.github.ingressdesigner.lint.rules.LintRules;
import io.github.ingressdesigner.ui.common.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * All pages by their ids: concepts such as {@code tls}, checks such as {@code check:tls-expired}.
 */
public final class HelpPages {
  /** What the id of a check's page begins with. */
  public static final String CHECK = "check:";

  /** Lists all checks. */
  static final String CHECKS = "checks";

  private static final List<String> CONCEPTS =
      List.of(
          "ingress",
          "path-types",
          "hosts",
          "backends",
          "tls",
          "controllers",
          "classes",
          "annotations",
          "ingress-nginx",
          "gateway-api",
          "api-server",
          "api-versions",
          "names",
          "services",
          "yaml",
          "lint");

  private static final class Pages {
    static final Map<String, HelpPage> ALL = load();
  }

  private HelpPages() {}

  /** The concepts in the order of the list, then the page of all checks. */
  static List<HelpPage> contents() {
    List<HelpPage> contents = new ArrayList<>();
    CONCEPTS.forEach(id -> contents.add(Pages.ALL.get(id)));
    contents.add(Pages.ALL.get(CHECKS));
    return contents;
  }

  public static Optional<HelpPage> find(String id) {
    return Optional.ofNullable(Pages.ALL.get(id));
  }

  /** Pages that hold all words, those with a word in the title first. */
  static List<HelpPage> search(String text) {
    List<String> words = List.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+"));
    return Pages.ALL.values().stream()
        .filter(page -> words.stream().allMatch(page.lower()::contains))
        .sorted(
            Comparator.comparing(
                (HelpPage page) ->
                    words.stream().noneMatch(page.title().toLowerCase(Locale.ROOT)::contains)))
        .toList();
  }

  private static Map<String, HelpPage> load() {
    Map<String, HelpPage> pages = new LinkedHashMap<>();
    for (String id : CONCEPTS) {
      String text = read(id);
      String title = text.substring(2, text.indexOf('\n'));
      pages.put(id, new HelpPage(id, title, text));
    }
    pages.put(CHECKS, new HelpPage(CHECKS, Messages.text("help.checks"), list(LintRules.all())));
    LintRules.all().forEach(rule -> pages.put(CHECK + rule.id(), page(rule)));
    return pages;
  }

  private static String read(String id) {
    String file = "/io/github/ingressdesigner/help/" + id + ".md";
    try (InputStream in = HelpPages.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("no help page " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static String list(List<LintRule> rules) {
    StringBuilder text = new StringBuilder("# " + Messages.text("help.checks") + "\n\n");
    text.append(Messages.text("help.checks.intro", rules.size())).append("\n");
    for (LintRule.Group group : LintRule.Group.values()) {
      text.append("\n## ").append(Messages.text("help.group." + group.id())).append("\n\n");
      rules.stream()
          .filter(rule -> rule.group() == group)
          .sorted(Comparator.comparing(LintRule::id))
          .forEach(
              rule ->
                  text.append(
                      "- [%s](help:%s%s) %s\n"
                          .formatted(rule.id(), CHECK, rule.id(), rule.title())));
    }
    return text.toString();
  }

  private static HelpPage page(LintRule rule) {
    String text =
        "# %s\n\n`%s`, %s, %s%s\n\n%s\n\n%s\n\n%s\n"
            .formatted(
                rule.title(),
                rule.id(),
                Messages.text("help.group." + rule.group().id()),
                rule.severity().name().toLowerCase(Locale.ROOT),
                rule.on() ? "" : ", " + Messages.text("help.check.off"),
                rule.explanation(),
                CONCEPTS.contains(rule.help())
                    ? Messages.text(
                        "help.check.more", "[" + titleOf(rule.help()) + "]", rule.help())
                    : "",
                Messages.text("help.check.ignore", rule.id()));
    return new HelpPage(CHECK + rule.id(), rule.title(), text);
  }

  private static String titleOf(String id) {
    String text = read(id);
    return text.substring(2, text.indexOf('\n'));
  }
}
