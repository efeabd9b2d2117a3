package io.github.ingressdesigner.catalog;

/** How another controller does what an annotation does. */
public sealed interface Translation {
  /** A phrase for people, of the keys and values to write there. */
  record Known(String how) implements Translation {}

  /** That controller has nothing like it, or nothing on an Ingress. */
  record Lost(String why) implements Translation {}
}
