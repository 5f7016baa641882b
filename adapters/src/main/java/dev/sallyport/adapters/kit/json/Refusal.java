package dev.sallyport.adapters.kit.json;

/// Carries a refusal out of the depth of a document, to [StrictJson] and no further.
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Decoded.Refused refused;

  Refusal(Decoded.Refused refused) {
    super(refused.message(), null, false, false);
    this.refused = refused;
  }

  Decoded.Refused refused() {
    return refused;
  }
}
