package dev.sallyport.bootstrap.export;

/// What the fields of an export are called.
final class Shape {
  static final String FORMAT = "format";
  static final String FORMAT_NAME = "sallyport/ledger/1";
  static final String INSTALLATION = "installation";
  static final String KEYS = "keys";
  static final String X509 = "x509";
  static final String ENTRY = "entry";
  static final String ID = "id";
  static final String ORGANIZATION = "organization";
  static final String AT = "at";
  static final String KIND = "kind";
  static final String FACTS = "facts";
  static final String PERSONAL = "personal";
  static final String CHECKPOINT = "checkpoint";
  static final String NUMBER = "number";
  static final String FROM = "from";
  static final String TO = "to";
  static final String LINK = "link";
  static final String PREVIOUS = "previous";
  static final String KEY = "key";
  static final String SIGNATURE = "signature";
  static final String CLOSING = "closing";
  static final String SEQUENCE = "sequence";
  static final String SEAL = "seal";
  static final String UNSEALED = "unsealed";
  static final String UNREADABLE = "unreadable";

  private Shape() {}
}
