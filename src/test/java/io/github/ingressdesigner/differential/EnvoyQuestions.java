package io.github.ingressdesigner.differential;

import io.github.ingressdesigner.route.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Requests for the listeners of one Envoy, with the answers that we expect. */
public final class EnvoyQuestions {
  private record Asked(int listener, Request request, List<String> ours, String manifest) {}

  private final List<EnvoyRoutes> listeners = new ArrayList<>();
  private final List<Asked> questions = new ArrayList<>();
  private final Map<String, Integer> statuses = new HashMap<>();

  /** The number of the listener that gets these routes. */
  public int listen(EnvoyRoutes routes) {
    listeners.add(routes);
    return listeners.size() - 1;
  }

  /**
   * @param ours all that may be
   */
  public void add(int listener, Request request, List<String> ours, String manifest) {
    questions.add(new Asked(listener, request, ours, manifest));
  }

  /**
   * Asks all; the statuses are counted.
   *
   * @param words an answer as we say it
   */
  public Comparison ask(Path folder, Function<RawHttp.Answer, String> words) throws IOException {
    Comparison comparison = new Comparison("Envoy");
    Map<Integer, RawHttp> clients = new HashMap<>();
    try (RealEnvoy envoy = RealEnvoy.start(folder, listeners, RealEnvoy.NORMALISING)) {
      for (Asked asked : questions) {
        RawHttp client = clients.computeIfAbsent(asked.listener(), envoy::client);
        RawHttp.Answer answer = client.send(asked.request());
        statuses.merge(Integer.toString(answer.status()), 1, Integer::sum);
        comparison.add(
            asked.request().toString(),
            words.apply(answer),
            asked.ours(),
            answer.status() == 200,
            asked.manifest());
      }
    }
    for (RawHttp client : clients.values()) {
      client.close();
    }
    return comparison;
  }

  /** How often each status came. */
  public Map<String, Integer> statuses() {
    return statuses;
  }
}
