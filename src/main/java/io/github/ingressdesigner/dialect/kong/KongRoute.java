package io.github.ingressdesigner.dialect.kong;

import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.route.Request;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One route of Kong: all paths of one Ingress, host, Service and port. */
final class KongRoute {
  final String owner;
  final Target target;

  /** What is compared with the host; empty where every host is taken. */
  final List<String> hosts;

  final List<KongPath> paths;
  final Options options;
  final boolean isDefault;

  /** As written, whether or not it is compared: the priority counts it. */
  private final List<String> writtenHosts;

  private final Supplier<String> name;
  private @Nullable String id;

  /**
   * The Kong service behind a route.
   *
   * @param reason why it has no target; empty if it has one
   * @param path {@code konghq.com/path} of the Service, else {@code /}
   * @param host what a backend sees as Host without preserve-host
   * @param unknown an annotation of the Service that is not modelled; empty without one
   */
  record Target(Backend backend, String reason, String path, String host, String unknown) {}

  /**
   * @param name of the route, of which its id is made where that decides
   * @param host of the rule; empty without one
   */
  KongRoute(
      String owner,
      Supplier<String> name,
      Target target,
      String host,
      List<KongPath> paths,
      Options options,
      boolean isDefault) {
    this.owner = owner;
    this.name = name;
    this.target = target;
    this.paths = paths;
    this.options = options;
    this.isDefault = isDefault;
    this.writtenHosts = Annotations.withHost(host, options.aliases());
    this.hosts =
        options.flavor() == Flavor.EXPRESSIONS ? Annotations.hostsOnly(writtenHosts) : writtenHosts;
  }

  boolean hasHosts() {
    return !writtenHosts.isEmpty();
  }

  /** Whether there are hosts and none has a wildcard. */
  boolean hasPlainHosts() {
    for (String host : writtenHosts) {
      if (options.flavor() == Flavor.EXPRESSIONS ? host.startsWith("*") : host.contains("*")) {
        return false;
      }
    }
    return hasHosts();
  }

  String name() {
    return name.get();
  }

  String id() {
    String known = id;
    if (known == null) {
      known = RouteIds.of(name());
      id = known;
    }
    return known;
  }

  /** What is asked beside host and path. */
  boolean accepts(Request request) {
    return options.accepts(request);
  }

  Location at() {
    return paths.getFirst().at();
  }
}
