package io.github.ingressdesigner.lint.apiserver;

import java.util.Map;
import java.util.TreeMap;

/** Validates a Secret, after pkg/apis/core/validation/validation.go. */
final class SecretValidation {
  private static final int MOST = 1024 * 1024;
  private static final String ACCOUNT = "kubernetes.io/service-account.name";
  private static final Field DATA = Field.of("data");

  private final Causes out;

  SecretValidation(Causes out) {
    this.out = out;
  }

  /** The bytes of data with those of stringData over them, as the server stores them. */
  static Map<String, byte[]> data(Json secret) {
    Map<String, byte[]> data = new TreeMap<>();
    secret
        .get("data")
        .entries()
        .forEach((key, value) -> data.put(key, Decoder.base64(value.text())));
    secret
        .get("stringData")
        .entries()
        .forEach((key, value) -> data.put(key, GoText.bytes(value.text())));
    return data;
  }

  void validate(Json secret) {
    Map<String, byte[]> data = data(secret);
    long size = 0;
    for (Map.Entry<String, byte[]> entry : data.entrySet()) {
      String key = entry.getKey();
      Field at = DATA.key(key);
      Field written = secret.get("data").has(key) ? at : Field.of("stringData").key(key);
      for (String error : Formats.configKey(key)) {
        out.invalidAt(ServerRules.SECRET_DATA, at, written, key, error);
      }
      size += entry.getValue().length;
    }
    if (size > MOST) {
      out.tooLong(ServerRules.SECRET_DATA, DATA, MOST);
    }
    switch (secret.text("type")) {
      case "kubernetes.io/service-account-token" -> {
        if (secret.get("metadata", "annotations").text(ACCOUNT).isEmpty()) {
          out.required(
              ServerRules.SECRET_DATA, Field.of("metadata", "annotations").key(ACCOUNT), "");
        }
      }
      case "kubernetes.io/dockercfg" -> json(data, ".dockercfg");
      case "kubernetes.io/dockerconfigjson" -> json(data, ".dockerconfigjson");
      case "kubernetes.io/basic-auth" -> {
        if (!data.containsKey("username") && !data.containsKey("password")) {
          required("username");
          required("password");
        }
      }
      case "kubernetes.io/ssh-auth" -> {
        byte[] key = data.get("ssh-privatekey");
        if (key == null || key.length == 0) {
          required("ssh-privatekey");
        }
      }
      case "kubernetes.io/tls" -> {
        for (String key : new String[] {"tls.crt", "tls.key"}) {
          if (!data.containsKey(key)) {
            out.required(ServerRules.SECRET_TLS, DATA.key(key), "");
          }
        }
      }
      default -> {}
    }
  }

  private void required(String key) {
    out.required(ServerRules.SECRET_DATA, DATA.key(key), "");
  }

  private void json(Map<String, byte[]> data, String key) {
    byte[] content = data.get(key);
    if (content == null) {
      required(key);
      return;
    }
    JsonSyntax.problem(content)
        .ifPresent(
            why ->
                out.invalid(
                    ServerRules.SECRET_DATA, DATA.key(key), "<secret contents redacted>", why));
  }
}
