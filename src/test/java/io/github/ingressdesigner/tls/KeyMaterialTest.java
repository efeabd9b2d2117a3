package io.github.ingressdesigner.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The keys beside this test were made by OpenSSL 3.0 for it and protect nothing. */
class KeyMaterialTest {
  private static final char[] PASSWORD = "geheim".toCharArray();

  private static byte[] bytes(String file) {
    try (InputStream in = KeyMaterialTest.class.getResourceAsStream(file)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(String file) {
    return new String(bytes(file), StandardCharsets.US_ASCII);
  }

  @ParameterizedTest
  @CsvSource({
    "rsa1.pem, rsa1.crt",
    "rsa8.pem, rsa1.crt",
    "ec1.pem, ec1.crt",
    "ed.pem, ed.crt",
    "enc8.pem, ec1.crt"
  })
  void everyFormOfAKeyIsReadAndMatchesItsCertificate(String key, String certificate) {
    KeyMaterial material =
        KeyMaterial.fromPem(text(certificate), text(key), Optional.of(PASSWORD))
            .found()
            .orElseThrow();
    assertThat(material.belongTogether()).isTrue();
  }

  @Test
  void parametersOfACurveBeforeTheKeyAreSkipped() {
    assertThat(PrivateKeyFile.read(text("ec1p.pem"), Optional.empty()).found())
        .map(PrivateKeyFile::algorithm)
        .contains("EC");
  }

  @ParameterizedTest
  @CsvSource({"rsa1.pem, ec1.crt", "ec1p.pem, ec1.crt", "ed.pem, rsa1.crt"})
  void keyOfAnotherCertificateDoesNotMatch(String key, String certificate) {
    assertThat(
            KeyMaterial.fromPem(text(certificate), text(key), Optional.empty())
                .found()
                .orElseThrow()
                .belongTogether())
        .isFalse();
  }

  @Test
  void writtenKeyIsTheSameKey() {
    KeyMaterial material =
        KeyMaterial.fromPem(text("rsa1.crt"), text("rsa1.pem"), Optional.empty())
            .found()
            .orElseThrow();
    assertThat(
            PrivateKeyFile.read(material.key().pem(), Optional.empty())
                .found()
                .orElseThrow()
                .matches(material.chain()))
        .isTrue();
  }

  @Test
  void storeIsOpenedByItsPassword() {
    KeyMaterial material = KeyMaterial.fromPkcs12(bytes("ec.p12"), PASSWORD).found().orElseThrow();
    assertThat(material.belongTogether()).isTrue();
    assertThat(material.chain().names()).contains("a.example", "*.b.example", "192.0.2.1");
  }

  private static String problem(Loaded<?> loaded) {
    return ((Loaded.Unreadable<?>) loaded).problem();
  }

  @Test
  void wrongPasswordOfAStoreIsTold() {
    assertThat(problem(KeyMaterial.fromPkcs12(bytes("ec.p12"), "falsch".toCharArray())))
        .isEqualTo("The password does not open the store.");
  }

  @Test
  void fileThatIsNoStoreIsTold() {
    assertThat(problem(KeyMaterial.fromPkcs12(bytes("ec1.pem"), PASSWORD)))
        .isEqualTo("This is no PKCS#12 store, or it is damaged.");
  }

  @Test
  void wrongPasswordOfAKeyIsTold() {
    assertThat(problem(PrivateKeyFile.read(text("enc8.pem"), Optional.of("falsch".toCharArray()))))
        .isEqualTo("The password does not open the key.");
  }

  @Test
  void encryptedKeyAsksForItsPassword() {
    assertThat(problem(PrivateKeyFile.read(text("enc8.pem"), Optional.empty())))
        .isEqualTo("The key is encrypted. Give its password.");
  }

  @Test
  void oldEncryptionIsToldHowToBeConverted() {
    assertThat(problem(PrivateKeyFile.read(text("oldenc.pem"), Optional.of(PASSWORD))))
        .contains("openssl pkey");
  }

  @Test
  void certificateInPlaceOfAKeyIsTold() {
    assertThat(problem(PrivateKeyFile.read(text("ec1.crt"), Optional.empty())))
        .isEqualTo("This is a certificate, not a private key.");
    assertThat(problem(CertificateChain.read(text("ec1.pem"))))
        .isEqualTo("This is a private key, not a certificate.");
  }

  @Test
  void damagedKeyIsToldByItsLineAndNothingOfItIsRepeated() {
    String damaged = text("rsa1.pem").replaceFirst("MII", "M!!");
    String problem = problem(PrivateKeyFile.read("\n" + damaged, Optional.empty()));
    assertThat(problem).contains("line 2");
    assertThat(problem).doesNotContain(damaged.lines().skip(1).findFirst().orElseThrow());
  }

  @Test
  void keyDoesNotPrintItself() {
    KeyMaterial material =
        KeyMaterial.fromPem(text("ec1.crt"), text("ec1.pem"), Optional.empty())
            .found()
            .orElseThrow();
    assertThat(material.toString()).doesNotContain("PRIVATE KEY").contains("private key (EC)");
  }

  @Test
  void cutFilesAreToldNotThrown() {
    String whole = text("ec1.pem");
    for (int i = 0; i < whole.length(); i += 3) {
      assertThat(PrivateKeyFile.read(whole.substring(0, i), Optional.empty()))
          .isInstanceOf(Loaded.class);
    }
  }

  @Test
  void secretHoldsBothAndTheCommandQuotesNames() {
    KeyMaterial material =
        KeyMaterial.fromPem(text("ec1.crt"), text("ec1.pem"), Optional.empty())
            .found()
            .orElseThrow();
    assertThat(TlsSecretText.yaml("shop-tls", Optional.of("shop"), material))
        .startsWith(
            """
            apiVersion: v1
            kind: Secret
            metadata:
              name: shop-tls
              namespace: shop
            type: kubernetes.io/tls
            data:
              tls.crt: \
            """);
    assertThat(TlsSecretText.command("shop-tls", Optional.of("shop"), "my cert.pem", "k.pem"))
        .isEqualTo(
            "kubectl create secret tls shop-tls --namespace=shop --cert='my cert.pem'"
                + " --key=k.pem");
  }
}
