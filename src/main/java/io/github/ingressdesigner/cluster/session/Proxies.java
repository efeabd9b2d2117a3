package io.github.ingressdesigner.cluster.session;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which proxy leads to a server, by the kubeconfig or the variables that kubectl heeds. */
record Proxies(Map<String, String> environment) {
  /** The address of the proxy, as it is written. */
  Optional<String> find(Optional<String> kubeconfig, URI server) {
    if (kubeconfig.isPresent()) {
      return kubeconfig;
    }
    String host = server.getHost() == null ? "" : server.getHost().toLowerCase(Locale.ROOT);
    boolean loopback = host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    boolean secure = "https".equalsIgnoreCase(server.getScheme());
    Optional<String> proxy = variable(secure ? "HTTPS_PROXY" : "HTTP_PROXY");
    return loopback || isExcepted(host) ? Optional.empty() : proxy;
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name))
        .or(() -> Optional.ofNullable(environment.get(name.toLowerCase(Locale.ROOT))))
        .filter(value -> !value.isBlank());
  }

  private boolean isExcepted(String host) {
    for (String entry : variable("NO_PROXY").orElse("").split("[,\\s]+")) {
      String rule = entry.toLowerCase(Locale.ROOT).replaceAll(":\\d+$", "");
      if (rule.equals("*")
          || rule.contains("/") && isInside(host, rule)
          || !rule.isEmpty()
              && (host.equals(rule.replaceFirst("^\\*?\\.", ""))
                  || host.endsWith("." + rule.replaceFirst("^\\*?\\.", "")))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInside(String host, String range) {
    String[] parts = range.split("/", 2);
    Optional<Long> address = address(host);
    Optional<Long> net = address(parts[0]);
    if (address.isEmpty() || net.isEmpty() || !parts[1].matches("[0-9]|[12][0-9]|3[0-2]")) {
      return false;
    }
    int free = 32 - Integer.parseInt(parts[1]);
    return address.get() >> free == net.get() >> free;
  }

  private static Optional<Long> address(String text) {
    if (!text.matches("\\d{1,3}(\\.\\d{1,3}){3}")) {
      return Optional.empty();
    }
    long address = 0;
    for (String part : text.split("\\.")) {
      address = address << 8 | Integer.parseInt(part) & 0xFF;
    }
    return Optional.of(address);
  }
}
