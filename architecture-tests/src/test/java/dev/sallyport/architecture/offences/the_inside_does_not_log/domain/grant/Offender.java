package dev.sallyport.architecture.offences.the_inside_does_not_log.domain.grant;

final class Offender {
  private static final System.Logger LOG = System.getLogger("grants");

  void tell() {
    LOG.log(System.Logger.Level.INFO, "told");
  }
}
