package io.github.ingressdesigner.cluster.login;

import io.github.ingressdesigner.cluster.ClusterException;
import io.github.ingressdesigner.cluster.ClusterException.Kind;
import io.github.ingressdesigner.cluster.Sensitive;
import io.github.ingressdesigner.cluster.kubeconfig.Credential;
import io.github.ingressdesigner.cluster.kubeconfig.KubeContext;
import io.github.ingressdesigner.cluster.kubeconfig.PemSource;
import io.github.ingressdesigner.cluster.kubeconfig.UserEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Makes logins. Nothing is kept here: each session asks for its own. */
public final class Logins {
  private final PluginConsents consents;
  private final ExecPlugin plugins;
  private final Clock clock;

  public Logins(
      PluginConsents consents, PluginPolicy policy, Map<String, String> environment, Clock clock) {
    this(consents, new ExecPlugin(new ProgramFinder(environment), policy), clock);
  }

  Logins(PluginConsents consents, ExecPlugin plugins, Clock clock) {
    this.consents = consents;
    this.plugins = plugins;
    this.clock = clock;
  }

  /** The program that this context starts and the person has not agreed to yet. */
  public Optional<PluginRequest> pending(KubeContext context) {
    return request(context).filter(request -> !consents.isAgreed(request));
  }

  private static Optional<PluginRequest> request(KubeContext context) {
    return context.user().credential() instanceof Credential.Exec exec
        ? Optional.of(new PluginRequest(context.user().file(), exec))
        : Optional.empty();
  }

  /**
   * The person's login.
   *
   * @throws ClusterException {@link Kind#CONSENT} where a program waits for consent; {@link
   *     Kind#LOGIN} where the credential cannot be had
   */
  public Login login(KubeContext context, BooleanSupplier cancelled) throws ClusterException {
    UserEntry user = context.user();
    Login login =
        switch (user.credential()) {
          case Credential.Nothing _ -> Login.NONE;
          case Credential.Token token -> Login.bearer(token.token().value(), Optional.empty());
          case Credential.TokenFile file -> Login.bearer(token(context, file), Optional.empty());
          case Credential.Basic basic -> basic(basic);
          case Credential.Oidc oidc -> oidc(context, oidc);
          case Credential.Exec _ -> plugin(context, cancelled);
          case Credential.Unsupported unsupported ->
              throw problem(
                  context,
                  unsupported.what() + ". Use an exec plugin or a token in the kubeconfig");
        };
    return user.certificate().isPresent()
        ? login.withKey(key(context, user.certificate().get()))
        : login;
  }

  private Login plugin(KubeContext context, BooleanSupplier cancelled) throws ClusterException {
    PluginRequest request = request(context).orElseThrow();
    if (!consents.isAgreed(request)) {
      throw new ClusterException(
          Kind.CONSENT,
          "The context \"%s\" starts the program \"%s\" to log in (%s says so). Nothing was started: agree to it first."
              .formatted(context.name(), request.exec().command(), request.file()));
    }
    return plugins.run(request, context.cluster(), cancelled);
  }

  private static String token(KubeContext context, Credential.TokenFile file)
      throws ClusterException {
    String token =
        new String(read(context, "its token", file.path()), StandardCharsets.UTF_8).strip();
    if (token.isEmpty()) {
      throw problem(context, "the token file %s is empty".formatted(file.path()));
    }
    return token;
  }

  private static Login basic(Credential.Basic basic) {
    byte[] pair = (basic.user() + ":" + basic.password().value()).getBytes(StandardCharsets.UTF_8);
    return new Login(
        Optional.of(new Sensitive("Basic " + Base64.getEncoder().encodeToString(pair))),
        Optional.empty(),
        Optional.empty());
  }

  private Login oidc(KubeContext context, Credential.Oidc oidc) throws ClusterException {
    String remedy =
        "Log in anew with the tool that wrote it; kubectl renews it too, when it is used once";
    Sensitive token =
        oidc.idToken()
            .orElseThrow(
                () ->
                    problem(
                        context,
                        "there is no token of %s yet. %s".formatted(oidc.issuer(), remedy)));
    Optional<Instant> until = expiry(token.value());
    if (until.isPresent() && !until.get().isAfter(clock.instant())) {
      throw problem(
          context,
          "its token of %s expired at %s. %s".formatted(oidc.issuer(), until.get(), remedy));
    }
    return Login.bearer(token.value(), until);
  }

  /** The time in a JSON Web Token; empty where it is of another make. */
  private static Optional<Instant> expiry(String token) {
    String[] parts = token.split("\\.");
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      long seconds =
          JsonMapper.shared()
              .readTree(Base64.getUrlDecoder().decode(parts[1]))
              .path("exp")
              .asLong(0);
      return seconds == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(seconds));
    } catch (IllegalArgumentException | JacksonException e) {
      return Optional.empty();
    }
  }

  private static Login.ClientKey key(KubeContext context, UserEntry.ClientCertificate pair)
      throws ClusterException {
    byte[] certificate = bytes(context, "its client certificate", pair.certificate());
    byte[] key = bytes(context, "its client key", pair.key());
    try {
      return new Login.ClientKey(PemKeys.privateKey(key), PemKeys.certificates(certificate));
    } catch (GeneralSecurityException e) {
      throw problem(context, "its client certificate or key cannot be read: " + reason(e));
    }
  }

  /** Our own messages hold nothing of the text; those of the platform may. */
  private static String reason(GeneralSecurityException e) {
    return e.getClass() == GeneralSecurityException.class ? e.getMessage() : "it is damaged";
  }

  /**
   * A certificate or key of a kubeconfig.
   *
   * @param what for messages: "its client key"
   */
  public static byte[] bytes(KubeContext context, String what, PemSource source)
      throws ClusterException {
    return switch (source) {
      case PemSource.InFile file -> read(context, what, file.path());
      case PemSource.Inline inline -> {
        try {
          yield Base64.getMimeDecoder().decode(inline.base64().value());
        } catch (IllegalArgumentException e) {
          throw problem(context, what + " is not base64. Mend it in the kubeconfig");
        }
      }
    };
  }

  private static byte[] read(KubeContext context, String what, Path path) throws ClusterException {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw problem(
          context,
          "%s in %s cannot be read (%s). Mend the path or the file's mode"
              .formatted(what, path, Files.exists(path) ? "no permission" : "no such file"));
    }
  }

  private static ClusterException problem(KubeContext context, String what) {
    return new ClusterException(
        Kind.LOGIN,
        "The context \"%s\" of %s has no usable login: %s."
            .formatted(context.name(), context.user().file(), what));
  }
}
