package io.github.ingressdesigner.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnotationCatalogTest {
  private final AnnotationCatalog catalog = AnnotationCatalog.standard();

  @Test
  void everyControllerThatIsModelledHasItsAnnotations() {
    assertThat(catalog.families())
        .extracting(Family::id)
        .contains(
            "ingress-nginx",
            "f5-nginx",
            "traefik",
            "haproxy",
            "haproxy-ingress",
            "contour",
            "kong",
            "cert-manager",
            "external-dns");
    assertThat(catalog.families().stream().mapToInt(f -> f.docs().size()).sum()).isGreaterThan(550);
  }

  @Test
  void noFamilyHasAKeyTwice() {
    for (Family family : catalog.families()) {
      Set<String> seen = new HashSet<>();
      assertThat(family.docs()).allMatch(doc -> seen.add(doc.key()), "first of its key");
    }
  }

  @Test
  void everyKeyBeginsAsItsFamilySays() {
    for (Family family : catalog.families()) {
      assertThat(family.docs())
          .filteredOn(doc -> !family.owns(doc.key()))
          .extracting(AnnotationDoc::key)
          .isSubsetOf(
              "ingress.kubernetes.io/ssl-redirect",
              "ingress.kubernetes.io/force-ssl-redirect",
              "kubernetes.io/ingress.allow-http",
              "kubernetes.io/tls-acme");
    }
  }

  @Test
  void everySentenceIsOne() {
    for (Family family : catalog.families()) {
      assertThat(family.docs())
          .allMatch(
              doc ->
                  doc.sentence().endsWith(".") && Character.isUpperCase(doc.sentence().charAt(0)),
              "begins large and ends with a full stop");
    }
  }

  @Test
  void initialValuesAreLegal() {
    List<String> wrong = new ArrayList<>();
    for (Family family : catalog.families()) {
      for (AnnotationDoc doc : family.docs()) {
        doc.initial().flatMap(doc::problem).ifPresent(p -> wrong.add(doc.key() + ": " + p));
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void whatReplacesARemovedAnnotationIsKnownItself() {
    for (Family family : catalog.families()) {
      for (AnnotationDoc doc : family.docs()) {
        doc.history()
            .instead()
            .filter(key -> !key.startsWith("spec.") && !key.endsWith("*"))
            .ifPresent(key -> assertThat(family.find(key)).as(key).isPresent());
      }
    }
  }

  @Test
  void synonymsOfThePrefixMeanTheSame() {
    assertThat(catalog.find("haproxy.com/path-rewrite"))
        .extracting(AnnotationDoc::key)
        .containsExactly("haproxy.org/path-rewrite");
  }

  @Test
  void sharedPrefixIsReadByAllItsFamilies() {
    assertThat(catalog.find("ingress.kubernetes.io/ssl-redirect"))
        .extracting(AnnotationDoc::family)
        .containsExactly("f5-nginx", "haproxy", "haproxy-ingress");
  }

  @Test
  void groupsTakeEveryKeyThatBeginsLikeThem() {
    assertThat(catalog.find("konghq.com/headers.x-env"))
        .extracting(AnnotationDoc::key)
        .containsExactly("konghq.com/headers.*");
  }

  @ParameterizedTest
  @CsvSource({
    "nginx.ingress.kubernetes.io/rewite-target, nginx.ingress.kubernetes.io/rewrite-target",
    "nginx.ingress.kubernetes.io/rewriteTarget, nginx.ingress.kubernetes.io/rewrite-target",
    "nginx.ingress.kubernetes.io/proxy_body_size, nginx.ingress.kubernetes.io/proxy-body-size",
    "nginx.ingress.kuberentes.io/ssl-redirect, nginx.ingress.kubernetes.io/ssl-redirect",
    "nginx.ingress.kubernetes.io/use-regexp, nginx.ingress.kubernetes.io/use-regex",
    "nginx.org/rewrite, nginx.org/rewrites",
    "nginx.org/server-snippet, nginx.org/server-snippets",
    "traefik.ingress.kubernetes.io/router.middleware,"
        + " traefik.ingress.kubernetes.io/router.middlewares",
    "konghq.com/strip_path, konghq.com/strip-path",
    "cert-manager.io/clusterissuer, cert-manager.io/cluster-issuer",
    "cert-manager.io/cluster-isuer, cert-manager.io/cluster-issuer",
    "haproxy.org/path-rewrites, haproxy.org/path-rewrite",
    "external-dns.alpha.kubernetes.io/hostnames, external-dns.alpha.kubernetes.io/hostname"
  })
  void slipsOfTheHandLeadToTheAnnotationThatWasMeant(String written, String meant) {
    assertThat(catalog.find(written)).isEmpty();
    assertThat(catalog.nearest(written)).map(AnnotationDoc::key).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({
    "example.com/owner",
    "nginx.ingress.kubernetes.io/team",
    "prometheus.io/scrape",
    "argocd.argoproj.io/sync-wave",
    "alb.ingress.kubernetes.io/scheme",
    "plain"
  })
  void whatIsFarFromEverythingHasNoNearest(String written) {
    assertThat(catalog.nearest(written)).isEmpty();
  }

  @Test
  void swappedLettersAreOneSlip() {
    assertThat(EditDistance.between("rewrite", "rewirte", 3)).isEqualTo(1);
  }

  @Test
  void distanceStopsAboveItsLimit() {
    assertThat(EditDistance.between("affinity", "rewrite-target", 2)).isGreaterThan(2);
  }

  @ParameterizedTest
  @CsvSource({
    "nginx.ingress.kubernetes.io/proxy-read-timeout, 60s, It is a number of seconds without a"
        + " unit.",
    "nginx.ingress.kubernetes.io/use-regex, yes, 'It is \"true\" or \"false\".'",
    "nginx.org/path-regex, regex, 'It is one of case_sensitive, case_insensitive, exact.'",
    "nginx.ingress.kubernetes.io/proxy-body-size, 8 MB, It is a size: 8m."
  })
  void badValuesAreToldWhatTheyShouldBe(String key, String value, String problem) {
    assertThat(catalog.find(key).getFirst().problem(value)).contains(problem);
  }

  @Test
  void removedAnnotationsSaySinceWhenAndWhatReplacesThem() {
    AnnotationDoc doc = catalog.find("nginx.ingress.kubernetes.io/secure-backends").getFirst();
    assertThat(doc.history().status()).isEqualTo(History.Status.REMOVED);
    assertThat(doc.history().version()).contains("0.21");
    assertThat(doc.history().instead()).contains("nginx.ingress.kubernetes.io/backend-protocol");
  }
}
