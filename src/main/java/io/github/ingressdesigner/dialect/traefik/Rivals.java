package io.github.ingressdesigner.dialect.traefik;

import io.github.ingressdesigner.dialect.traefik.TraefikTable.Winners;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Routers that share a name: Traefik keeps one of them, and which one is chance. Where the first
 * router may not be there, the next ones count too.
 */
final class Rivals {
  private Rivals() {}

  /** The next routers that take the request, behind a rank. */
  interface Next {
    List<Router> behind(int rank);
  }

  /**
   * @param firsts those of the highest priority
   * @param sizes how many share a name, by {@link Router#rival}
   */
  static Winners winners(List<Router> firsts, List<Integer> sizes, Next next) {
    List<Router> all = new ArrayList<>();
    Map<Integer, Integer> seen = new HashMap<>();
    List<Router> here = firsts;
    while (!here.isEmpty()) {
      all.addAll(here);
      boolean certain = false;
      for (Router router : here) {
        certain |=
            router.rival() == Router.NONE
                || seen.merge(router.rival(), 1, Integer::sum) == sizes.get(router.rival());
      }
      if (certain) {
        return new Winners(all, false);
      }
      here = next.behind(RouterIndex.rank(here.getFirst()));
    }
    return new Winners(all, true);
  }
}
