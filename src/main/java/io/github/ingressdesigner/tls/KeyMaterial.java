package io.github.ingressdesigner.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A certificate with its chain, and a private key that may or may not belong to it. */
public record KeyMaterial(CertificateChain chain, PrivateKeyFile key) {
  /** Reads both from PEM texts, which may be the same one. */
  public static Loaded<KeyMaterial> fromPem(
      String certificate, String key, Optional<char[]> password) {
    return CertificateChain.read(certificate)
        .then(
            chain ->
                PrivateKeyFile.read(key, password)
                    .then(read -> new Loaded.Ready<>(new KeyMaterial(chain, read))));
  }

  /**
   * Reads the first key of a PKCS#12 store ({@code .p12}, {@code .pfx}) with its chain.
   *
   * @param password not kept
   */
  public static Loaded<KeyMaterial> fromPkcs12(byte[] store, char[] password) {
    try {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(new ByteArrayInputStream(store), password);
      for (String alias : Collections.list(keys.aliases())) {
        Key key = keys.getKey(alias, password);
        Certificate[] chain = keys.getCertificateChain(alias);
        if (key instanceof PrivateKey secret && chain != null) {
          return new Loaded.Ready<>(
              new KeyMaterial(new CertificateChain(x509(chain)), new PrivateKeyFile(secret)));
        }
      }
      return new Loaded.Unreadable<>("The store holds no private key with a certificate.");
    } catch (IOException e) {
      return new Loaded.Unreadable<>(
          e.getCause() instanceof GeneralSecurityException
              ? "The password does not open the store."
              : "This is no PKCS#12 store, or it is damaged.");
    } catch (GeneralSecurityException e) {
      return new Loaded.Unreadable<>("The password does not open the key of the store.");
    }
  }

  private static List<X509Certificate> x509(Certificate[] chain) {
    List<X509Certificate> certificates = new ArrayList<>();
    Arrays.stream(chain)
        .filter(X509Certificate.class::isInstance)
        .map(X509Certificate.class::cast)
        .forEach(certificates::add);
    return certificates;
  }

  public boolean belongTogether() {
    return key.matches(chain);
  }
}
