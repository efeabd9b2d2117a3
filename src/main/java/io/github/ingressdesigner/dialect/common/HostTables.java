package io.github.ingressdesigner.dialect.common;

import io.github.ingressdesigner.route.RouteTable.HostTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps the objects of hosts that did not change, so that their pictures can be kept. */
public final class HostTables {
  private HostTables() {}

  /** {@code now}, with the previous object wherever an equal one was there. */
  public static List<HostTable> keep(List<HostTable> previous, List<HostTable> now) {
    if (previous.isEmpty()) {
      return List.copyOf(now);
    }
    Map<String, HostTable> byHost = HashMap.newHashMap(previous.size());
    previous.forEach(table -> byHost.put(table.host(), table));
    List<HostTable> kept = new ArrayList<>(now.size());
    for (HostTable table : now) {
      HostTable before = byHost.get(table.host());
      kept.add(table.equals(before) ? before : table);
    }
    return List.copyOf(kept);
  }
}
