package io.github.ingressdesigner.lint.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.bind.BindProblem.Severity;
import io.github.ingressdesigner.lint.Finding;
import io.github.ingressdesigner.lint.Fix;
import io.github.ingressdesigner.lint.LintCase;
import io.github.ingressdesigner.lint.LintCheck;
import io.github.ingressdesigner.lint.LintContext;
import io.github.ingressdesigner.lint.LintFile;
import io.github.ingressdesigner.lint.LintReader;
import io.github.ingressdesigner.lint.LintRule;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.splice.IntentPlanner;
import io.github.ingressdesigner.splice.Plan;
import io.github.ingressdesigner.splice.PlanContext;
import io.github.ingressdesigner.text.FileBytes;
import io.github.ingressdesigner.text.SourceText;
import io.github.ingressdesigner.text.TextEdits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each rule fires somewhere, and each fix mends what it is offered for. */
class ServerRulesTest {
  private static final List<LintCheck> CHECKS = List.of(new ServerCheck(), new NothingInFiles());

  /** Of an error of these reasons the server tells nothing else, so that others come to light. */
  private static final Set<String> HIDING =
      Set.of("UnknownField", "DuplicateField", "WrongType", "ValueUnreadable", "BadRequest");

  private static final String SERVICE =
      "apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {%s, ports: [{port: 80%s}]}\n";
  private static final String INGRESS =
      "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: web\n%sspec:\n  rules:\n"
          + "  - host: a.example\n";

  /** Beside the cases of the server, for what those do not show. */
  private static final List<String> OWN =
      List.of(
          "kind: {{ .Values.kind }}\n",
          "# nothing\n",
          "--- {apiVersion: v1}\n",
          INGRESS.formatted("") + "...\n" + INGRESS.formatted(""),
          INGRESS.formatted("  resourceVersion: \"1\"\n"),
          "apiVersion: networking.k8s.io/v1\nkind: IngressClass\nmetadata:\n  name: a\n"
              + "  namespace: b\nspec:\n  controller: a.example/b\n",
          "apiVersion: v1\nkind: Secret\nmetadata: {name: a, generation: -1}\n",
          INGRESS.formatted("  creationTimestamp: yesterday\n"),
          INGRESS.formatted(
              "  ownerReferences:\n  - &o {apiVersion: v1, kind: Pod, name: a, uid: b}\n  - *o\n"),
          SERVICE.formatted("type: NodePort", ", nodePort: 80"),
          SERVICE.formatted("loadBalancerClass: a.example/b", ""),
          "apiVersion: v1\nkind: Secret\nmetadata: {name: web}\ntype: kubernetes.io/tls\n"
              + "stringData: {tls.crt: a, tls.key: b}\n");

  private static Stream<String> texts() {
    return Stream.concat(
        ApiCase.all().stream()
            .map(c -> c.manifest())
            .map(m -> FileBytes.decode(m.getBytes(StandardCharsets.UTF_8)).text().string()),
        OWN.stream());
  }

  @Test
  void eachRuleFires() {
    Set<String> quiet = new TreeSet<>();
    ServerRules.ALL.forEach(rule -> quiet.add(rule.id()));
    // told for a replacement alone, which no file is
    quiet.remove(ServerRules.IMMUTABLE.id());
    texts()
        .flatMap(text -> LintCase.findings(CHECKS, "kubernetes-spec", text).stream())
        .map(finding -> finding.rule().id())
        .forEach(quiet::remove);
    assertThat(quiet).isEmpty();
  }

  @Test
  void idsAreUnique() {
    assertThat(ServerRules.ALL).extracting(LintRule::id).doesNotHaveDuplicates();
  }

  @Test
  void eachFixIsOneEditThatMendsAndBreaksNothing() {
    List<String> bad = new ArrayList<>();
    Set<String> labels = new HashSet<>();
    texts()
        .forEach(
            text -> {
              List<Finding> before = LintCase.findings(CHECKS, "kubernetes-spec", text);
              for (Finding finding : before) {
                finding
                    .fix()
                    .ifPresent(
                        fix -> {
                          labels.add(fix.label().split(" ")[0]);
                          judge(text, before, finding, fix, bad);
                        });
              }
            });
    assertThat(bad).isEmpty();
    assertThat(labels).hasSizeGreaterThan(8);
  }

  private static void judge(
      String text, List<Finding> before, Finding finding, Fix fix, List<String> bad) {
    String where = finding.rule().id() + " " + finding.field() + " " + fix.label() + "\n" + text;
    TextEdits edits = edits(text, fix);
    if (edits.isEmpty()) {
      bad.add("nothing planned: " + where);
      return;
    }
    // an older version differs in several places
    boolean joint = fix instanceof Fix.ByIntent || fix.label().startsWith("Convert");
    if (edits.edits().size() != 1 && !joint) {
      bad.add("several edits: " + where);
    }
    String after = SourceText.of(text).apply(edits).string();
    List<Finding> left = LintCase.findings(CHECKS, "kubernetes-spec", after);
    boolean gone =
        left.stream()
            .noneMatch(
                f ->
                    f.rule().equals(finding.rule())
                        && f.field().equals(finding.field())
                        && f.message().equals(finding.message())
                        && left.size() >= before.size());
    if (!gone) {
      bad.add("still there: " + where + "---\n" + after);
    }
    Set<String> known = before.stream().map(ServerRulesTest::key).collect(Collectors.toSet());
    boolean worse =
        left.stream()
            .filter(f -> f.severity() == Severity.ERROR)
            .anyMatch(f -> !known.contains(key(f)));
    // a path without a pathType is not looked at
    boolean hid =
        finding.rule().equals(ServerRules.PATH_TYPE)
            || before.stream().anyMatch(f -> HIDING.contains(f.reason()));
    if (worse && !hid) {
      bad.add("new error: " + where + "---\n" + after);
    }
  }

  private static String key(Finding finding) {
    return finding.rule().id() + " " + finding.field();
  }

  private static TextEdits edits(String text, Fix fix) {
    return switch (fix) {
      case Fix.ByEdits(String _, boolean _, TextEdits own) -> own;
      case Fix.ByIntent(String _, boolean _, var intent) ->
          new IntentPlanner().plan(intent, context(text)) instanceof Plan.Ready ready
              ? ready.edits().getOrDefault(LintCase.FILE, TextEdits.NONE)
              : TextEdits.NONE;
    };
  }

  private static PlanContext context(String text) {
    LintContext context =
        LintReader.read(
            Map.of(LintCase.FILE, SourceText.of(text)), LintCase.settings("kubernetes-spec"));
    Map<FileId, PlanContext.PlanFile> files =
        context.files().stream()
            .collect(
                Collectors.toMap(
                    LintFile::id,
                    file ->
                        new PlanContext.PlanFile(
                            file.text(),
                            true,
                            file.documents().stream()
                                .map(d -> new PlanContext.PlanDocument(d.id(), d.range(), d.read()))
                                .toList())));
    return new PlanContext(files);
  }
}
