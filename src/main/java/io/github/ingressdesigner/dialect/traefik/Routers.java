package io.github.ingressdesigner.dialect.traefik;

import io.github.ingressdesigner.model.Backend;
import io.github.ingressdesigner.model.Ingress;
import io.github.ingressdesigner.model.OtherResource;
import io.github.ingressdesigner.model.ResourceId;
import io.github.ingressdesigner.route.RouteTable.Effect;
import io.github.ingressdesigner.route.RouteTable.LeftOut;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a provider makes of the Ingresses; filled by it, then only read. */
final class Routers {
  /** In the order of the Ingresses, over a plain connection. */
  final List<Router> plain = new ArrayList<>();

  /** The same over TLS. */
  List<Router> tls = new ArrayList<>();

  /** Routers that are not created, each with the reason. */
  final List<Dropped> dropped = new ArrayList<>();

  final List<LeftOut> leftOut = new ArrayList<>();

  /** Ingresses of which nothing is served. */
  final Map<ResourceId, Ingress> notServed = new HashMap<>();

  final List<Effect> effects = new ArrayList<>();

  /** The Service of the provider's own default backend. */
  Optional<Backend> providerDefault = Optional.empty();

  /** How many routers share a name, by {@link Router#rival}. */
  final List<Integer> rivals = new ArrayList<>();

  /** What lowers the confidence of all that an Ingress decides. */
  final Map<Owner, Doubts> doubts = new HashMap<>();

  /**
   * A router that would be there.
   *
   * @param reason a sentence for people
   */
  record Dropped(Router router, String reason) {}

  /** The routers for plain connections serve TLS too. */
  Routers forBoth() {
    tls = plain;
    return this;
  }

  /** Leaves out a whole Ingress. */
  void leaveOut(Owner owner, LeftOut reason) {
    leftOut.add(reason);
    notServed.put(owner.id(), owner.ingress());
  }

  /** IngressRoute objects, whose routers compete too. */
  List<OtherResource> foreign = List.of();

  void doubt(Owner owner, Doubts more) {
    doubts.merge(owner, more, Doubts::and);
  }
}
