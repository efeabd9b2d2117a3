package io.github.ingressdesigner.ui.compare;

/** What is asked. */
public enum Mode {
  /** What two controllers, or one with two settings, route differently. */
  CONTROLLERS,
  /** What two versions of the files route differently. */
  CHANGES,
  /** Which paths no request reaches. */
  UNREACHABLE
}
