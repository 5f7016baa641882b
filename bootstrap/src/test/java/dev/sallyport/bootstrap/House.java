package dev.sallyport.bootstrap;

import dev.sallyport.application.port.in.CreateKey;
import dev.sallyport.bootstrap.settings.Given;
import dev.sallyport.bootstrap.settings.Setting;
import dev.sallyport.bootstrap.settings.SettingsReader;
import dev.sallyport.domain.grant.Reach;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.tenancy.EmailAddress;
import dev.sallyport.domain.tool.Scopes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// A whole house in this process, for one test class: embedded database, free port.
public final class House implements AutoCloseable {
  private final Server server;
  private final AtomicInteger people = new AtomicInteger();

  private House(Server server) {
    this.server = server;
  }

  public static House in(Path data, Map<Setting, String> settings) {
    return in(data, settings, Map.of());
  }

  public static House in(
      Path data, Map<Setting, String> settings, Map<String, String> environment) {
    Map<Setting, String> all = new EnumMap<>(Setting.class);
    all.put(Setting.LISTEN_PORT, "0");
    all.put(Setting.DATA, data.toString());
    all.putAll(settings);
    return new House(
        Server.start(SettingsReader.read(new Given(all, environment, Optional.empty()))));
  }

  public static House in(Path data) {
    return in(data, Map.of());
  }

  public int port() {
    return server.port();
  }

  public String origin() {
    return "http://127.0.0.1:" + port();
  }

  /// One of its beans, for who asks the house itself.
  public <B> B bean(Class<B> type) {
    return server.bean(type);
  }

  /// A new key of somebody new, with a grant of just this.
  public String key(Scopes scopes, Map<BackendId, Reach> reaches) {
    return key(people.incrementAndGet(), scopes, reaches);
  }

  private String key(int whose, Scopes scopes, Map<BackendId, Reach> reaches) {
    var person = new EmailAddress("p%d@example.org".formatted(whose));
    var wish = new CreateKey.Wish(person, "a test's", scopes, reaches, false, Duration.ofDays(1));
    return switch (bean(CreateKey.class).create(wish)) {
      case CreateKey.Result.Created created -> created.text().reveal();
      case CreateKey.Result.Suspended _, CreateKey.Result.Homeless _ ->
          throw new IllegalStateException("a newcomer has a home");
    };
  }

  /// A key that reaches nothing but what every grant does.
  public String key() {
    return key(Scopes.NONE, Map.of());
  }

  /// One more of whoever came last, which is news to all that is remembered of their organization.
  public String anotherKey() {
    return key(people.get(), Scopes.NONE, Map.of());
  }

  public Wire wire() {
    return new Wire("127.0.0.1", port());
  }

  @Override
  public void close() {
    server.close();
  }
}
