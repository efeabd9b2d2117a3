package io.github.ingressdesigner.dialect.ingressnginx;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who may come (internal/ingress/annotations/auth, authreq, authtls, ipallowlist, ipdenylist,
 * proxyssl). What cannot be honoured denies all locations of the Ingress (nginx.tmpl,
 * isLocationAllowed).
 *
 * @param denied why the locations answer 503
 * @param certificate why the whole server answers 403
 * @param allowed addresses and ranges; empty for all
 * @param refused addresses and ranges; empty for none
 * @param password whether requests without credentials are refused
 */
record Access(
    Optional<String> denied,
    Optional<String> certificate,
    String allowed,
    String refused,
    boolean password) {
  static final Access FREE = new Access(Optional.empty(), Optional.empty(), "", "", false);

  private static final Pattern URL =
      Pattern.compile("[A-Za-z][-+.A-Za-z0-9]*://([^/?]+)(?:[/?].*)?");

  static Access of(Annotations all, Secrets secrets) {
    Optional<String> password = password(all, secrets);
    Optional<String> certificate = certificate(all, secrets);
    String allowKey =
        all.raw("allowlist-source-range").filter(v -> !v.isEmpty()).isPresent()
                || all.text("whitelist-source-range").isEmpty()
            ? "allowlist-source-range"
            : "whitelist-source-range";
    return new Access(
        password
            .or(() -> certificate)
            .or(() -> ranges(all, allowKey))
            .or(() -> ranges(all, "denylist-source-range"))
            .or(() -> external(all))
            .or(() -> upstream(all, secrets)),
        certificate,
        all.text(allowKey).orElse(""),
        all.text("denylist-source-range").orElse(""),
        all.text("auth-type").isPresent());
  }

  private static Optional<String> password(Annotations all, Secrets secrets) {
    if (all.text("auth-type").isEmpty()) {
      return Optional.empty();
    }
    String kind = all.text("auth-secret-type").orElse("auth-file");
    if (!kind.equals("auth-file") && !kind.equals("auth-map")) {
      return Optional.of("auth-secret-type is neither auth-file nor auth-map: " + kind + ".");
    }
    Optional<String> name =
        all.text("auth-secret").filter(v -> Validation.BASIC.matcher(v.replace(" ", "")).matches());
    String key = kind.equals("auth-file") ? "auth" : "";
    String namespace = all.meta().namespaceOrDefault();
    return name.isEmpty()
        ? Optional.of("auth-type is there, but auth-secret names no Secret.")
        : secrets.problem("auth-secret", name.get(), namespace, key);
  }

  private static Optional<String> certificate(Annotations all, Secrets secrets) {
    return all.text("auth-tls-secret")
        .flatMap(name -> whole("auth-tls-secret", name, all, secrets));
  }

  private static Optional<String> upstream(Annotations all, Secrets secrets) {
    return all.text("proxy-ssl-secret")
        .flatMap(name -> whole("proxy-ssl-secret", name, all, secrets));
  }

  /** These names need their namespace (k8s.ParseNameNS). */
  private static Optional<String> whole(
      String annotation, String name, Annotations all, Secrets secrets) {
    return name.contains("/")
        ? secrets.problem(annotation, name, all.meta().namespaceOrDefault(), "")
        : Optional.of(annotation + " names no namespace/secret: " + name + ".");
  }

  private static Optional<String> ranges(Annotations all, String key) {
    Optional<String> raw = all.raw(key);
    return raw.isEmpty() || Ranges.isValid(raw.get())
        ? Optional.empty()
        : Optional.of(key + " is no list of address ranges: " + raw.get() + ".");
  }

  private static Optional<String> external(Annotations all) {
    Optional<String> url = all.text("auth-url");
    if (url.isEmpty()) {
      return Optional.empty();
    }
    Matcher matcher = URL.matcher(url.get());
    return matcher.matches() && !matcher.group(1).contains("..")
        ? Optional.empty()
        : Optional.of("auth-url is no URL with scheme and host: " + url.get() + ".");
  }

  /** Which annotation keeps a client out, if one does. */
  Optional<String> keepsOut(String address) {
    if (!refused.isEmpty() && Ranges.contain(refused, address)) {
      return Optional.of("denylist-source-range");
    }
    return allowed.isEmpty() || Ranges.contain(allowed, address)
        ? Optional.empty()
        : Optional.of("allowlist-source-range");
  }
}
