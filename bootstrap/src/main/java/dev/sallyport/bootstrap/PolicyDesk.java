package dev.sallyport.bootstrap;

import dev.sallyport.adapters.kit.log.LogFormat;
import dev.sallyport.adapters.kit.log.LogLines;
import dev.sallyport.application.port.out.Policies;
import dev.sallyport.application.port.out.PolicyReader;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/// Just enough of a house to work on policy files: no data, no keys, no database.
final class PolicyDesk implements AutoCloseable {
  private final ApplicationContext context;

  private PolicyDesk(ApplicationContext context) {
    this.context = context;
  }

  static PolicyDesk open() {
    return open(Map.of());
  }

  /// With this policy in force, if it holds.
  static PolicyDesk open(Path policy) {
    return open(Map.of(Framework.POLICY_FILE, policy.toString()));
  }

  private static PolicyDesk open(Map<String, Object> properties) {
    LogLines.installBesideAnAnswer(LogFormat.TEXT);
    return new PolicyDesk(Framework.bare(properties));
  }

  PolicyReader reader() {
    return context.getBean(PolicyReader.class);
  }

  Policies policies() {
    return context.getBean(Policies.class);
  }

  InstantSource clock() {
    return context.getBean(InstantSource.class);
  }

  String json(Object value) {
    try {
      return new String(
          context.getBean(JsonMapper.class).writeValueAsBytes(value), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
