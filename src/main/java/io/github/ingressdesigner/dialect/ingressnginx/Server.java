package io.github.ingressdesigner.dialect.ingressnginx;

import io.github.ingressdesigner.dialect.nginx.Locations;
import io.github.ingressdesigner.model.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A server block: one host with the paths of all Ingresses that name it. */
final class Server {
  /** Name of the default server. */
  static final String ANY = "_";

  final String host;
  final @Nullable Ing owner;

  /** The rules that name the host. */
  final List<Location> rules = new ArrayList<>();

  final List<MutableBlock> building = new ArrayList<>();
  private final Map<String, MutableBlock> firsts = new HashMap<>();
  List<String> aliases = List.of();
  boolean hasCertificate;
  List<String> certificateHosts = List.of();
  boolean fromToWww;

  /** Why the whole server answers 403. */
  Optional<String> certificateProblem = Optional.empty();

  /** Whether auth-tls-secret asks clients that come over TLS for a certificate. */
  boolean needsCertificate;

  /** The Ingress whose server-snippet the server has. */
  Optional<Ing> snippetOf = Optional.empty();

  /** Whether its locations are expressions, and which Ingress made them so. */
  @Nullable MutableBlock regexBy;

  Optional<Rules> appRoot = Optional.empty();
  @Nullable Locations<Block> locations;

  Server(String host, @Nullable Ing owner) {
    this.host = host;
    this.owner = owner;
  }

  void add(MutableBlock block) {
    building.add(block);
    firsts.putIfAbsent(block.path, block);
  }

  /** The first location that was made with this path; null for none. */
  @Nullable MutableBlock first(String path) {
    return firsts.get(path);
  }

  boolean isRegex() {
    return regexBy != null;
  }

  Locations<Block> locations() {
    Locations<Block> built = locations;
    if (built == null) {
      throw new IllegalStateException("locations of " + host + " are not built yet");
    }
    return built;
  }
}
