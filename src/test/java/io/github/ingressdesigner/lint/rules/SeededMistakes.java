package io.github.ingressdesigner.lint.rules;

import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.lint.Finding;
import io.github.ingressdesigner.lint.KubeVersion;
import io.github.ingressdesigner.lint.LintCase;
import io.github.ingressdesigner.lint.LintConfig;
import io.github.ingressdesigner.lint.LintReader;
import io.github.ingressdesigner.lint.LintSettings;
import io.github.ingressdesigner.lint.Linter;
import io.github.ingressdesigner.text.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Realistic files, and mistakes to be put into them one at a time. */
final class SeededMistakes {
  private static final String FOLDER = "/io/github/ingressdesigner/lint/seeded/";

  /** Told of every file for this controller, right or wrong. */
  private static final String RETIRED = "ingress-nginx-retired";

  /**
   * One mistake.
   *
   * @param rules of which one should find it
   * @param others other tools that document a check for it
   */
  record Mistake(
      int number,
      String file,
      List<String> rules,
      List<String> others,
      String what,
      String old,
      String wrong) {
    String text() {
      String clean = clean(file);
      int at = clean.indexOf(old);
      if (at < 0) {
        throw new IllegalStateException("mistake " + number + ": no such lines in " + file);
      }
      return clean.substring(0, at) + wrong + clean.substring(at + old.length());
    }

    /** What is found that is not found in the clean file. */
    List<String> found() {
      List<String> found = new ArrayList<>(ids(file, text()));
      ids(file, clean(file)).forEach(found::remove);
      return found.stream().distinct().toList();
    }
  }

  private SeededMistakes() {}

  static List<String> files() {
    return List.of("shop", "portal", "blog", "pay", "media", "docs", "gate", "intern");
  }

  static String clean(String file) {
    return read(file + ".yaml");
  }

  private static String read(String name) {
    try (InputStream in = SeededMistakes.class.getResourceAsStream(FOLDER + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The rules that report something, one for each finding. */
  static List<String> ids(String file, String text) {
    String controller = text.lines().findFirst().orElseThrow().substring("# controller: ".length());
    LintSettings settings =
        new LintSettings(
            Dialects.find(controller).orElseThrow(), KubeVersion.DEFAULT, LintCase.NOW);
    return new Linter(LintRules.checks())
            .lint(
                LintReader.read(
                    Map.of(LintCase.FILE, SourceText.of(RuleCase.filled(text))), settings),
                LintConfig.DEFAULT,
                () -> false)
            .orElseThrow()
            .stream()
            .map(Finding::rule)
            .map(rule -> rule.id())
            .filter(id -> !id.equals(RETIRED))
            .toList();
  }

  static List<Mistake> all() {
    List<Mistake> all = new ArrayList<>();
    String[] head = new String[0];
    StringBuilder old = new StringBuilder();
    StringBuilder wrong = new StringBuilder();
    for (String line : (read("mistakes.txt") + "\nend | | |").lines().toList()) {
      if (line.startsWith("#") || line.isBlank()) {
        continue;
      }
      if (line.startsWith("-")) {
        old.append(line.substring(1)).append('\n');
      } else if (line.startsWith("+")) {
        wrong.append(line.length() == 1 ? "" : line.substring(1) + '\n');
      } else {
        if (head.length > 0) {
          all.add(
              new Mistake(
                  all.size() + 1,
                  head[0].strip(),
                  List.of(head[1].strip().split(" ")),
                  List.of(head[2].strip().split(" ")),
                  head[3].strip(),
                  old.toString(),
                  wrong.toString()));
        }
        head = line.split("\\|");
        old.setLength(0);
        wrong.setLength(0);
      }
    }
    return all;
  }

  /**
   * Prints what is found of each mistake. With a folder, writes every file with its mistake there,
   * to be given to other programs.
   */
  public static void main(String[] args) throws IOException {
    int found = 0;
    int other = 0;
    int missed = 0;
    Map<String, Integer> others = new java.util.TreeMap<>();
    for (Mistake mistake : all()) {
      List<String> ids = mistake.found();
      boolean expected = mistake.rules().stream().anyMatch(ids::contains);
      found += expected ? 1 : 0;
      other += !expected && !ids.isEmpty() ? 1 : 0;
      missed += ids.isEmpty() ? 1 : 0;
      mistake.others().forEach(o -> others.merge(o, 1, Integer::sum));
      System.out.printf(
          "%-6s %3d %-7s %-45s %s%n",
          expected ? "found" : ids.isEmpty() ? "MISSED" : "OTHER",
          mistake.number(),
          mistake.file(),
          mistake.what(),
          ids);
      if (args.length > 0) {
        Path folder = Path.of(args[0]);
        Files.createDirectories(folder);
        Files.writeString(
            folder.resolve("%03d-%s.yaml".formatted(mistake.number(), mistake.file())),
            RuleCase.filled(mistake.text()));
      }
    }
    int alarms = 0;
    for (String file : files()) {
      List<String> ids = ids(file, clean(file));
      alarms += ids.size();
      System.out.println("clean  " + file + " " + ids);
    }
    System.out.printf(
        "%d mistakes: %d found by the rule meant, %d by another, %d missed; %d false alarms in %d"
            + " clean files; others document checks for %s%n",
        found + other + missed, found, other, missed, alarms, files().size(), others);
  }
}
