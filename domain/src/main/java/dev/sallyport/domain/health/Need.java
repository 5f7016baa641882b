package dev.sallyport.domain.health;

/// What becomes of the house while something it leans on is away.
public enum Need {
  /// Without it nothing is answered.
  REQUIRED,
  /// Without it everything is still answered, some of it more slowly.
  OPTIONAL
}
