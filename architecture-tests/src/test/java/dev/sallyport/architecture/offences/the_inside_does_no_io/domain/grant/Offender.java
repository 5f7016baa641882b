package dev.sallyport.architecture.offences.the_inside_does_no_io.domain.grant;

import java.io.File;

final class Offender {
  boolean isThere() {
    return new File("grants").exists();
  }
}
