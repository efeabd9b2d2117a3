package io.github.ingressdesigner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class DesktopTest {
  @Test
  void unsetDisplayIsNamed() {
    assertThat(Desktop.display(Optional.empty()))
        .contains("There is no display: the variable DISPLAY is not set.");
  }

  @Test
  void displayWithoutAServerIsNamed() {
    assertThat(Desktop.display(Optional.of(":54321")))
        .contains("The display :54321 does not answer.");
  }

  @Test
  void impossibleNumberIsQuoted() {
    assertThat(Desktop.display(Optional.of(":99999999999")))
        .contains("DISPLAY is :99999999999, expected a form like :0.");
  }

  @Test
  void malformedDisplayIsQuoted() {
    assertThat(Desktop.display(Optional.of("zero")))
        .contains("DISPLAY is zero, expected a form like :0.");
  }
}
