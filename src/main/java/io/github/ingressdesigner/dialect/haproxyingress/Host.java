package io.github.ingressdesigner.dialect.haproxyingress;

import io.github.ingressdesigner.dialect.common.Later;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.route.RouteTable.LeftOut;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A host as the controller keeps it. Its paths are read at the first question for them. */
final class Host {
  final String name;
  final Map<String, String> annotations = new HashMap<>(2);
  final Map<String, Location> places = new HashMap<>(2);
  boolean secure;
  private final List<TargetReader.Source> sources = new ArrayList<>(1);
  private final Later<TargetReader.Read> read;

  Host(String name, TargetReader reader) {
    this.name = name;
    read = new Later<>(() -> reader.read(sources));
  }

  /** While Ingresses are gone through. */
  void add(TargetReader.Source source) {
    sources.add(source);
  }

  /** In the order in which they are kept. */
  List<Target> targets() {
    return read.get().targets();
  }

  List<LeftOut> leftOut() {
    return read.get().leftOut();
  }
}
