package dev.sallyport.application.post;

/// Where a text got to.
public enum Delivery {
  /// To whoever waits for it here.
  TOLD,
  /// To the instance that waits for it. Whether somebody still does is not known here.
  LEFT,
  /// Nowhere, for that instance has to pick up too much already.
  FULL,
  /// Nowhere yet: if somebody waits for it, then at another instance.
  ELSEWHERE,
  /// Nowhere: nobody waits, or it is none of this grant's business.
  UNKNOWN
}
