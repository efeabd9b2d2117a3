package io.github.ingressdesigner.ui.common;

import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.Backend.ServiceBackend;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.model.Port;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the API server would refuse, told at the field before it gets into the text (validation of
 * networking.k8s.io/v1: hosts are DNS names, Exact and Prefix paths are absolute and normalised).
 */
public final class FieldRules {
  private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
  private static final Pattern HOST = Pattern.compile("(\\*\\.)?" + LABEL + "(\\." + LABEL + ")*");
  private static final Pattern SERVICE = Pattern.compile("[a-z]([-a-z0-9]{0,61}[a-z0-9])?");
  private static final Pattern PORT_NAME =
      Pattern.compile("(?=.*[a-z])[a-z0-9]([a-z0-9]|-(?!-)){0,13}[a-z0-9]?");

  private FieldRules() {}

  /** The reason why a host cannot be; the empty text is a rule for any host. */
  public static Optional<String> host(String text) {
    if (text.isEmpty() || HOST.matcher(text).matches()) {
      return Optional.empty();
    }
    boolean upper = HOST.matcher(text.toLowerCase(java.util.Locale.ROOT)).matches();
    return reason(upper ? "common.refuse.hostCase" : "common.refuse.host");
  }

  public static Optional<String> path(String text, PathType type) {
    if (type == PathType.IMPLEMENTATION_SPECIFIC || type == PathType.UNKNOWN) {
      return text.isEmpty() || text.startsWith("/")
          ? Optional.empty()
          : reason("common.refuse.pathStart");
    }
    if (!text.startsWith("/")) {
      return reason("common.refuse.pathStart");
    }
    String closed = text + "/";
    boolean odd =
        text.contains("//")
            || closed.contains("/./")
            || closed.contains("/../")
            || text.toLowerCase(java.util.Locale.ROOT).contains("%2f");
    return odd ? reason("common.refuse.pathParts") : Optional.empty();
  }

  public static Optional<String> service(String text) {
    return SERVICE.matcher(text).matches() ? Optional.empty() : reason("common.refuse.service");
  }

  public static Optional<String> port(String text) {
    boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    if (digits) {
      boolean legal =
          text.length() <= 5 && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= 65535;
      return legal ? Optional.empty() : reason("common.refuse.portNumber");
    }
    return PORT_NAME.matcher(text).matches() ? Optional.empty() : reason("common.refuse.portName");
  }

  /** The reason why {@code service:port} cannot be. */
  public static Optional<String> target(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      return reason("common.refuse.target");
    }
    Optional<String> service = service(text.substring(0, colon));
    return service.isPresent() ? service : port(text.substring(colon + 1));
  }

  /** The backend that a text means which {@link #target} lets pass. */
  public static Backend backend(String target) {
    int colon = target.indexOf(':');
    return ServiceBackend.of(target.substring(0, colon), Port.parse(target.substring(colon + 1)));
  }

  private static Optional<String> reason(String key) {
    return Optional.of(Messages.text(key));
  }
}
