package io.github.ingressdesigner.tls;

import io.github.ingressdesigner.tls.TlsProblem.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Judges a certificate, and its key where that is at hand. */
public final class TlsInspection {
  /** Renewals usually happen a month before the end; who is later than two weeks forgot it. */
  public static final Duration SOON = Duration.ofDays(14);

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private TlsInspection() {}

  /**
   * All problems, the gravest first.
   *
   * @param hosts which it should cover
   */
  public static List<TlsProblem> of(
      CertificateChain chain, Optional<PrivateKeyFile> key, List<String> hosts, Clock clock) {
    List<TlsProblem> problems = new ArrayList<>();
    if (key.isPresent() && !key.get().matches(chain)) {
      problems.add(
          new TlsProblem(
              Kind.KEY_MISMATCH,
              chain.certificates().stream()
                      .anyMatch(c -> key.get().matches(new CertificateChain(List.of(c))))
                  ? "The key belongs to another certificate of the file. Put that one first."
                  : "The key is not that of the certificate. Choose the key that the request was"
                      + " made with."));
    }
    validity(chain, clock.instant()).ifPresent(problems::add);
    names(chain, hosts, problems);
    order(chain, problems);
    problems.sort((a, b) -> Boolean.compare(b.kind().isFatal(), a.kind().isFatal()));
    return problems;
  }

  /** What is to be said about its time. */
  public static Optional<TlsProblem> validity(CertificateChain chain, Instant now) {
    Instant end = chain.notAfter();
    if (!now.isBefore(end)) {
      return Optional.of(
          new TlsProblem(
              Kind.EXPIRED, "The certificate expired on %s. Renew it.".formatted(DAY.format(end))));
    }
    if (now.isBefore(chain.notBefore())) {
      return Optional.of(
          new TlsProblem(
              Kind.NOT_YET_VALID,
              "The certificate is valid from %s only.".formatted(DAY.format(chain.notBefore()))));
    }
    return now.plus(SOON).isBefore(end)
        ? Optional.empty()
        : Optional.of(
            new TlsProblem(
                Kind.EXPIRES_SOON,
                "The certificate expires on %s, in %d days. Renew it."
                    .formatted(DAY.format(end), Duration.between(now, end).toDays())));
  }

  private static void names(CertificateChain chain, List<String> hosts, List<TlsProblem> problems) {
    List<String> names = chain.names();
    if (names.isEmpty()) {
      problems.add(
          new TlsProblem(
              Kind.NO_NAMES,
              "The certificate has no subject alternative names. Browsers accept it for no host;"
                  + " have it issued with them."));
      return;
    }
    for (String host : hosts) {
      if (!chain.covers(host)) {
        problems.add(new TlsProblem(Kind.HOST_NOT_COVERED, notCovered(host, names)));
      }
    }
  }

  private static String notCovered(String host, List<String> names) {
    String list =
        names.size() <= 4
            ? String.join(", ", names)
            : String.join(", ", names.subList(0, 3)) + " and " + (names.size() - 3) + " more";
    boolean tooDeep =
        names.stream().anyMatch(n -> n.startsWith("*.") && host.endsWith(n.substring(1)));
    boolean bare = names.stream().anyMatch(n -> n.equals("*." + host));
    return tooDeep
        ? "The certificate does not cover %s: a wildcard stands for one label only (%s)."
            .formatted(host, list)
        : bare
            ? "The certificate does not cover %s: a wildcard does not stand for the bare name (%s)."
                .formatted(host, list)
            : "The certificate does not cover %s; it is for %s.".formatted(host, list);
  }

  private static void order(CertificateChain chain, List<TlsProblem> problems) {
    switch (chain.order()) {
      case RIGHT -> {
        if (chain.isSelfSigned()) {
          problems.add(
              new TlsProblem(
                  Kind.SELF_SIGNED,
                  "The certificate signed itself. Only clients that were told so trust it."));
        } else if (chain.certificates().size() == 1) {
          problems.add(
              new TlsProblem(
                  Kind.NO_INTERMEDIATE,
                  "The file holds the certificate of the server only. Add that of its authority"
                      + " below it, or some clients cannot verify it."));
        }
      }
      case MIXED ->
          problems.add(
              new TlsProblem(
                  Kind.CHAIN_ORDER,
                  "The certificates stand in the wrong order. That of the server comes first, then"
                      + " the one that signed it, and so on."));
      case UNRELATED ->
          problems.add(
              new TlsProblem(
                  Kind.UNRELATED,
                  "The file holds certificates that did not sign the first one. Leave them out."));
    }
  }
}
