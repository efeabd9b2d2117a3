package io.github.ingressdesigner.workspace.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretFilterTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization: Bearer SHUT.SHUT-SHUT",
        "authorization=Basic U0hVVFNIVVQ=SHUT",
        "token=SHUTSHUT",
        "\"password\": \"SHUT SHUT\"",
        "db_password: 'SHUT'",
        "clientSecret: SHUT",
        "api-key=SHUT, next",
        "client-key-data: SHUT",
        "https://me:SHUT@example.com/x",
        "eyJhbGciOiJIUzI1NiJ9.eyJSHUT.SHUT",
        "ghp_0123456789SHUT",
        "-----BEGIN RSA PRIVATE KEY-----\nSHUT\nSHUT\n-----END RSA PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\nSHUT and no end",
        "data: U0hVVFNIVVRTSFVUU0hVVFNIVVRTSFVUU0hVVFNIVVRTSFVUU0hVVFNIVVRTSFVUSHUT",
      })
  void credentialsAreTakenOut(String text) {
    assertThat(SecretFilter.clean(text)).doesNotContain("SHUT").contains("***");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Failed to read /home/me/ingress.yaml: line 3, column 7",
        "at io.github.ingressdesigner.workspace.Analyzer.analyze(Analyzer.java:66)",
        "https://shop.example.com:8443/api?x=1",
        "backend web:80 of default/shop",
      })
  void otherTextStays(String text) {
    assertThat(SecretFilter.clean(text)).isEqualTo(text);
  }

  @Test
  void longTextTakesNoLongTime() {
    String text = "a".repeat(200_000) + " " + "x=".repeat(50_000);
    assertThat(SecretFilter.clean(text)).hasSize(text.length());
  }
}
