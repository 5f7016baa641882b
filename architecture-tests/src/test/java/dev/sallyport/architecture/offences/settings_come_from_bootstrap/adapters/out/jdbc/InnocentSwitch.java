package dev.sallyport.architecture.offences.settings_come_from_bootstrap.adapters.out.jdbc;

final class InnocentSwitch {
  boolean read(String text) {
    return Boolean.parseBoolean(text);
  }
}
