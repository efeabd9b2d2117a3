package io.github.ingressdesigner.dialect.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.model.DocumentId;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.Location;
import io.github.ingressdesigner.model.PathType;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.route.RouteTable.HostTable;
import io.github.ingressdesigner.route.RouteTable.Route;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HostTablesTest {
  private static final Location AT =
      Location.of(ResourceId.whole(new FileId("a.yaml"), new DocumentId(0)));

  private static HostTable table(String host, String path) {
    return new HostTable(
        host, List.of(), List.of(new Route(PathType.EXACT, path, Optional.empty(), AT)));
  }

  @Test
  void equalTablesAreTheObjectsBefore() {
    HostTable a = table("a", "/x");
    List<HostTable> kept =
        HostTables.keep(List.of(a, table("b", "/x")), List.of(table("b", "/y"), table("a", "/x")));
    assertThat(kept).containsExactly(table("b", "/y"), a);
    assertThat(kept.get(1)).isSameAs(a);
  }
}
