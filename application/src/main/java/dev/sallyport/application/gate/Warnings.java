package dev.sallyport.application.gate;

import dev.sallyport.application.port.in.CallTool.Warning;
import dev.sallyport.application.port.out.Meter.Notice;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/// What the caller of one call is warned of, however the call ends.
final class Warnings {
  private final AtomicReference<List<Warning>> warnings = new AtomicReference<>(List.of());

  /// A reservation that is tried again says it all again.
  void replaceAll(List<Notice> notices) {
    if (notices.isEmpty()) {
      warnings.set(List.of());
    } else {
      warnings.set(notices.stream().map(Warnings::told).toList());
    }
  }

  List<Warning> all() {
    return warnings.get();
  }

  private static Warning told(Notice notice) {
    return new Warning(
        notice.charge().level(),
        notice.charge().window().span(),
        notice.charge().quota().most(),
        notice.counted(),
        notice.charge().window().resetsAt());
  }
}
