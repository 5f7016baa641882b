package dev.sallyport.domain.vault;

/// Why something sealed did not open. For logs and operators; a caller is told only that it did
/// not.
public enum Obstacle {
  /// Made by a version of Sallyport that this one does not know, or no envelope at all.
  UNKNOWN_VERSION,
  /// The key ring does not hold the server key that it names.
  UNKNOWN_KEY,
  /// It was locked in another way than it was tried.
  WRONG_LOCK,
  /// It was sealed under another data key.
  WRONG_KEY,
  /// It was changed, moved to another context, or tried with the wrong token; nobody can tell
  /// which.
  NOT_AUTHENTIC
}
