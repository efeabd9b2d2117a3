package io.github.ingressdesigner.dialect.ingressnginx;

import io.github.ingressdesigner.dialect.nginx.Location;
import io.github.ingressdesigner.dialect.nginx.Location.Modifier;
import io.github.ingressdesigner.dialect.nginx.Locations;
import io.github.ingressdesigner.model.PathType;
import java.util.ArrayList;
import java.util.List;

/**
 * The locations that the template writes into a server (controller/location.go,
 * updateServerLocations; template.go, buildLocation).
 */
final class LocationList {
  private LocationList() {}

  static Locations<Block> of(Server server) {
    boolean regex = server.isRegex();
    // Without expressions NGINX does not care for their order.
    List<MutableBlock> blocks = regex ? server.sorted() : server.building;
    List<Location<Block>> locations = new ArrayList<>(2 * blocks.size() + 2);
    for (MutableBlock block : blocks) {
      if (isAsItIs(block)) {
        add(locations, block, block.path, block.type == PathType.EXACT, regex);
        continue;
      }
      String folder = block.path.endsWith("/") ? block.path : block.path + "/";
      add(locations, block, folder, false, regex);
      if (!server.hasExact(block.path)) {
        add(locations, block, block.path, true, regex);
      }
    }
    if (server.host.equals(Server.ANY)) {
      locations.add(answer(server, server.healthPath, 200));
      locations.add(answer(server, "/nginx_status", 403));
    }
    return regex ? Locations.of(locations) : Locations.ofUnequal(locations, server.locationTwice());
  }

  /** Whether it is no prefix that becomes a directory and an exact location. */
  static boolean isAsItIs(MutableBlock block) {
    return block.type == PathType.EXACT
        || block.path.length() == 1
        || block.rules.useRegex()
        || block.rules.rewrites(block.path);
  }

  private static void add(
      List<Location<Block>> locations,
      MutableBlock from,
      String text,
      boolean exact,
      boolean regex) {
    Block block = new Block(from, text);
    boolean proxied = block.rules.access().denied().isEmpty();
    if (regex) {
      locations.add(new Location<>(Modifier.REGEX_NO_CASE, "^" + text, proxied, block));
    } else {
      Modifier modifier = exact ? Modifier.EXACT : Modifier.PREFIX;
      locations.add(new Location<>(modifier, text, proxied, block));
    }
  }

  /** The default server answers these itself; expressions go before them. */
  private static Location<Block> answer(Server any, String path, int status) {
    MutableBlock root = any.building.getFirst();
    MutableBlock own =
        new MutableBlock(path, PathType.PREFIX, root.rules.asCatchAll(), root.upstream);
    own.status = status;
    return new Location<>(Modifier.PREFIX, path, false, new Block(own, path));
  }
}
