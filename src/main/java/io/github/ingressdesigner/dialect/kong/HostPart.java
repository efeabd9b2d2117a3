package io.github.ingressdesigner.dialect.kong;

import io.github.ingressdesigner.dialect.common.Later;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.route.RouteTable.LeftOut;
import java.util.ArrayList;
import java.util.List;

/** All that Ingresses say of one host. Its routes are read at the first question for them. */
final class HostPart {
  private record Read(List<Candidate> candidates, List<LeftOut> leftOut) {}

  /** As written; empty for rules without host. */
  final String host;

  private final List<RouteReader.Source> sources = new ArrayList<>(1);
  private final Later<Read> read;

  HostPart(String host, RouteReader reader) {
    this.host = host;
    read =
        new Later<>(
            () -> {
              List<LeftOut> leftOut = new ArrayList<>(0);
              return new Read(reader.read(host, sources, leftOut), leftOut);
            });
  }

  /** While Ingresses are gone through. */
  void add(RouteReader.Source source) {
    sources.add(source);
  }

  /** Whether Kong may refuse one of its paths. */
  boolean mayFail() {
    for (RouteReader.Source source : sources) {
      if (source.mayFail()) {
        return true;
      }
    }
    return false;
  }

  List<Candidate> candidates() {
    return read.get().candidates;
  }

  List<LeftOut> leftOut() {
    return read.get().leftOut;
  }

  /** The rules that name the host. */
  List<Location> rules() {
    return sources.stream()
        .filter(source -> source.rule() != RouteReader.DEFAULT)
        .map(RouteReader.Source::at)
        .toList();
  }
}
