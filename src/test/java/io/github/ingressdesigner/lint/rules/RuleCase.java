package io.github.ingressdesigner.lint.rules;

import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.lint.Finding;
import io.github.ingressdesigner.lint.Fix;
import io.github.ingressdesigner.lint.KubeVersion;
import io.github.ingressdesigner.lint.LintCase;
import io.github.ingressdesigner.lint.LintConfig;
import io.github.ingressdesigner.lint.LintContext;
import io.github.ingressdesigner.lint.LintDocument;
import io.github.ingressdesigner.lint.LintFile;
import io.github.ingressdesigner.lint.LintReader;
import io.github.ingressdesigner.lint.LintSettings;
import io.github.ingressdesigner.lint.Linter;
import io.github.ingressdesigner.splice.IntentPlanner;
import io.github.ingressdesigner.splice.Plan;
import io.github.ingressdesigner.splice.PlanContext;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.text.TextEdits;
import io.github.ingressdesigner.tls.TestCertificates;
import io.github.ingressdesigner.tls.TestCertificates.Made;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One rule with a text in which it fires, at the lines marked {@code # <- fires}, and one in which
 * it stays quiet. The head of the file says for which controller, and whether there is a fix.
 */
record RuleCase(
    String rule,
    String controller,
    boolean hasFix,
    boolean switchOn,
    Optional<String> kubernetes,
    String fires,
    String quiet) {
  static final String MARK = "# <- fires";

  private static final Made AUTHORITY = TestCertificates.authority("authority");
  private static final Map<String, Made> CERTIFICATES =
      Map.of(
          "shop", made("2026-01-01T00:00:00Z", "2027-06-01T00:00:00Z"),
          "expired", made("2025-01-01T00:00:00Z", "2026-01-01T00:00:00Z"),
          "expiring", made("2026-01-01T00:00:00Z", "2026-12-01T00:00:00Z"),
          "early", made("2027-01-01T00:00:00Z", "2028-01-01T00:00:00Z"),
          "mixed", made("2026-01-01T00:00:00Z", "2027-06-01T00:00:00Z"),
          "both",
              TestCertificates.server(
                  AUTHORITY,
                  Instant.parse("2026-01-01T00:00:00Z"),
                  Instant.parse("2027-06-01T00:00:00Z"),
                  "shop.example",
                  "www.shop.example"));

  private static Made made(String from, String to) {
    return TestCertificates.server(
        AUTHORITY, Instant.parse(from), Instant.parse(to), "shop.example");
  }

  static RuleCase read(String rule) {
    String file = "/io/github/ingressdesigner/lint/cases/" + rule + ".yaml";
    try (InputStream in = RuleCase.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("no case for the rule " + rule + ": add " + file);
      }
      String text = filled(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      String[] parts = text.split("#### quiet\n");
      return new RuleCase(
          rule,
          header(parts[0], "controller").orElse("ingress-nginx"),
          !parts[0].contains("# fix: none"),
          parts[0].contains("\n# on\n"),
          header(parts[0], "kubernetes"),
          parts[0],
          parts[1]);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Optional<String> header(String text, String name) {
    return text.lines()
        .filter(line -> line.startsWith("# " + name + ": "))
        .map(line -> line.substring(name.length() + 4))
        .findFirst();
  }

  /** Puts certificates and keys in place of their names. */
  static String filled(String text) {
    String result = text;
    for (Map.Entry<String, Made> entry : CERTIFICATES.entrySet()) {
      Made made = entry.getValue();
      String chain =
          entry.getKey().equals("mixed")
              ? AUTHORITY.pem() + made.pem()
              : made.pem() + AUTHORITY.pem();
      result =
          result
              .replace("${cert:" + entry.getKey() + "}", base64(chain))
              .replace("${key:" + entry.getKey() + "}", base64(made.keyPem()));
    }
    return result;
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }

  LintContext context(String yaml) {
    LintSettings settings =
        new LintSettings(
            Dialects.find(controller).orElseThrow(),
            kubernetes.flatMap(KubeVersion::parse).orElse(KubeVersion.DEFAULT),
            LintCase.NOW);
    return LintReader.read(Map.of(LintCase.FILE, SourceText.of(yaml)), settings);
  }

  List<Finding> findings(String yaml) {
    LintConfig config =
        switchOn
            ? LintConfig.DEFAULT.with(rule, Optional.of(LintConfig.Level.WARNING))
            : LintConfig.DEFAULT;
    return new Linter(LintRules.checks()).lint(context(yaml), config, () -> false).orElseThrow();
  }

  List<Finding> ofRule(String yaml) {
    return findings(yaml).stream().filter(f -> f.rule().id().equals(rule)).toList();
  }

  /** Lines from 1. */
  static List<Integer> lines(String yaml, List<Finding> findings) {
    SourceText text = SourceText.of(yaml);
    return findings.stream().map(f -> text.lines().lineOf(f.range().start()) + 1).toList();
  }

  static List<Integer> marked(String yaml) {
    List<Integer> marked = new ArrayList<>();
    List<String> lines = yaml.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(MARK)) {
        marked.add(i + 1);
      }
    }
    return marked;
  }

  /** The edits of a fix. */
  TextEdits edits(String yaml, Fix fix) {
    return switch (fix) {
      case Fix.ByEdits byEdits -> byEdits.edits();
      case Fix.ByIntent byIntent -> {
        Plan plan = new IntentPlanner().plan(byIntent.intent(), planContext(yaml));
        if (!(plan instanceof Plan.Ready ready)) {
          throw new AssertionError("the fix " + fix + " is not ready: " + plan);
        }
        yield ready.edits().get(LintCase.FILE);
      }
    };
  }

  private PlanContext planContext(String yaml) {
    LintFile file = context(yaml).files().getFirst();
    List<PlanContext.PlanDocument> documents =
        file.documents().stream().map(RuleCase::planned).toList();
    return new PlanContext(
        Map.of(file.id(), new PlanContext.PlanFile(file.text(), true, documents)));
  }

  private static PlanContext.PlanDocument planned(LintDocument document) {
    return new PlanContext.PlanDocument(document.id(), document.range(), document.read());
  }

  static String apply(String yaml, TextEdits edits) {
    StringBuilder text = new StringBuilder(yaml);
    for (TextEdit edit : edits.edits().reversed()) {
      text.replace(edit.range().start(), edit.range().end(), edit.inserted());
    }
    return text.toString();
  }
}
