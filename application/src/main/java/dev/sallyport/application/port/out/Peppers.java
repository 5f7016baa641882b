package dev.sallyport.application.port.out;

import dev.sallyport.domain.secret.Secret;
import dev.sallyport.domain.vault.Pseudonym;
import java.util.List;

/// Hashes secrets that are found by their hash, under peppers that are derived from the server's
/// keys: whoever has the database alone can neither use a hash nor try what it is of.
public interface Peppers {
  /// The hash under each server key there is, the current one first: that one is stored, and one of
  /// them is found. What is hashed for one purpose must be nothing like the same for another.
  List<Pseudonym> hashes(String purpose, Secret secret);
}
