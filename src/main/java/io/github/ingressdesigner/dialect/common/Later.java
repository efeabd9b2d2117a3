package io.github.ingressdesigner.dialect.common;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A part of a table that is made at the first question for it, once, whoever asks: most hosts of a
 * text being typed are never asked for.
 *
 * @param <T> an immutable value
 */
public final class Later<T> {
  private @Nullable Supplier<? extends T> maker;
  private volatile @Nullable T value;

  /**
   * @param maker always makes the same; it is forgotten afterwards
   */
  public Later(Supplier<? extends T> maker) {
    this.maker = maker;
  }

  public T get() {
    T known = value;
    return known == null ? make() : known;
  }

  private synchronized T make() {
    T known = value;
    if (known == null) {
      known = maker.get();
      value = known;
      maker = null;
    }
    return known;
  }
}
