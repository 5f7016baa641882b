package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Peppers;
import dev.sallyport.domain.ledger.Digest;
import dev.sallyport.domain.secret.Secret;
import dev.sallyport.domain.vault.Pseudonym;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// Peppers that are numbers, until the test adds one.
public final class InMemoryPeppers implements Peppers {
  private final AtomicInteger newest = new AtomicInteger(1);
  private final AtomicInteger asked = new AtomicInteger();

  /// From now on hashes are made under another key, too.
  public void rotate() {
    newest.incrementAndGet();
  }

  /// How often something was hashed.
  public int asked() {
    return asked.get();
  }

  @Override
  public List<Pseudonym> hashes(String purpose, Secret secret) {
    asked.incrementAndGet();
    return IntStream.rangeClosed(1, newest.get())
        .mapToObj(number -> hash(number, purpose, secret))
        .toList()
        .reversed();
  }

  private static Pseudonym hash(int number, String purpose, Secret secret) {
    String text = "%d/%d/%s/%s".formatted(number, purpose.length(), purpose, secret.reveal());
    return Pseudonym.of(Digest.over(text.getBytes(StandardCharsets.UTF_8)).bytes());
  }
}
