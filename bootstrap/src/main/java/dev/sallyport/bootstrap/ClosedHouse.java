package dev.sallyport.bootstrap;

import dev.sallyport.adapters.kit.log.LogFormat;
import dev.sallyport.adapters.kit.log.LogLines;
import dev.sallyport.application.Unavailable;
import dev.sallyport.application.port.in.CheckKeys;
import dev.sallyport.bootstrap.settings.Settings;
import io.micronaut.context.ApplicationContext;

/// A house that nobody can enter: its data and its use cases, for a command that works on them.
final class ClosedHouse implements OpenHouse {
  private final ApplicationContext context;

  private ClosedHouse(ApplicationContext context) {
    this.context = context;
  }

  /// Throws as a start would if the keys are not sound, and [Away] if the database cannot be used,
  /// which an embedded one cannot while a server runs. Where there is none it makes none.
  static ClosedHouse open(Settings settings) {
    var folder = new DataFolder(settings);
    folder.expectDatabase();
    LogLines.installBesideAnAnswer(LogFormat.TEXT);
    folder.prepare();
    var house = new ClosedHouse(Framework.start(settings));
    try {
      RingFaults.refuse(house.get(CheckKeys.class).check(), settings);
      return house;
    } catch (Unavailable _) {
      house.close();
      throw new Away(
          settings.database().embedded()
              ? "the database in `%s` cannot be opened: if a server runs on it, stop that first"
                  .formatted(settings.data())
              : "the database does not answer");
    } catch (RuntimeException e) {
      house.close();
      throw e;
    }
  }

  @Override
  public <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    Framework.close(context);
  }
}
