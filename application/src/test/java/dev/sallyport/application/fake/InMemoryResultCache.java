package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.ResultCache;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A cache in memory that forgets the oldest first.
public final class InMemoryResultCache implements ResultCache {
  private static final int MOST_CHARACTERS = 20_000;

  private final Map<String, Kept> answers = new LinkedHashMap<>();

  @Override
  public synchronized Optional<Kept> find(String key, Instant at) {
    return Optional.ofNullable(answers.get(key)).filter(kept -> at.isBefore(kept.until()));
  }

  @Override
  public synchronized void keep(String key, Kept answer) {
    answers.remove(key);
    answers.put(key, answer);
    while (characters() > MOST_CHARACTERS) {
      answers.remove(answers.keySet().iterator().next());
    }
  }

  private int characters() {
    return answers.values().stream().mapToInt(kept -> kept.json().length()).sum();
  }
}
