package io.github.ingressdesigner.dialect.traefik;

import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.route.RouteTable.Effect;
import java.util.Map;

/** Annotations of ingress-nginx that change routing here, as chips. */
final class NginxEffects {
  private NginxEffects() {}

  static void add(Routers out, Owner owner) {
    for (Map.Entry<String, String> entry : owner.ingress().meta().annotations().entrySet()) {
      String key = entry.getKey();
      if (key.startsWith(NginxAnnotations.PREFIX)) {
        Chip chip = chip(key.substring(NginxAnnotations.PREFIX.length()), entry.getValue());
        if (chip != Chip.NONE) {
          out.effects.add(
              new Effect(
                  owner.annotationAt(key), Location.of(owner.id()), chip.label, chip.sentence));
        }
      }
    }
  }

  private record Chip(String label, String sentence) {
    static final Chip NONE = new Chip("", "");
  }

  private static Chip chip(String key, String value) {
    boolean on = value.equalsIgnoreCase("true");
    return switch (key) {
      case "rewrite-target" ->
          new Chip(
              "rewrite " + value,
              "Every match of the path in the request becomes "
                  + value
                  + ", and Prefix paths of its hosts become expressions.");
      case "use-regex" ->
          on ? new Chip("expressions", "Prefix paths of its hosts become expressions.") : Chip.NONE;
      case "ssl-redirect" ->
          on ? Chip.NONE : new Chip("no redirect", "spec.tls does not redirect plain HTTP.");
      case "force-ssl-redirect" ->
          on ? new Chip("to HTTPS", "Plain HTTP is redirected to HTTPS with 308.") : Chip.NONE;
      case "app-root" ->
          value.startsWith("/")
              ? new Chip("app root " + value, "The path / is redirected to " + value + ".")
              : Chip.NONE;
      case "permanent-redirect", "temporal-redirect" ->
          new Chip("redirect " + value, "Its paths are redirected to " + value + ".");
      case "from-to-www-redirect" ->
          on
              ? new Chip("www redirect", "The host with or without www. redirects to this one.")
              : Chip.NONE;
      case "server-alias" ->
          new Chip("alias " + value, "Every host of the Ingress is served under " + value + ".");
      case "canary" ->
          on
              ? new Chip(
                  "canary",
                  "It takes a part of the requests for the Service of the same path elsewhere.")
              : Chip.NONE;
      case "canary-weight" -> new Chip("canary " + value + " %", "Its share of the requests.");
      case "canary-by-header" -> new Chip("header " + value, "This header asks for the canary.");
      case "canary-by-cookie" -> new Chip("cookie " + value, "This cookie asks for the canary.");
      case "default-backend" ->
          new Chip("fallback " + value, "It answers for Services without ready endpoints.");
      case "upstream-vhost" -> new Chip("host " + value, "Backends see this host.");
      default -> Chip.NONE;
    };
  }
}
