package io.github.ingressdesigner.render;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words that the drawing shows, the same as in the window. */
final class Words {
  private final ResourceBundle bundle =
      ResourceBundle.getBundle("io.github.ingressdesigner.messages.canvas", Locale.ENGLISH);

  String of(String key, Object... arguments) {
    String text = bundle.getString(key);
    return arguments.length == 0 ? text : new MessageFormat(text, Locale.ENGLISH).format(arguments);
  }
}
