package io.github.ingressdesigner.cluster.session;

import io.github.ingressdesigner.cluster.ClusterException;
import io.github.ingressdesigner.cluster.ClusterException.Cause;
import io.github.ingressdesigner.cluster.ClusterException.Kind;
import io.github.ingressdesigner.cluster.kubeconfig.KubeContext;
import io.github.ingressdesigner.cluster.login.Login;
import io.github.ingressdesigner.workspace.log.SecretFilter;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Turns what went wrong into words: which context and server, the cause, and the remedy. */
final class Failures {
  private static final String UNSURE =
      " It is not known whether the change was made: read the object again before anything else.";

  /** {@code .spec.rulez: field not declared in schema}. */
  private static final Pattern TYPED_PATCH = Pattern.compile("\\s\\.(\\S+): ([^\n]+)");

  private final KubeContext context;
  private final Login login;

  Failures(KubeContext context, Login login) {
    this.context = context;
    this.login = login;
  }

  private String where() {
    return "%s (context \"%s\")".formatted(context.cluster().server(), context.name());
  }

  private static String after(Request request) {
    return request.isRead() || request.query().containsKey("dryRun") ? "" : UNSURE;
  }

  ClusterException cancelled(Request request) {
    return new ClusterException(Kind.CANCELLED, "This was cancelled." + after(request));
  }

  ClusterException timeout(Request request) {
    return new ClusterException(
        Kind.TIMEOUT,
        "The server %s did not answer within %d s. Check the network, or try again.%s"
            .formatted(where(), request.patience().toSeconds(), after(request)));
  }

  ClusterException tooLarge(int largest) {
    return new ClusterException(
        Kind.TOO_LARGE,
        "The server %s sent more than %d MB in one answer, which was not read. Choose fewer namespaces."
            .formatted(where(), largest / (1024 * 1024)));
  }

  ClusterException malformed(Answer answer) {
    boolean page = answer.contentType().contains("html");
    return new ClusterException(
        Kind.MALFORMED,
        "The server %s sent %s. Check the address of the server in %s."
            .formatted(
                where(),
                page
                    ? "a web page in place of an answer of Kubernetes; a proxy or a login page may"
                        + " stand between"
                    : "an answer that is not of Kubernetes",
                context.cluster().file()));
  }

  /** Of an exception of the client. */
  ClusterException noAnswer(Request request, Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      switch (t) {
        case ServerCheck.RefusedException refused -> {
          return new ClusterException(
              Kind.CERTIFICATE,
              "The server %s is not trusted: %s.".formatted(where(), refused.getMessage()));
        }
        case UnknownHostException _, UnresolvedAddressException _ -> {
          return unreachable(
              "its name cannot be resolved. Check the address, the network and the VPN");
        }
        case HttpTimeoutException _, TimeoutException _ -> {
          return timeout(request);
        }
        default -> {}
      }
    }
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof ConnectException) {
        return unreachable("nothing answers there. Check that it runs, the address and the VPN");
      }
      if (t instanceof SSLException) {
        return new ClusterException(
            Kind.CERTIFICATE,
            "No secure connection to %s came about (%s). Check that the address leads to an API server and not to a plain HTTP port."
                .formatted(where(), SecretFilter.clean(String.valueOf(t.getMessage()))));
      }
    }
    return new ClusterException(
        Kind.UNREACHABLE,
        "The server %s ended the connection before its answer was complete. Try again.%s"
            .formatted(where(), after(request)));
  }

  private ClusterException unreachable(String why) {
    return new ClusterException(
        Kind.UNREACHABLE, "The server %s cannot be reached: %s.".formatted(where(), why));
  }

  /** Of an answer with an error code. */
  ClusterException refused(Answer answer) {
    Optional<JsonNode> status = status(answer);
    String message = SecretFilter.clean(status.map(s -> s.path("message").asString("")).orElse(""));
    String reason = status.map(s -> s.path("reason").asString("")).orElse("");
    List<Cause> causes = status.map(Failures::causes).orElse(List.of());
    return switch (answer.code()) {
      case 301, 302, 303, 307, 308 -> malformed(answer);
      case 401 -> unauthorized();
      case 403 ->
          failure(
              Kind.FORBIDDEN,
              causes,
              "%s does not allow this: %s. Ask for this right, or take another context.",
              message);
      case 404 -> failure(Kind.NOT_FOUND, causes, "On %s this does not exist: %s.", known(message));
      case 409 -> conflict(reason, message, causes);
      case 410 ->
          failure(
              Kind.EXPIRED,
              causes,
              "%s no longer has this state: %s. Read again from the start.",
              message);
      case 413 -> failure(Kind.TOO_LARGE, causes, "%s takes no object as large: %s.", message);
      case 429 -> busy(answer);
      case 400, 405, 415, 422 ->
          failure(Kind.INVALID, causes, "%s refused it: %s.", known(message));
      default ->
          message.contains("failed to create typed patch object")
              ? failure(Kind.INVALID, typedPatchCauses(message), "%s refused it: %s.", message)
              : failure(
                  Kind.SERVER,
                  causes,
                  "%s failed with code " + answer.code() + "%s. Try again later.",
                  message.isEmpty() ? "" : ": " + message);
    };
  }

  private ClusterException failure(Kind kind, List<Cause> causes, String form, String message) {
    // the sentences around it have a full stop of their own
    String said = message.strip().replaceFirst("\\.$", "");
    return new ClusterException(kind, form.formatted(where(), said), causes, Optional.empty());
  }

  private static String known(String message) {
    return message.isEmpty() ? "the server does not say why" : message;
  }

  private ClusterException unauthorized() {
    Optional<Instant> ended =
        login
            .key()
            .map(key -> key.chain().getFirst().getNotAfter().toInstant())
            .filter(until -> until.isBefore(Instant.now()));
    return new ClusterException(
        Kind.UNAUTHORIZED,
        "%s does not know the login of %s (401): %s. Log in anew."
            .formatted(
                where(),
                context.user().file(),
                ended
                    .map(until -> "its client certificate expired at " + until)
                    .orElse("the token or certificate has expired or was withdrawn")));
  }

  private ClusterException conflict(String reason, String message, List<Cause> causes) {
    if (causes.stream().anyMatch(c -> c.reason().equals("FieldManagerConflict"))) {
      return failure(Kind.OWNED, causes, "On %s fields belong to others: %s.", message);
    }
    return reason.equals("AlreadyExists")
        ? failure(Kind.EXISTS, causes, "On %s: %s. Read it first.", message)
        : failure(
            Kind.STALE, causes, "On %s somebody else changed the object in between: %s.", message);
  }

  private ClusterException busy(Answer answer) {
    Optional<Duration> wait = answer.retryAfter().map(Duration::ofSeconds);
    return new ClusterException(
        Kind.BUSY,
        "%s has too much to do (429)%s."
            .formatted(
                where(),
                wait.map(w -> " and asks to wait %d s. Try again then".formatted(w.toSeconds()))
                    .orElse(". Try again in a while")),
        List.of(),
        wait);
  }

  private static Optional<JsonNode> status(Answer answer) {
    try {
      JsonNode node = JsonMapper.shared().readTree(answer.body());
      return Optional.of(node).filter(n -> n.path("kind").asString("").equals("Status"));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static List<Cause> causes(JsonNode status) {
    List<Cause> causes = new ArrayList<>();
    for (JsonNode cause : status.path("details").path("causes")) {
      causes.add(
          new Cause(
              cause.path("field").asString(""),
              cause.path("reason").asString(""),
              SecretFilter.clean(cause.path("message").asString(""))));
    }
    return causes;
  }

  /** Server-side apply tells unknown fields and wrong types in its message only, by path. */
  private static List<Cause> typedPatchCauses(String message) {
    List<Cause> causes = new ArrayList<>();
    Matcher matcher = TYPED_PATCH.matcher(message);
    while (matcher.find()) {
      causes.add(new Cause(matcher.group(1), "FieldValueInvalid", matcher.group(2)));
    }
    return causes;
  }
}
