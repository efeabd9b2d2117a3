package io.github.ingressdesigner.dialect.gatewayapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.dialect.GatewayApiDialect;
import io.github.ingressdesigner.model.DocumentId;
import io.github.ingressdesigner.model.FieldValue;
import io.github.ingressdesigner.model.FileId;
import io.github.ingressdesigner.model.ObjectMeta;
import io.github.ingressdesigner.model.OtherResource;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.model.Resources;
import io.github.ingressdesigner.model.Resources.Located;
import io.github.ingressdesigner.route.DialectConfig;
import io.github.ingressdesigner.route.Outcome.ToBackend;
import io.github.ingressdesigner.route.Request;
import io.github.ingressdesigner.route.RouteTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MissingGatewayTest {
  private static FieldValue text(String value) {
    return new FieldValue.Scalar(value, true);
  }

  private static FieldValue list(FieldValue value) {
    return new FieldValue.Listing(List.of(value));
  }

  private static Located route(int number, String host) {
    FieldValue parent = new FieldValue.Mapping(Map.of("name", text("not-in-the-files")));
    FieldValue backend =
        new FieldValue.Mapping(
            Map.of("name", text("svc"), "port", new FieldValue.Scalar("80", false)));
    FieldValue rule = new FieldValue.Mapping(Map.of("backendRefs", list(backend)));
    FieldValue spec =
        new FieldValue.Mapping(
            Map.of("parentRefs", list(parent), "hostnames", list(text(host)), "rules", list(rule)));
    return new Located(
        ResourceId.whole(new FileId("/t.yaml"), new DocumentId(number)),
        new OtherResource(
            "gateway.networking.k8s.io/v1",
            "HTTPRoute",
            ObjectMeta.named("r" + number),
            Map.of("spec", spec)));
  }

  @Test
  void allRoutesThatNameItAreOnItsListeners() {
    Resources resources = new Resources(List.of(route(1, "a.example"), route(2, "b.example")));
    RouteTable table =
        new GatewayApiDialect(DialectConfig.NONE).compile(resources, Optional.empty());
    for (String host : List.of("a.example", "b.example")) {
      assertThat(table.find(Request.of("GET", "http://" + host + "/", Map.of())))
          .isInstanceOf(ToBackend.class);
    }
  }
}
