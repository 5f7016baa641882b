package dev.sallyport.application.backend;

/// The backend could not be asked what a call would touch, so nothing can be decided about it.
public final class BackendTrouble extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// @param message for people and models: nothing secret, and nothing the backend wrote
  public BackendTrouble(String message, Throwable cause) {
    super(message, cause);
  }

  public BackendTrouble(String message) {
    super(message);
  }
}
