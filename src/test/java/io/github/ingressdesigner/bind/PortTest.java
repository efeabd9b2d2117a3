package io.github.ingressdesigner.bind;

import static io.github.ingressdesigner.bind.Bindings.path;
import static io.github.ingressdesigner.bind.Bindings.places;
import static io.github.ingressdesigner.bind.Bindings.withPath;
import static io.github.ingressdesigner.bind.Bindings.withPort;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.model.Backend.ServiceBackend;
import io.github.ingressdesigner.model.Port;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ports: what a real API server takes, and what becomes of what it refuses. */
class PortTest {
  private static final String AT = "spec.rules[0].http.paths[0].backend.service.port";

  private static Optional<Port> port(String yaml) {
    return ((ServiceBackend) path(yaml).backend().orElseThrow()).port();
  }

  @ParameterizedTest
  @CsvSource({"80, 80", "80.0, 80", "8e1, 80", "0x50, 80", "0120, 80", "8_080, 8080"})
  void wholeNumbersInAnySpelling(String text, int number) {
    assertThat(port(withPort("number: " + text))).contains(new Port.Number(number));
    assertThat(places(withPort("number: " + text))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "65536, 65536", "-1, -1", "'\"80\"', 80"})
  void wrongNumbersAreKeptAndReported(String text, int number) {
    assertThat(port(withPort("number: " + text))).contains(new Port.Number(number));
    assertThat(places(withPort("number: " + text))).containsExactly(AT + ".number");
  }

  @ParameterizedTest
  @ValueSource(strings = {"80.5", "2147483648", "true", "1:20", "http", "1e400", ".inf"})
  void whatIsNoNumberIsKeptAsWritten(String text) {
    assertThat(port(withPort("number: " + text))).contains(new Port.Name(text));
    assertThat(places(withPort("number: " + text))).containsExactly(AT + ".number");
  }

  @Test
  void nameIsBound() {
    assertThat(port(withPort("name: http"))).contains(new Port.Name("http"));
  }

  @Test
  void digitsAsNameAreReported() {
    assertThat(places(withPort("name: 8080"))).containsExactly(AT + ".name");
  }

  @Test
  void nameAndNumberTogetherAreReported() {
    assertThat(places(withPort("name: http, number: 80"))).containsExactly(AT);
    assertThat(port(withPort("name: http, number: 80"))).contains(new Port.Number(80));
  }

  @Test
  void emptyPortIsReported() {
    assertThat(places(withPort(""))).containsExactly(AT);
  }

  @Test
  void missingPortIsReportedAtTheBackend() {
    String yaml = withPath("path: /", "pathType: Prefix", "backend: {service: {name: web}}");
    assertThat(places(yaml)).containsExactly("spec.rules[0].http.paths[0].backend");
    assertThat(port(yaml)).isEmpty();
  }

  @Test
  void portThatIsAListIsReportedOnce() {
    String yaml =
        withPath("path: /", "pathType: Prefix", "backend: {service: {name: web, port: [80]}}");
    assertThat(places(yaml)).containsExactly(AT);
  }

  @Test
  void portThatIsANumberIsReportedOnce() {
    String yaml =
        withPath("path: /", "pathType: Prefix", "backend: {service: {name: web, port: 80}}");
    assertThat(places(yaml)).containsExactly(AT);
  }
}
