package dev.sallyport.bootstrap;

import dev.sallyport.application.port.out.PolicyReader.Fault;
import dev.sallyport.bootstrap.settings.BadSettings;
import dev.sallyport.bootstrap.settings.Setting;
import java.nio.file.Path;
import java.util.List;

/// A policy that does not hold, told as the fault of the setting that names it.
final class PolicyFaults {
  private PolicyFaults() {}

  static void refuse(List<Fault> faults, Path file) {
    if (!faults.isEmpty()) {
      throw new BadSettings(faults.stream().map(fault -> inSettings(fault, file)).toList());
    }
  }

  /// Where it is, as editors and terminals understand it.
  static String place(Fault fault, Path file) {
    return "%s:%d:%d".formatted(file, fault.line(), fault.column());
  }

  private static dev.sallyport.bootstrap.settings.Fault inSettings(Fault fault, Path file) {
    return new dev.sallyport.bootstrap.settings.Fault(
        place(fault, file), Setting.POLICY.key(), fault.what(), fault.remedy());
  }
}
