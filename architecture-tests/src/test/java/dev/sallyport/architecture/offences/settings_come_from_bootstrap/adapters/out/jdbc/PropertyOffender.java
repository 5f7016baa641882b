package dev.sallyport.architecture.offences.settings_come_from_bootstrap.adapters.out.jdbc;

import org.jspecify.annotations.Nullable;

final class PropertyOffender {
  @Nullable String read() {
    return System.getProperty("sallyport.data");
  }
}
