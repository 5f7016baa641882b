package dev.sallyport.architecture.offences.no_naked_secrets.domain.grant;

final class ArrayOffender {
  private final char[] password;

  ArrayOffender(char[] password) {
    this.password = password.clone();
  }

  int length() {
    return password.length;
  }
}
