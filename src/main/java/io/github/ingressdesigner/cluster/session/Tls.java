package io.github.ingressdesigner.cluster.session;

import io.github.ingressdesigner.cluster.ClusterException;
import io.github.ingressdesigner.cluster.ClusterException.Kind;
import io.github.ingressdesigner.cluster.kubeconfig.KubeContext;
import io.github.ingressdesigner.cluster.kubeconfig.PemSource;
import io.github.ingressdesigner.cluster.login.Login;
import io.github.ingressdesigner.cluster.login.Logins;
import io.github.ingressdesigner.cluster.login.PemKeys;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/** Whom to trust and what to show, in memory only. */
final class Tls {
  private static final char[] NO_PASSWORD = new char[0];

  private Tls() {}

  static TrustManager[] trust(KubeContext context) throws ClusterException {
    try {
      KeyStore store = null;
      Optional<PemSource> authority = context.cluster().authority();
      if (authority.isPresent()) {
        byte[] pem = Logins.bytes(context, "its certificate authority", authority.get());
        store = empty();
        int number = 0;
        for (X509Certificate certificate : PemKeys.certificates(pem)) {
          store.setCertificateEntry("ca-" + number++, certificate);
        }
      }
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      X509ExtendedTrustManager inner = (X509ExtendedTrustManager) factory.getTrustManagers()[0];
      return new TrustManager[] {new ServerCheck(inner, context.cluster())};
    } catch (GeneralSecurityException | IOException e) {
      throw new ClusterException(
          Kind.KUBECONFIG,
          "The certificate authority of context \"%s\" in %s cannot be read. Mend it in the kubeconfig."
              .formatted(context.name(), context.cluster().file()));
    }
  }

  static KeyManager[] keys(KubeContext context, Login login) throws ClusterException {
    if (login.key().isEmpty()) {
      return new KeyManager[0];
    }
    try {
      KeyStore store = empty();
      Certificate[] chain = login.key().get().chain().toArray(Certificate[]::new);
      store.setKeyEntry("client", login.key().get().key(), NO_PASSWORD, chain);
      KeyManagerFactory factory =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(store, NO_PASSWORD);
      return factory.getKeyManagers();
    } catch (GeneralSecurityException | IOException e) {
      throw new ClusterException(
          Kind.LOGIN,
          "The client certificate of context \"%s\" does not fit its key. Log in anew."
              .formatted(context.name()));
    }
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, NO_PASSWORD);
    return store;
  }
}
