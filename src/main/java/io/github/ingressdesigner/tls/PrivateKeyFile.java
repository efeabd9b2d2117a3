package io.github.ingressdesigner.tls;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** A private key: PKCS#8, PKCS#1 (RSA) or SEC1 (EC). Never prints what it holds. */
public final class PrivateKeyFile {
  private static final List<String> ALGORITHMS = List.of("RSA", "EC", "Ed25519", "Ed448");
  private static final byte[] QUESTION = "do these belong together".getBytes();

  private final PrivateKey key;

  PrivateKeyFile(PrivateKey key) {
    this.key = key;
  }

  /**
   * Reads the first private key of a PEM text.
   *
   * @param password for an encrypted PKCS#8 key; not kept
   */
  public static Loaded<PrivateKeyFile> read(String pem, Optional<char[]> password) {
    for (PemBlock block : PemBlock.read(pem)) {
      if (block.label().endsWith("PRIVATE KEY")) {
        return read(block, password);
      }
    }
    boolean certificate =
        PemBlock.read(pem).stream().anyMatch(block -> block.label().endsWith("CERTIFICATE"));
    return new Loaded.Unreadable<>(
        certificate
            ? "This is a certificate, not a private key."
            : "No private key is in here. Expected is a block that begins with -----BEGIN PRIVATE"
                + " KEY-----.");
  }

  private static Loaded<PrivateKeyFile> read(PemBlock block, Optional<char[]> password) {
    if (block.encryptedBody()) {
      return new Loaded.Unreadable<>(
          "The key is encrypted in the old form of OpenSSL. Convert it: openssl pkey -in key.pem"
              + " -out key-plain.pem.");
    }
    if (block.bytes().isEmpty()) {
      return damaged(block);
    }
    byte[] bytes = block.bytes().get().value();
    return switch (block.label()) {
      case "PRIVATE KEY" -> pkcs8(bytes).map(PrivateKeyFile::ready).orElseGet(() -> damaged(block));
      case "RSA PRIVATE KEY" ->
          pkcs8(Der.rsaAsPkcs8(bytes)).map(PrivateKeyFile::ready).orElseGet(() -> damaged(block));
      case "EC PRIVATE KEY" ->
          Der.ecAsPkcs8(bytes)
              .flatMap(PrivateKeyFile::pkcs8)
              .map(PrivateKeyFile::ready)
              .orElseGet(() -> damaged(block));
      case "ENCRYPTED PRIVATE KEY" ->
          password.isEmpty()
              ? new Loaded.Unreadable<>("The key is encrypted. Give its password.")
              : decrypt(bytes, password.get());
      default ->
          new Loaded.Unreadable<>(
              "Keys of the kind %s are not read. Convert it: openssl pkey -in key.pem -out"
                      .formatted(block.label())
                  + " key-plain.pem.");
    };
  }

  private static Loaded<PrivateKeyFile> ready(PrivateKey key) {
    return new Loaded.Ready<>(new PrivateKeyFile(key));
  }

  private static Loaded<PrivateKeyFile> damaged(PemBlock block) {
    return new Loaded.Unreadable<>(
        "The private key in line %d is damaged. Copy the whole block again."
            .formatted(block.line()));
  }

  private static Optional<PrivateKey> pkcs8(byte[] bytes) {
    for (String algorithm : ALGORITHMS) {
      try {
        return Optional.of(
            KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes)));
      } catch (GeneralSecurityException e) {
        // not a key of this kind; the next one is tried
      }
    }
    return Optional.empty();
  }

  private static Loaded<PrivateKeyFile> decrypt(byte[] bytes, char[] password) {
    try {
      EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(bytes);
      String algorithm =
          info.getAlgParameters() == null ? info.getAlgName() : info.getAlgParameters().toString();
      Cipher cipher =
          Cipher.getInstance(algorithm.startsWith("PBE") ? algorithm : info.getAlgName());
      cipher.init(
          Cipher.DECRYPT_MODE,
          SecretKeyFactory.getInstance(cipher.getAlgorithm())
              .generateSecret(new PBEKeySpec(password)),
          info.getAlgParameters());
      return pkcs8(info.getKeySpec(cipher).getEncoded())
          .map(PrivateKeyFile::ready)
          .orElseGet(() -> new Loaded.Unreadable<>("The password does not open the key."));
    } catch (GeneralSecurityException | java.io.IOException e) {
      return new Loaded.Unreadable<>("The password does not open the key.");
    }
  }

  /** RSA, EC, Ed25519: for people. */
  public String algorithm() {
    return key.getAlgorithm();
  }

  /** Whether it is the key of the certificate. */
  public boolean matches(CertificateChain chain) {
    return matches(chain.leaf().getPublicKey());
  }

  private boolean matches(PublicKey publicKey) {
    try {
      Signature signature = Signature.getInstance(signatureName());
      signature.initSign(key);
      signature.update(QUESTION);
      byte[] signed = signature.sign();
      signature.initVerify(publicKey);
      signature.update(QUESTION);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false; // of another kind
    }
  }

  private String signatureName() {
    return switch (key.getAlgorithm()) {
      case "RSA" -> "SHA256withRSA";
      case "EC" -> "SHA256withECDSA";
      default -> key.getAlgorithm();
    };
  }

  /** As PEM (PKCS#8, not encrypted): a secret. Only for the one place that writes a key. */
  public String pem() {
    return PemText.of("PRIVATE KEY", key.getEncoded());
  }

  @Override
  public String toString() {
    return "private key (" + algorithm() + ")";
  }
}
