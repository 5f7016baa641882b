package dev.sallyport.bootstrap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/// Which Sallyport this is, as the build wrote it down.
final class Version implements IVersionProvider {
  static String current() {
    try (InputStream file = Version.class.getResourceAsStream("/sallyport.properties")) {
      var properties = new Properties();
      properties.load(file);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String[] getVersion() {
    return new String[] {
      "sallyport %s (Java %s)".formatted(current(), System.getProperty("java.version"))
    };
  }
}
