package dev.sallyport.domain.plan;

/// stub
public enum Entitlement {
  INCLUDED,
  WITH_APPROVAL,
  NOT_INCLUDED
}
