package dev.sallyport.domain.tool;

/// What a call does to the world, from the least to the worst. None implies another.
public enum Effect {
  READ,
  /// Changes something inside the organization.
  WRITE,
  /// Leaves the organization and cannot be taken back.
  SEND,
  /// Removes something for good.
  DESTROY;

  /// Whether it must be claimed before it is done.
  public boolean changesSomething() {
    return this != READ;
  }
}
