package io.github.ingressdesigner.tls;

import static io.github.ingressdesigner.tls.TlsProblem.Kind.CHAIN_ORDER;
import static io.github.ingressdesigner.tls.TlsProblem.Kind.EXPIRED;
import static io.github.ingressdesigner.tls.TlsProblem.Kind.EXPIRES_SOON;
import static io.github.ingressdesigner.tls.TlsProblem.Kind.HOST_NOT_COVERED;
import static io.github.ingressdesigner.tls.TlsProblem.Kind.KEY_MISMATCH;
import static io.github.ingressdesigner.tls.TlsProblem.Kind.NOT_YET_VALID;
import static io.github.ingressdesigner.tls.TlsProblem.Kind.NO_INTERMEDIATE;
import static io.github.ingressdesigner.tls.TlsProblem.Kind.NO_NAMES;
import static io.github.ingressdesigner.tls.TlsProblem.Kind.SELF_SIGNED;
import static io.github.ingressdesigner.tls.TlsProblem.Kind.UNRELATED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.tls.TestCertificates.Made;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlsInspectionTest {
  private static final Made ROOT = TestCertificates.authority("root");
  private static final Made MIDDLE = TestCertificates.authority("middle", ROOT);
  private static final Made SHOP =
      TestCertificates.server(MIDDLE, "shop.example", "*.shop.example");

  private static CertificateChain chain(String... pems) {
    return CertificateChain.read(String.join("", pems)).found().orElseThrow();
  }

  private static Clock at(String time) {
    return Clock.fixed(Instant.parse(time), ZoneOffset.UTC);
  }

  private static List<TlsProblem.Kind> kinds(
      CertificateChain chain, Optional<Made> key, String time, String... hosts) {
    return TlsInspection.of(
            chain,
            key.map(k -> PrivateKeyFile.read(k.keyPem(), Optional.empty()).found().orElseThrow()),
            List.of(hosts),
            at(time))
        .stream()
        .map(TlsProblem::kind)
        .toList();
  }

  @Test
  void goodChainWithItsKeyHasNoProblem() {
    assertThat(
            kinds(
                chain(SHOP.pem(), MIDDLE.pem()),
                Optional.of(SHOP),
                "2026-06-01T00:00:00Z",
                "shop.example",
                "a.shop.example",
                "*.shop.example"))
        .isEmpty();
  }

  @Test
  void chainWithItsRootHasNoProblem() {
    assertThat(
            kinds(
                chain(SHOP.pem(), MIDDLE.pem(), ROOT.pem()),
                Optional.empty(),
                "2026-06-01T00:00:00Z"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "shop.example, shop.example, true",
    "shop.example, SHOP.example, true",
    "shop.example, www.shop.example, false",
    "*.shop.example, a.shop.example, true",
    "*.shop.example, shop.example, false",
    "*.shop.example, a.b.shop.example, false",
    "*.shop.example, *.shop.example, true",
    "*.shop.example, *.b.shop.example, false",
    "a.shop.example, *.shop.example, false"
  })
  void wildcardStandsForOneLabel(String name, String host, boolean covered) {
    assertThat(CertificateNames.covers(name, host)).isEqualTo(covered);
  }

  @Test
  void deeperHostIsNotCoveredAndTheMessageSaysWhy() {
    CertificateChain chain = chain(SHOP.pem(), MIDDLE.pem());
    List<TlsProblem> problems =
        TlsInspection.of(
            chain, Optional.empty(), List.of("a.b.shop.example"), at("2026-06-01T00:00:00Z"));
    assertThat(problems).extracting(TlsProblem::kind).containsExactly(HOST_NOT_COVERED);
    assertThat(problems.getFirst().message()).contains("one label only");
  }

  @Test
  void keyOfAnotherCertificateIsTold() {
    assertThat(kinds(chain(SHOP.pem(), MIDDLE.pem()), Optional.of(ROOT), "2026-06-01T00:00:00Z"))
        .containsExactly(KEY_MISMATCH);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-17T00:00:00Z, ", "2026-12-19T00:00:00Z, EXPIRES_SOON",
    "2026-12-31T23:59:59Z, EXPIRES_SOON", "2027-01-01T00:00:00Z, EXPIRED",
    "2025-12-31T23:59:59Z, NOT_YET_VALID"
  })
  void timeIsJudgedByTheClock(String now, TlsProblem.Kind kind) {
    List<TlsProblem.Kind> expected = kind == null ? List.of() : List.of(kind);
    assertThat(kinds(chain(SHOP.pem(), MIDDLE.pem()), Optional.empty(), now)).isEqualTo(expected);
    assertThat(List.of(EXPIRED, EXPIRES_SOON, NOT_YET_VALID)).containsAll(expected);
  }

  @Test
  void mixedChainIsToldAndCanBeSorted() {
    CertificateChain mixed = chain(ROOT.pem(), SHOP.pem(), MIDDLE.pem());
    assertThat(kinds(mixed, Optional.empty(), "2026-06-01T00:00:00Z")).contains(CHAIN_ORDER);
    assertThat(mixed.inOrder().pem()).isEqualTo(SHOP.pem() + MIDDLE.pem() + ROOT.pem());
  }

  @Test
  void certificateOfAnotherChainIsTold() {
    Made other = TestCertificates.authority("other");
    assertThat(kinds(chain(SHOP.pem(), other.pem()), Optional.empty(), "2026-06-01T00:00:00Z"))
        .containsExactly(UNRELATED);
  }

  @Test
  void loneCertificateOfAnAuthorityLacksTheNext() {
    assertThat(kinds(chain(SHOP.pem()), Optional.empty(), "2026-06-01T00:00:00Z"))
        .containsExactly(NO_INTERMEDIATE);
  }

  @Test
  void selfSignedCertificateIsTold() {
    assertThat(
            kinds(
                chain(TestCertificates.selfSigned("a.example").pem()),
                Optional.empty(),
                "2026-06-01T00:00:00Z",
                "a.example"))
        .containsExactly(SELF_SIGNED);
  }

  @Test
  void commonNameAloneCoversNothing() {
    assertThat(
            kinds(
                chain(TestCertificates.withoutNames(MIDDLE, "a.example").pem(), MIDDLE.pem()),
                Optional.empty(),
                "2026-06-01T00:00:00Z",
                "a.example"))
        .containsExactly(NO_NAMES);
  }
}
