package io.github.ingressdesigner.cluster.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ingressdesigner.cluster.KubeObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldRemoverTest {
  private static String without(String json, String field) {
    return FieldRemover.without(KubeObject.parse(json).orElseThrow(), List.of(field))
        .json()
        .toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\":{\"b\":1,\"c\":2}} | .a.b | {\"a\":{\"c\":2}}",
        "{\"a\":{\"x.y/z\":1,\"x\":2}} | .a.x.y/z | {\"a\":{\"x\":2}}",
        "{\"a\":[{\"p\":80,\"q\":1},{\"p\":81,\"q\":2}]} | .a[p=81].q |"
            + " {\"a\":[{\"p\":80,\"q\":1},{\"p\":81}]}",
        "{\"a\":[{\"p\":80,\"q\":\"T\"}]} | .a[p=80,q=\"T\"] | {\"a\":[]}",
        "{\"a\":[\"x\",\"y\"]} | .a[=\"x\"] | {\"a\":[\"y\"]}",
        "{\"a\":[1,2]} | .a[0] | {\"a\":[2]}",
      })
  void fieldIsTakenOut(String json, String field, String rest) {
    assertThat(without(json, field)).isEqualTo(rest);
  }

  @Test
  void pathThatLeadsNowhereStopsTheWrite() {
    assertThatThrownBy(() -> without("{\"a\":1}", ".b")).isInstanceOf(IllegalStateException.class);
  }
}
