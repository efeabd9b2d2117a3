package io.github.ingressdesigner.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommandPaletteTest {
  private static final List<Command> COMMANDS =
      List.of(command("Open file"), command("Save all"), command("Close file"), command("Save"));

  @Test
  void everyWordMustOccur() {
    assertThat(CommandPalette.matching(COMMANDS, "file cl"))
        .extracting(Command::title)
        .containsExactly("Close file");
  }

  @Test
  void titlesThatBeginWithTheFirstWordComeFirst() {
    List<Command> commands = List.of(command("Autosave"), command("Save"));

    assertThat(CommandPalette.matching(commands, "save"))
        .extracting(Command::title)
        .containsExactly("Save", "Autosave");
  }

  @Test
  void nothingTypedListsAll() {
    assertThat(CommandPalette.matching(COMMANDS, " ")).isEqualTo(COMMANDS);
  }

  private static Command command(String title) {
    return new Command(title, title, () -> true, () -> {});
  }
}
