package dev.sallyport.adapters.kit.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/// Sets up the log: where lines go, how they look, and that they pass the redactor.
public final class LogLines {
  private LogLines() {}

  /// From now on, everything goes to standard output in this format.
  ///
  /// In code and not in a file, so that nothing on the class path can replace it and leave the
  /// redactor out.
  public static void install(LogFormat format) {
    install(format, "System.out");
  }

  /// From now on, everything goes to standard error in this format: for a command whose output is
  /// its answer.
  public static void installBesideAnAnswer(LogFormat format) {
    install(format, "System.err");
  }

  private static void install(LogFormat format, String stream) {
    var context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    // some libraries, the database's driver among them, speak to the JDK's log
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    var appender = new ConsoleAppender<ILoggingEvent>();
    appender.setContext(context);
    appender.setName("out");
    appender.setTarget(stream);
    appender.setEncoder(started(format, context));
    appender.start();
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.addAppender(appender);
    root.setLevel(Level.WARN);
    context.getLogger("dev.sallyport").setLevel(Level.INFO);
    // its warnings repeat, at every attempt, what readiness says once
    context.getLogger("com.zaxxer.hikari").setLevel(Level.ERROR);
    // what a peer did wrong in HTTP/2, with a stack for each; the codec has ended the connection
    context.getLogger("io.netty.channel.DefaultChannelPipeline").setLevel(Level.ERROR);
    // that H2 or PostgreSQL is newer than those it was tried with; our tests try those we name
    context.getLogger("org.flywaydb.core.internal.database.base").setLevel(Level.ERROR);
    context.getLogger("org.postgresql").setLevel(Level.ERROR);
    context.getLogger("io.lettuce").setLevel(Level.ERROR);
  }

  private static Encoder<ILoggingEvent> started(LogFormat format, LoggerContext context) {
    var encoder =
        new RedactingEncoder(
            switch (format) {
              case TEXT -> new TextLine();
              case JSON -> new JsonLine();
            });
    encoder.setContext(context);
    encoder.start();
    return encoder;
  }
}
