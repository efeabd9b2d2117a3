package io.github.ingressdesigner.dialect.kong;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Ids of Kong routes. The controller hashes the name of a route (go-kong, FillID; gate FillIDs, on
 * by default), Kong hashes the id again for the parts that it splits a route into
 * (kong/router/transform.lua). Of equal priorities the larger id wins.
 */
final class RouteIds {
  private static final String KONG = "fd02801f-0957-4a15-a55a-c8d9606f30b5";
  private static final String ROUTES = version5(KONG, "routes");
  private static final String SPLIT = "7f145bf9-0dce-4f91-98eb-debbce4b9f6b";

  private RouteIds() {}

  static String of(String routeName) {
    return version5(ROUTES, routeName);
  }

  /**
   * @param index of the part, from 1
   */
  static String part(String id, int index) {
    return version5(SPLIT, id + "#" + index);
  }

  /** RFC 9562, version 5: SHA-1 over the name space and the name. */
  private static String version5(String space, String name) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(HexFormat.of().parseHex(space.replace("-", "")));
      byte[] hash = sha1.digest(name.getBytes(StandardCharsets.UTF_8));
      hash[6] = (byte) (hash[6] & 0x0f | 0x50);
      hash[8] = (byte) (hash[8] & 0x3f | 0x80);
      String hex = HexFormat.of().formatHex(hash, 0, 16);
      return String.join(
          "-",
          hex.substring(0, 8),
          hex.substring(8, 12),
          hex.substring(12, 16),
          hex.substring(16, 20),
          hex.substring(20));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-1.", e);
    }
  }
}
