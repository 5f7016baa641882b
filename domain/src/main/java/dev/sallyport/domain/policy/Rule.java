package dev.sallyport.domain.policy;

/// One named condition that every call has to meet.
public interface Rule {
  /// What it is called in decisions, in the ledger and in `policy explain`.
  String title();

  Verdict verdict(ToolCall call);

  /// A rule that knows its answer before anybody asks what the call would touch. Where it refuses,
  /// no backend need be asked.
  interface Early extends Rule {
    Verdict verdict(Request request);

    @Override
    default Verdict verdict(ToolCall call) {
      return verdict(call.request());
    }
  }
}
