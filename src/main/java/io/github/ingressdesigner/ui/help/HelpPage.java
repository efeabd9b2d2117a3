package io.github.ingressdesigner.ui.help;

import java.util.Locale;

/**
 * A page.
 *
 * @param text Markdown, its title as first line
 */
public record HelpPage(String id, String title, String text) {
  /** The text in lower case, to be searched. */
  String lower() {
    return text.toLowerCase(Locale.ROOT);
  }
}
