package dev.sallyport.architecture.offences.records_copy_what_they_hold.domain.grant;

// an array in a record is what the law is about
@SuppressWarnings("ArrayRecordComponent")
record InnocentBytes(byte[] bytes) {
  InnocentBytes {
    bytes = bytes.clone();
  }
}
