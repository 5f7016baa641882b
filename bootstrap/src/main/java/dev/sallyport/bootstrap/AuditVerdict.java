package dev.sallyport.bootstrap;

import dev.sallyport.domain.ledger.Verification.Verdict;
import java.io.PrintWriter;

/// Tells what a verification came to.
final class AuditVerdict {
  private final PrintWriter out;
  private final boolean json;

  AuditVerdict(PrintWriter out, boolean json) {
    this.out = out;
    this.json = json;
  }

  void tell(Verdict verdict, boolean ownKeys) {
    out.println(json ? json(verdict, ownKeys) : text(verdict, ownKeys));
    out.flush();
  }

  private static String text(Verdict verdict, boolean ownKeys) {
    return switch (verdict) {
      case Verdict.Whole(long entries, long checkpoints, long unsealed) ->
          "The ledger is whole: %d entries under %d checkpoints; %d more wait for a seal.%s"
              .formatted(entries, checkpoints, unsealed, ownKeys ? OWN_KEYS : "");
      case Verdict.Faulty(var fault) -> "The ledger is NOT whole: %s.".formatted(fault.told());
    };
  }

  private static final String OWN_KEYS =
      "\nChecked with the keys that it names itself; give --key to check whose it is.";

  /// What is told holds nothing that JSON would have to escape: ids, numbers and our own words.
  private static String json(Verdict verdict, boolean ownKeys) {
    return switch (verdict) {
      case Verdict.Whole(long entries, long checkpoints, long unsealed) ->
          "{\"whole\":true,\"entries\":%d,\"checkpoints\":%d,\"unsealed\":%d,\"keys\":\"%s\"}"
              .formatted(entries, checkpoints, unsealed, ownKeys ? "its own" : "given");
      case Verdict.Faulty(var fault) ->
          "{\"whole\":false,\"fault\":\"%s\",\"told\":\"%s\"}"
              .formatted(fault.getClass().getSimpleName(), fault.told());
    };
  }
}
