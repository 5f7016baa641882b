package dev.sallyport.domain.plan;

/// Whether a plan includes a tool.
public sealed interface Entitlement {
  Entitlement INCLUDED = new Included();
  Entitlement WITH_APPROVAL = new WithApproval();
  Entitlement NOT_INCLUDED = new NotIncluded();

  /// It does.
  record Included() implements Entitlement {}

  /// It does, where the person approves each call.
  record WithApproval() implements Entitlement {}

  /// It does not: the tool is hidden, and refused when it is called all the same.
  record NotIncluded() implements Entitlement {}
}
