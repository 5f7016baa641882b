package dev.sallyport.bootstrap;

import dev.sallyport.bootstrap.settings.Settings;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.scheduling.TaskExecutors;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/// Our settings in the framework's words, and what we fix in it for good.
///
/// The framework reads nothing else: no file, no environment, no system property. So there is one
/// list of what can be set, and no way around what it refuses.
final class Framework {
  private static final int BODY_BYTES = 1_048_576;
  private static final int HEADER_BYTES = 16_384;
  private static final int LINE_BYTES = 4_096;
  private static final int STREAMS = 100;
  private static final int PATIENCE_SECONDS = 5;

  private Framework() {}

  /// What the adapter of the policy calls its file.
  static final String POLICY_FILE = "sallyport.policy.file";

  /// Joins the beans; nothing listens yet.
  static ApplicationContext start(Settings settings) {
    return builder(properties(settings)).singletons(settings.toolSets()).start();
  }

  /// The same beside the house's data, for a command that asks what there is and not what is kept:
  /// backends may hold stores, so those lie in memory and end with it.
  static ApplicationContext aside(Settings settings) {
    Map<String, Object> all = properties(settings);
    all.put("sallyport.database.url", "jdbc:h2:mem:aside");
    all.remove("sallyport.redis.url");
    return builder(all).singletons(settings.toolSets()).start();
  }

  /// The same with these properties alone, for a command that needs few of the beans.
  static ApplicationContext bare(Map<String, Object> properties) {
    return builder(properties).start();
  }

  private static ApplicationContextBuilder builder(Map<String, Object> properties) {
    return ApplicationContext.builder()
        .deduceEnvironment(false)
        .banner(false)
        .enableDefaultPropertySources(false)
        .properties(properties);
  }

  /// Ends what the framework runs by the clock before it takes the beans apart: one more turn would
  /// make its beans anew, and with them a pool that nobody closes.
  static void close(ApplicationContext context) {
    // a server that could not listen has closed it already
    if (!context.isRunning()) {
      return;
    }
    ExecutorService clockwork =
        context.getBean(ExecutorService.class, Qualifiers.byName(TaskExecutors.SCHEDULED));
    clockwork.shutdown();
    try {
      var _ = clockwork.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    context.close();
  }

  static Map<String, Object> properties(Settings settings) {
    var all = new HashMap<String, Object>();
    all.put("micronaut.application.name", "sallyport");
    server(settings, all);
    edge(settings, all);
    all.put("sallyport.version", Version.current());
    all.put("sallyport.public-url", settings.publicUrl().toString());
    all.put("door.origins", settings.door().origins());
    all.put("door.hosts", settings.door().hosts());
    all.put("door.tool-names", settings.door().toolNames().name());
    all.put("door.step-up", settings.door().stepUp());
    all.put("sallyport.limits.strangers-per-address", settings.limits().strangersPerAddress());
    all.put("sallyport.limits.requests-per-token", settings.limits().requestsPerToken());
    all.put("sallyport.gate.sample-outputs", settings.sampleOutputs());
    all.put("sallyport.ledger.reads", settings.ledgerReads());
    all.put("door.websocket", settings.door().websocket());
    all.put("door.websocket-hello", settings.door().websocketHello());
    all.put("door.http-sse", settings.door().httpSse());
    all.put("sallyport.database.url", settings.database().url());
    all.put("sallyport.database.pool-size", settings.database().poolSize());
    settings.database().username().ifPresent(it -> all.put("sallyport.database.username", it));
    settings.database().password().ifPresent(it -> all.put("sallyport.database.password", it));
    all.put("sallyport.keys.folder", settings.data());
    settings.keys().server().ifPresent(it -> all.put("sallyport.keys.server", it));
    settings.keys().others().ifPresent(it -> all.put("sallyport.keys.others", it));
    // one dialect for both: H2 is opened so that it understands it
    all.put("datasources.default.dialect", "POSTGRES");
    settings.policy().ifPresent(it -> all.put(POLICY_FILE, it));
    settings.redisUrl().ifPresent(it -> all.put("sallyport.redis.url", it));
    all.put("sallyport.cache.bytes", settings.cacheBytes());
    return all;
  }

  private static void server(Settings settings, Map<String, Object> all) {
    all.put("micronaut.server.host", settings.listen().address());
    // the framework's word for any free port
    all.put("micronaut.server.port", settings.listen().port() == 0 ? -1 : settings.listen().port());
    all.put("micronaut.server.http-version", "2.0");
    all.put("micronaut.server.max-request-size", BODY_BYTES);
    // it counts whole seconds, and takes none for no limit at all
    all.put(
        "micronaut.server.idle-timeout",
        Duration.ofSeconds(settings.limits().idleTimeout().plusMillis(999).toSeconds()));
    all.put("micronaut.server.multipart.enabled", false);
    all.put("micronaut.server.netty.max-header-size", HEADER_BYTES);
    all.put("micronaut.server.netty.max-initial-line-length", LINE_BYTES);
    // more than the edge takes, so that the edge refuses it in its own words
    all.put("micronaut.server.netty.http2.max-header-list-size", 4 * HEADER_BYTES);
    all.put("micronaut.server.netty.http2.max-concurrent-streams", STREAMS);
    // a stream then looks like a connection to the edge's guards: one set of guards for both
    all.put("micronaut.server.netty.legacy-multiplex-handlers", true);
    // a body counts as long as it is on the wire: what is compressed stays so
    all.put("micronaut.server.netty.request-decompression-enabled", false);
  }

  private static void edge(Settings settings, Map<String, Object> all) {
    all.put("edge.connections-per-address", settings.limits().connectionsPerAddress());
    all.put("edge.line-bytes", LINE_BYTES);
    all.put("edge.header-bytes", HEADER_BYTES);
    all.put("edge.body-bytes", BODY_BYTES);
    all.put("edge.header-timeout", settings.limits().headerTimeout());
    all.put("edge.body-timeout", settings.limits().bodyTimeout());
    all.put("edge.https", "https".equals(settings.publicUrl().getScheme()));
  }
}
