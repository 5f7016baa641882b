package dev.sallyport.bootstrap;

import dev.sallyport.bootstrap.settings.SettingsReader;
import io.micronaut.context.ApplicationContext;
import java.util.Map;

/// Opens the house that a command works on.
@FunctionalInterface
interface Houses {
  /// One that nobody else works on, as the settings say.
  Houses CLOSED =
      given -> ClosedHouse.open(SettingsReader.read(given.with(Map.copyOf(System.getenv()))));

  OpenHouse open(GivenOptions given);

  /// The one that runs in this process, whatever the settings say; it stays open.
  static Houses running(ApplicationContext context) {
    return _ ->
        new OpenHouse() {
          @Override
          public <T> T get(Class<T> type) {
            return context.getBean(type);
          }

          @Override
          public void close() {
            // whoever runs it closes it
          }
        };
  }
}
