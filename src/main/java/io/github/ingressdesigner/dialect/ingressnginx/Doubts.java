package io.github.ingressdesigner.dialect.ingressnginx;

import io.github.ingressdesigner.dialect.ingressnginx.Answer.Stage;
import io.github.ingressdesigner.route.Decision.Confidence;
import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.Request;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How sure an answer is, and why. */
record Doubts(Confidence confidence, String basis) {
  private static final Doubts NONE =
      new Doubts(
          Confidence.EXACT,
          "Rules of this kind were compared with answers of the real controller.");

  /** Settings that may change any answer and are not modelled. */
  private static final List<String> SETTINGS =
      List.of(
          "server-snippet",
          "location-snippet",
          "http-snippet",
          "main-snippet",
          "global-auth-url",
          "block-cidrs",
          "block-user-agents",
          "block-referers",
          "enable-modsecurity");

  /** Decided before a location is entered, so that its annotations have no say. */
  private static final Set<Stage> BEFORE =
      Set.of(
          Stage.REJECTED,
          Stage.UNDECIDED,
          Stage.BAD_REQUEST,
          Stage.OTHER_NAME,
          Stage.CLIENT_CERTIFICATE);

  static Doubts of(DialectConfig config, Request request, Answer answer) {
    Optional<String> setting =
        SETTINGS.stream()
            .filter(key -> config.find(key).filter(v -> isOn(v)).isPresent())
            .findFirst();
    if (setting.isPresent()) {
      return unknown("The setting " + setting.get() + " may change the answer.");
    }
    if (BEFORE.contains(answer.stage())) {
      return NONE;
    }
    return snippet(config, answer)
        .or(() -> clientCertificate(request, answer))
        .or(() -> annotation(config, answer))
        .or(() -> password(request, answer))
        .or(() -> affinity(answer))
        .or(() -> modelled(answer))
        .orElse(NONE);
  }

  private static boolean isOn(String value) {
    return !value.isBlank() && !value.equals("false");
  }

  private static Doubts unknown(String sentence) {
    return new Doubts(Confidence.UNKNOWN, sentence + " It is not modelled.");
  }

  private static Optional<Doubts> snippet(DialectConfig config, Answer answer) {
    Server server = answer.server();
    return server != null && config.isOn("allow-snippet-annotations", false)
        ? server.snippetOf.map(
            ing -> unknown("The server-snippet of " + ing.name() + " may change the answer."))
        : Optional.empty();
  }

  private static Optional<Doubts> clientCertificate(Request request, Answer answer) {
    Server server = answer.server();
    return server != null && server.needsCertificate && request.scheme().equals("https")
        ? Optional.of(unknown("auth-tls-secret asks the client for a certificate."))
        : Optional.empty();
  }

  /** Where access is denied anyway, the rule that denies is modelled; dropped snippets are, too. */
  private static Optional<Doubts> annotation(DialectConfig config, Answer answer) {
    boolean snippets = config.isOn("allow-snippet-annotations", false);
    return answer
        .block()
        .map(block -> block.rules)
        .filter(rules -> rules.access().denied().isEmpty() && answer.stage() != Stage.ADDS_SLASH)
        .flatMap(Rules::unknown)
        .filter(key -> snippets || !Risk.isSnippet(key))
        .map(key -> unknown("The annotation " + key + " may change the answer."));
  }

  private static Optional<Doubts> password(Request request, Answer answer) {
    boolean judged =
        answer.stage() == Stage.BACKEND
            && answer.block().filter(block -> block.rules.access().password()).isPresent();
    return judged && request.headers().containsKey("Authorization")
        ? Optional.of(unknown("auth-type has the credentials checked."))
        : Optional.empty();
  }

  /** Cookies of a session go before the rules of a canary. */
  private static Optional<Doubts> affinity(Answer answer) {
    boolean sticky =
        answer.canary() != null
            && answer
                .block()
                .filter(block -> block.rules.annotations().text("affinity").isPresent())
                .isPresent();
    return sticky
        ? Optional.of(
            new Doubts(
                Confidence.MODELLED,
                "A session cookie of the client would go before the canary's rules."))
        : Optional.empty();
  }

  private static Optional<Doubts> modelled(Answer answer) {
    return switch (answer.stage()) {
      case ACCESS ->
          Optional.of(
              new Doubts(
                  Confidence.MODELLED,
                  "Read from the controller's source; the client's address is assumed."));
      case REWRITE_REDIRECT, REWRITE_TO_NOTHING ->
          Optional.of(
              new Doubts(Confidence.MODELLED, "Read from the template and from NGINX's source."));
      default -> Optional.empty();
    };
  }
}
