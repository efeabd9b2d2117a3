package io.github.ingressdesigner.bind;

import java.math.BigInteger;

/** What a scalar means to kubectl. */
public sealed interface KubeValue {
  record Text(String value) implements KubeValue {}

  record Bool(boolean value) implements KubeValue {}

  /** A whole number, of any size. */
  record Whole(BigInteger value) implements KubeValue {}

  /** A number written with a point or an exponent; {@code 80.0} and {@code 8e1} are these too. */
  record Decimal(double value) implements KubeValue {}

  record Null() implements KubeValue {}

  /**
   * Not readable: a tag that does not fit, or a number that JSON does not have. kubectl refuses the
   * whole document.
   *
   * @param why half a sentence for people
   */
  record Refused(String why) implements KubeValue {}
}
