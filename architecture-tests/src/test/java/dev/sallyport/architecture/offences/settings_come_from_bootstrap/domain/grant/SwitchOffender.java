package dev.sallyport.architecture.offences.settings_come_from_bootstrap.domain.grant;

final class SwitchOffender {
  boolean read() {
    return Boolean.getBoolean("sallyport.fast");
  }
}
