package io.github.ingressdesigner.lint;

import io.github.ingressdesigner.model.Resources.Located;
import java.util.List;
import java.util.function.Consumer;

/**
 * Looks for what breaks some rules. Total and stateless: the same input gives the same reports. The
 * kind of check says what it depends on, and it runs again only when that changes.
 */
public sealed interface LintCheck {
  /** The rules whose breaking it reports; no other. */
  List<LintRule> rules();

  /** Looks at one document: its text, its tree and its resources. */
  non-sealed interface DocumentCheck extends LintCheck {
    void check(LintDocument document, LintSettings settings, Consumer<Report> out);
  }

  /** Looks at one resource as it was bound, and at nothing else. */
  non-sealed interface ResourceCheck extends LintCheck {
    void check(Located resource, LintSettings settings, Consumer<Report> out);
  }

  /** Looks at all documents, resources and routes together. */
  non-sealed interface WorkspaceCheck extends LintCheck {
    void check(LintContext context, Consumer<Report> out);
  }
}
