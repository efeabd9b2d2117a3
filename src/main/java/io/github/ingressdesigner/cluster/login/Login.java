package io.github.ingressdesigner.cluster.login;

import io.github.ingressdesigner.cluster.Sensitive;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a person shows the server.
 *
 * @param authorization the value of that header
 * @param until when it ends, where that is known
 */
public record Login(
    Optional<Sensitive> authorization, Optional<ClientKey> key, Optional<Instant> until) {
  public static final Login NONE = new Login(Optional.empty(), Optional.empty(), Optional.empty());

  /** A certificate chain with its key. */
  public record ClientKey(PrivateKey key, List<X509Certificate> chain) {
    public ClientKey {
      chain = List.copyOf(chain);
    }

    @Override
    public String toString() {
      return "ClientKey[" + chain.getFirst().getSubjectX500Principal() + "]";
    }
  }

  static Login bearer(String token, Optional<Instant> until) {
    return new Login(Optional.of(new Sensitive("Bearer " + token)), Optional.empty(), until);
  }

  Login withKey(ClientKey clientKey) {
    return new Login(authorization, Optional.of(clientKey), until);
  }
}
