package io.github.ingressdesigner.tls;

import java.util.Optional;
import java.util.function.Function;

/** What became of reading a file: a value, or one sentence for people. */
public sealed interface Loaded<T> {
  /** It could be read. */
  record Ready<T>(T value) implements Loaded<T> {}

  /** It could not; the problem says why and what to do, and repeats nothing of the file. */
  record Unreadable<T>(String problem) implements Loaded<T> {}

  default Optional<T> found() {
    return switch (this) {
      case Ready<T>(T value) -> Optional.of(value);
      case Unreadable<T> _ -> Optional.empty();
    };
  }

  default <R> Loaded<R> then(Function<T, Loaded<R>> next) {
    return switch (this) {
      case Ready<T>(T value) -> next.apply(value);
      case Unreadable<T>(String problem) -> new Unreadable<>(problem);
    };
  }
}
