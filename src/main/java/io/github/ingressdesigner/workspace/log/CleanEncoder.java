package io.github.ingressdesigner.workspace.log;

import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.nio.charset.StandardCharsets;

/** Filters the whole line as it will stand in the file, stack traces included. */
final class CleanEncoder extends PatternLayoutEncoder {
  @Override
  public byte[] encode(ILoggingEvent event) {
    return SecretFilter.clean(getLayout().doLayout(event)).getBytes(StandardCharsets.UTF_8);
  }
}
