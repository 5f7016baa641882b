package dev.sallyport.bootstrap;

import dev.sallyport.bootstrap.settings.Settings;

/// How many virtual threads run at once.
///
/// Whoever waits for a row of an embedded database may spin, and a virtual thread that spins keeps
/// its carrier from the one it waits for. Each of them has a connection: with more carriers than
/// connections, that one goes on however many wait.
final class Carriers {
  static final String SETTING = "jdk.virtualThreadScheduler.parallelism";

  private Carriers() {}

  /// Counts only until the first virtual thread was started. What the command line says stays so.
  static void outnumberConnections(Settings settings) {
    if (settings.database().embedded() && System.getProperty(SETTING) == null) {
      int enough = settings.database().poolSize() + 1;
      int processors = Runtime.getRuntime().availableProcessors();
      System.setProperty(SETTING, Integer.toString(Math.max(enough, processors)));
    }
  }
}
