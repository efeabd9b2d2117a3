package io.github.ingressdesigner.workspace;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the log of one class silent while a test makes it fail on purpose. */
record Quiet(Logger logger) implements AutoCloseable {
  static Quiet of(Class<?> type) {
    Logger logger = (Logger) LoggerFactory.getLogger(type);
    logger.setLevel(Level.OFF);
    return new Quiet(logger);
  }

  @Override
  public void close() {
    logger.setLevel(null);
  }
}
