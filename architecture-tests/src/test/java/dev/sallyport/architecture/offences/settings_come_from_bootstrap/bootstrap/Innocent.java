package dev.sallyport.architecture.offences.settings_come_from_bootstrap.bootstrap;

import java.util.Map;

final class Innocent {
  Map<String, String> read() {
    return System.getenv();
  }
}
