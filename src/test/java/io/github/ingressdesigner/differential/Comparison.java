package io.github.ingressdesigner.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What a real program answered, beside what we say. */
public final class Comparison {
  private final String program;
  private final List<String> differences = new ArrayList<>();
  private int asked;
  private int reached;

  /**
   * @param program its name, for people
   */
  public Comparison(String program) {
    this.program = program;
  }

  /**
   * Adds one answer.
   *
   * @param ours all that may be
   * @param isBackend whether a backend answered
   * @param set what the program was configured from
   */
  public void add(
      String question, String real, Collection<String> ours, boolean isBackend, Object set) {
    asked++;
    reached += isBackend ? 1 : 0;
    if (!ours.contains(real)) {
      differences.add("%s: %s %s, we %s%n%s".formatted(question, program, real, ours, set));
    }
  }

  public int asked() {
    return asked;
  }

  public int reached() {
    return reached;
  }

  /**
   * Fails where an answer differs, and where too few requests were asked or reached a backend,
   * since then the comparison says little.
   *
   * @param least requests
   * @param share one of so many has to reach a backend
   */
  public void holds(int least, int share) {
    assertThat(differences).isEmpty();
    assertThat(asked).isGreaterThanOrEqualTo(least);
    assertThat(reached).as("answers of backends").isGreaterThan(asked / share);
  }
}
