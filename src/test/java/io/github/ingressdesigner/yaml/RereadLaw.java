package io.github.ingressdesigner.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ingressdesigner.text.TextEdit;
import io.github.ingressdesigner.yaml.ReadResult.Broken;

/** Reading again equals reading whole: trees, and messages and places of errors. */
final class RereadLaw {
  private RereadLaw() {}

  static ReadResult check(YamlReader reader, YamlTree tree, String before, TextEdit edit) {
    String after =
        before.substring(0, edit.offset()) + edit.inserted() + before.substring(edit.range().end());
    ReadResult full = reader.read(after);
    ReadResult again = reader.reread(tree, before, edit, after);
    if (!again.equals(full)) {
      assertThat(again).describedAs("%s%nof%n%s%ngives%n%s", edit, before, after).isEqualTo(full);
    }
    if (full instanceof Broken(String message, int offset)) {
      assertThat(offset).isBetween(0, after.length());
      assertThat(message).doesNotStartWith("This is not valid YAML:");
    }
    return again;
  }
}
