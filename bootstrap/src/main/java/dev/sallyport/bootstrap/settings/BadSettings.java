package dev.sallyport.bootstrap.settings;

import java.util.List;
import java.util.stream.Collectors;

/// The settings do not hold. Carries every fault at once, so that they are mended in one go.
public final class BadSettings extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Fault> faults;

  public BadSettings(List<Fault> faults) {
    super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
    this.faults = List.copyOf(faults);
  }

  public List<Fault> faults() {
    return faults;
  }
}
