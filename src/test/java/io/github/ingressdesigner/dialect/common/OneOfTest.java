package io.github.ingressdesigner.dialect.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.Backend.ServiceBackend;
import io.github.ingressdesigner.model.Port;
import io.github.ingressdesigner.route.Outcome;
import io.github.ingressdesigner.route.Outcome.Split;
import io.github.ingressdesigner.route.Outcome.Status;
import io.github.ingressdesigner.route.Outcome.ToBackend;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OneOfTest {
  private static Outcome to(String owner, String service, String path) {
    Backend backend = new ServiceBackend(Optional.of(service), Optional.of(new Port.Number(80)));
    return new ToBackend(backend, Optional.of(owner), Optional.empty(), path, Optional.empty());
  }

  @Test
  void theSameBackendOfTwoIngressesIsNoQuestion() {
    Outcome first = to("n/a", "s", "/");
    assertThat(OneOf.of(List.of(first, to("n/b", "s", "/")))).isSameAs(first);
  }

  @Test
  void anotherNamespacePathOrServiceIsOne() {
    List<Outcome> all =
        List.of(
            to("n/a", "s", "/"), to("m/a", "s", "/"), to("n/a", "s", "/x"), to("n/a", "t", "/"));
    assertThat(OneOf.of(all))
        .isInstanceOfSatisfying(Split.class, split -> assertThat(split.options()).hasSize(4));
  }

  @Test
  void theSameStatusIsNoQuestion() {
    Outcome first = new Status(503, Optional.empty());
    assertThat(OneOf.of(List.of(first, new Status(503, Optional.empty())))).isSameAs(first);
  }
}
