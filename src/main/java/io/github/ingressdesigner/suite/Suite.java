package io.github.ingressdesigner.suite;

import io.github.ingressdesigner.model.FieldPath;
import io.github.ingressdesigner.route.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A suite of route tests: manifests, and requests with what is expected of them.
 *
 * @param name the file, for people
 * @param controller id of the dialect
 * @param controllerConfig settings of the controller, as text
 */
public record Suite(
    String name,
    Optional<String> title,
    Optional<String> controller,
    Map<String, String> controllerConfig,
    Manifests manifests,
    List<Case> cases) {
  public Suite {
    controllerConfig = Map.copyOf(controllerConfig);
    cases = List.copyOf(cases);
  }

  /**
   * One request.
   *
   * @param at where it stands in the suite: {@code requests[3]}, or the line of the short form
   * @param url as it is written
   * @param why the author's remark
   */
  public record Case(
      Spot spot,
      FieldPath at,
      Request request,
      String url,
      Expectation expectation,
      Optional<String> why) {
    /** Whether it is written in the short form. */
    public boolean isShort() {
      return at.startsWith(SuiteReader.ROUTES);
    }

    /** Where its answer stands. */
    public FieldPath answerAt() {
      return isShort() ? at : at.key("expect");
    }
  }
}
