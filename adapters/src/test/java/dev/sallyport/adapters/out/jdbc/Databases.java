package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.adapters.testbed.Postgres;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.BeanContext;
import io.micronaut.context.RuntimeBeanDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Empty databases for one test, closed behind it.
final class Databases implements AfterEachCallback {
  private static final int POOL = 4;
  private static final int ATTEMPTS = 100;
  private static final int PAUSE_MILLIS = 20;

  private final Deque<Runnable> open = new ArrayDeque<>();
  private final List<Path> folders = new ArrayList<>();

  Database h2(Path folder) {
    return open(file(folder), null);
  }

  Database postgres() {
    return open(Postgres.freshDatabase(), Postgres.user());
  }

  Database open(String url, @Nullable String username) {
    var database =
        new Database(new DatabaseSettings(url, username, null, POOL), InstantSource.system());
    open.push(database::close);
    return database;
  }

  /// With the stores that need the framework to be made.
  BeanContext storesOnH2(Path folder) {
    return stores(file(folder), "");
  }

  BeanContext storesOnPostgres() {
    return stores(Postgres.freshDatabase(), Postgres.user());
  }

  /// With stores whose statements forget whose rows they want.
  BeanContext unscopedStoresOnH2(Path folder) {
    return unscopedStores(file(folder), "");
  }

  BeanContext unscopedStoresOnPostgres() {
    return unscopedStores(Postgres.freshDatabase(), Postgres.user());
  }

  /// Everything that can be asked of a house over these stores.
  WholeHouse house(BeanContext stores, Path keys) {
    var house = new WholeHouse(stores, keys);
    open.push(house::close);
    return house;
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    open.forEach(Runnable::run);
    for (Path folder : folders) {
      delete(folder);
    }
  }

  /// A connection that was being opened when its pool was closed may still write a file, which
  /// whoever clears the folder away afterwards would stumble over.
  private static void delete(Path folder) throws Exception {
    for (int attempt = 1; Files.exists(folder); attempt++) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      } catch (IOException | UncheckedIOException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
        var _ = new CountDownLatch(1).await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
      }
    }
  }

  private BeanContext stores(String url, String username) {
    return started(unstarted(url, username));
  }

  private BeanContext unscopedStores(String url, String username) {
    ApplicationContext context = unstarted(url, username);
    context.registerBeanDefinition(
        RuntimeBeanDefinition.builder(
                Database.class, () -> new Unscoped(new DatabaseSettings(url, username, null, POOL)))
            .singleton(true)
            .replaces(Database.class)
            .build());
    return started(context);
  }

  private BeanContext started(ApplicationContext context) {
    context.start();
    open.push(context::close);
    return context;
  }

  private static ApplicationContext unstarted(String url, String username) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("sallyport.database.url", url);
    settings.put("sallyport.database.username", username);
    settings.put("sallyport.database.pool-size", POOL);
    settings.put("datasources.default.dialect", "POSTGRES");
    ApplicationContext context =
        ApplicationContext.builder()
            .deduceEnvironment(false)
            .banner(false)
            .enableDefaultPropertySources(false)
            .properties(settings)
            .build();
    context.registerSingleton(InstantSource.class, InstantSource.system());
    return context;
  }

  private String file(Path folder) {
    folders.add(folder);
    return "jdbc:h2:file:" + folder.resolve("db");
  }
}
