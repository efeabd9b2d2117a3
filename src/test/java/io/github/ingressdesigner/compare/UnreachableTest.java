package io.github.ingressdesigner.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ingressdesigner.compare.Unreachable.Hidden;
import io.github.ingressdesigner.compare.Unreachable.Kind;
import io.github.ingressdesigner.dialect.Dialects;
import io.github.ingressdesigner.dialect.Manifests;
import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.route.Dialect;
import io.github.ingressdesigner.route.RouteTable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class UnreachableTest {
  private static final Dialect NGINX = Dialects.find("ingress-nginx").orElseThrow();

  private static String ingress(String name, String classAndRules) {
    return "---\napiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: %s}\nspec:\n%s\n"
        .formatted(name, classAndRules.indent(2));
  }

  private static String rule(String host, String... paths) {
    StringBuilder yaml =
        new StringBuilder("rules:\n- host: \"" + host + "\"\n  http:\n    paths:\n");
    for (String path : paths) {
      String[] parts = path.split(" ");
      yaml.append(
          "    - {path: '%s', pathType: %s, backend: {service: {name: %s, port: {number: 80}}}}\n"
              .formatted(parts[1], parts[0], parts[2]));
    }
    return yaml.toString();
  }

  private static Unreachable search(Dialect dialect, String yaml) {
    Resources resources = Manifests.read(yaml);
    RouteTable table = dialect.compile(resources, Optional.empty());
    return Unreachable.of(table, resources, Progress.NONE);
  }

  @Test
  void aPathWrittenTwiceIsHiddenByTheFirst() {
    Unreachable found =
        search(
            NGINX,
            ingress(
                "a",
                "ingressClassName: nginx\n"
                    + rule("a.x", "Prefix /api one", "Prefix / web", "Prefix /api two")));
    assertThat(found.paths()).isEqualTo(3);
    assertThat(found.hidden()).hasSize(1);
    Hidden hidden = found.hidden().getFirst();
    assertThat(hidden.at().path()).isEqualTo(FieldPath.path(0, 2));
    assertThat(hidden.by().orElseThrow().path()).isEqualTo(FieldPath.path(0, 0));
    assertThat(hidden.kind()).isEqualTo(Kind.BEHIND);
    assertThat(hidden.proven()).isTrue();
    assertThat(hidden.reason()).isNotEmpty();
  }

  @Test
  void pathsThatAllAnswerSomethingAreNotTold() {
    Unreachable found =
        search(
            Dialects.SPEC,
            ingress("a", rule("*.x", "Exact /api/ one", "Prefix /api two", "Prefix / web"))
                + ingress("b", rule("a.x", "Exact / root")));
    assertThat(found.hidden()).isEmpty();
    assertThat(found.paths()).isEqualTo(4);
  }

  @Test
  void pathsOfAnIngressThatTheControllerLeavesOutSaySo() {
    Unreachable found =
        search(NGINX, ingress("a", "ingressClassName: traefik\n" + rule("a.x", "Prefix / web")));
    assertThat(found.hidden()).extracting(Hidden::kind).containsExactly(Kind.LEFT_OUT);
    assertThat(found.hidden().getFirst().reason()).contains("traefik");
  }

  @Test
  void anExpressionBehindAnotherThatTakesAllOfItIsHidden() {
    String regex =
        "---\napiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: a\n  annotations:"
            + " {nginx.ingress.kubernetes.io/use-regex: 'true'}\nspec:\n";
    Unreachable found =
        search(
            NGINX,
            regex
                + ("ingressClassName: nginx\n"
                        + rule(
                            "a.x",
                            "ImplementationSpecific /api(.*) all",
                            "ImplementationSpecific /api one"))
                    .indent(2));
    assertThat(found.hidden())
        .extracting(h -> h.path() + " " + h.kind())
        .isEqualTo(List.of("/api BEHIND"));
  }

  @Test
  void itStopsWhenItIsNotWanted() {
    assertThatThrownBy(
            () -> {
              Resources resources = Manifests.read(ingress("a", rule("a.x", "Prefix / web")));
              RouteTable table = Dialects.SPEC.compile(resources, Optional.empty());
              Unreachable.of(table, resources, part -> false);
            })
        .isInstanceOf(CancellationException.class);
  }
}
