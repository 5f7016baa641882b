package dev.sallyport.architecture.offences.settings_come_from_bootstrap.adapters.out.jdbc;

import java.util.Map;

final class Offender {
  Map<String, String> read() {
    return System.getenv();
  }
}
