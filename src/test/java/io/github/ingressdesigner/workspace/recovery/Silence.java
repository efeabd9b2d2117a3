package io.github.ingressdesigner.workspace.recovery;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the log of this package silent while a test makes it fail on purpose. */
record Silence(Logger logger) implements AutoCloseable {
  static Silence of() {
    Logger logger = (Logger) LoggerFactory.getLogger(Silence.class.getPackageName());
    logger.setLevel(Level.OFF);
    return new Silence(logger);
  }

  @Override
  public void close() {
    logger.setLevel(null);
  }
}
