package io.github.ingressdesigner.cluster.session;

import java.util.List;
import java.util.Optional;

/**
 * What the server sent.
 *
 * @param warnings texts of its Warning headers
 * @param retryAfter seconds, where it asks to be left alone
 */
record Answer(
    int code,
    String contentType,
    List<String> warnings,
    Optional<Integer> retryAfter,
    Optional<String> location,
    byte[] body) {
  boolean isGood() {
    return code >= 200 && code < 300;
  }

  @Override
  public String toString() {
    return "Answer[" + code + ", " + body.length + " bytes]";
  }
}
