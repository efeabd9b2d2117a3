package io.github.ingressdesigner.workspace.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.Duration;
import ch.qos.logback.core.util.FileSize;
import io.github.ingressdesigner.workspace.disk.PrivateFiles;
import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** Sends the log to a file: five of a megabyte at most, the newest without a number. */
public final class LogFile {
  private static final String PATTERN =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger{30} %msg%n";
  private static final int OLDER = 4;
  private static final long LARGEST = FileSize.MB_COEFFICIENT;

  private LogFile() {}

  /**
   * From now on the log goes there and nowhere else.
   *
   * @return the file
   * @throws IOException if its folder cannot be made; the log then stays as it was
   */
  public static Path open(Path stateFolder) throws IOException {
    return open((LoggerContext) LoggerFactory.getILoggerFactory(), stateFolder, LARGEST);
  }

  static Path open(LoggerContext context, Path stateFolder, long largest) throws IOException {
    PrivateFiles.createFolder(stateFolder);
    Path file = stateFolder.resolve("ingress-designer.log");
    context.reset();
    CleanEncoder encoder = new CleanEncoder();
    encoder.setContext(context);
    encoder.setPattern(PATTERN);
    encoder.start();
    PrivateFileAppender appender = new PrivateFileAppender();
    appender.setContext(context);
    appender.setName("file");
    appender.setFile(file.toString());
    appender.setEncoder(encoder);
    FixedWindowRollingPolicy rolling = new FixedWindowRollingPolicy();
    rolling.setContext(context);
    rolling.setParent(appender);
    rolling.setFileNamePattern(stateFolder.resolve("ingress-designer.%i.log").toString());
    rolling.setMinIndex(1);
    rolling.setMaxIndex(OLDER);
    rolling.start();
    SizeBasedTriggeringPolicy<ch.qos.logback.classic.spi.ILoggingEvent> size =
        new SizeBasedTriggeringPolicy<>();
    size.setContext(context);
    size.setMaxFileSize(new FileSize(largest));
    size.setCheckIncrement(Duration.buildByMilliseconds(1));
    size.start();
    appender.setRollingPolicy(rolling);
    appender.setTriggeringPolicy(size);
    appender.start();
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    root.addAppender(appender);
    context.getLogger("io.github.ingressdesigner").setLevel(Level.INFO);
    return file;
  }
}
