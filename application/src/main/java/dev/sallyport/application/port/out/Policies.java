package dev.sallyport.application.port.out;

import dev.sallyport.domain.policy.Policy;
import java.util.List;

/// The policy that decides now. It can become another at any time, between two calls.
public interface Policies {
  /// Must hold every standing rule, and must answer at once: every call asks, and none waits for a
  /// file. One call has to decide by one answer. Where there has never been a policy that holds, it
  /// throws; a start ends over [#faults] before anybody can ask.
  Policy current();

  /// What is wrong with where the policy comes from, and so why an older one is in force. Empty
  /// while all is well.
  List<PolicyReader.Fault> faults();
}
