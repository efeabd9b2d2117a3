package io.github.ingressdesigner.ui.start;

import io.github.ingressdesigner.ui.common.Messages;

/** A working start for a file of one's own. */
public enum Template {
  TWO_SERVICES("two-services"),
  TLS("tls-cert-manager"),
  WILDCARD("wildcard-tenants"),
  CANARY("canary"),
  DEFAULT_BACKEND("default-backend"),
  REDIRECT("redirect");

  private final String id;

  Template(String id) {
    this.id = id;
  }

  /** Short and stable: {@code two-services}. */
  public String id() {
    return id;
  }

  public String title() {
    return Messages.text("start.template." + id + ".title");
  }

  /** What it holds, in a few words. */
  public String note() {
    return Messages.text("start.template." + id + ".note");
  }

  public NamedText text() {
    return new NamedText(id + ".yaml", Samples.read("templates/" + id + ".yaml"));
  }
}
